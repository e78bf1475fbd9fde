"""What is wrong with an upload that can be seen at once, by its name and its first bytes, and said beside the field."""

from django.core.exceptions import ValidationError

from virtualclusters.capabilities.files import sniffing
from virtualclusters.capabilities.files.names import ending
from virtualclusters.capabilities.files.purposes import PURPOSES
from virtualclusters.capabilities.files.refusals import Unfit, sentence


def looks_like_evidence(upload) -> None:
    """A form field's validator for papers and photos. The whole check follows when the file was taken in.

    Raises:
        ValidationError: it is of a kind that is not taken, or its name tells another kind than its first bytes.
    """
    head = upload.read(sniffing.HEAD)
    upload.seek(0)
    try:
        kind = sniffing.kind_of_head(head)
        if kind not in PURPOSES["evidence"].kinds:
            raise Unfit("kind_not_taken")
        if ending(upload.name) not in kind.endings:
            raise Unfit("name_and_content_differ")
    except Unfit as unfit:
        raise ValidationError(sentence(unfit.code), code=unfit.code) from unfit
