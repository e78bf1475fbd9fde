"""What can be done at the desk beyond verifying."""

from enum import StrEnum


class DeskPermission(StrEnum):
    """Who opens the desk, and what an administrator's people do there."""

    DESK_OPEN = "desk:open"
    DEAD_LETTER_RETRY = "dead_letter:retry"
    ORGANISATION_LIST = "organisation:list"
