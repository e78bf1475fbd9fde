"""What the portal must know before anyone comes: each piece that ships such data registers its loader in ``ready()``.

``manage load_reference_data`` runs them in the order of registration, which is that of the installed apps. A loader
takes no argument, may run any number of times, and returns a short line that says what it did.
"""

from collections.abc import Callable

reference_loaders: dict[str, Callable[[], str]] = {}
