"""What can be done with schemes beyond the exchange's own."""

from enum import StrEnum


class SchemePermission(StrEnum):
    """Writing what a scheme says: an office its own, the administrator those of offices that are not here."""

    SCHEME_WRITE = "scheme:write"
