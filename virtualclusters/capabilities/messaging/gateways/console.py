"""Print messages on the standard output, for a developer without a database page at hand."""

import sys

from virtualclusters.capabilities.messaging.gateways import Receipt
from virtualclusters.capabilities.messaging.parts import size_of


class Gateway:
    """SMS onto the terminal."""

    def send(self, message):
        size = size_of(message.text.body)
        sys.stdout.write(f"SMS to {message.address} ({size.alphabet}, {size.parts} parts)\n{message.text.body}\n")
        return Receipt(reference="console", parts=size.parts)
