"""What a person agreed to, purpose by purpose, as it stands now."""

from dataclasses import dataclass
from datetime import datetime

from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import PURPOSE_WORDS


@dataclass(frozen=True)
class Standing:
    """One purpose: its words, whether she agrees now, since when, and whether it can be taken back alone."""

    purpose: str
    words: str
    given: bool
    at: datetime
    can_take_back: bool


def consents_of(person) -> list[Standing]:
    """The latest word on each purpose she was ever asked about."""
    latest = Consent.objects.filter(person=person).order_by("purpose", "-at", "-pk").distinct("purpose")
    return [
        Standing(
            row.purpose,
            PURPOSE_WORDS[row.purpose],
            row.given,
            row.at,
            row.given and row.purpose != Consent.Purpose.REGISTER,
        )
        for row in latest
        if row.purpose != Consent.Purpose.REGISTERED_BY_HELPER
    ]
