"""The match card, the sign of this portal: what and who, why, how far, how much, until when, and one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from virtualclusters.ui.library import register


@dataclass(frozen=True)
class Act:
    """A thing to do from a card. ``post`` makes it a form with a button, otherwise it is a link."""

    label: str
    href: str
    post: bool = True
    once: str = ""


@dataclass(frozen=True)
class MatchCard:
    """All a match card shows; every sentence already in the reader's language.

    Attributes:
        title: what is offered or asked.
        href: the page that tells all.
        who: who offers or asks, and where ("Sahyadri Spices, Pune").
        kind: a word for the kind ("Tender"), or empty.
        reasons_for: plain reasons why it was matched; the first two are shown.
        reason_against: the one reason against, or empty.
        distance_km: kilometres from the reader's unit, or None when the place does not matter.
        money: rupees, or a sentence where it is not one number.
        closes_at: the last moment to answer, or None.
        act: the one act; dismiss: the quiet "Not for me".
        answered: what stands instead of the act once it was done ("Sent. They will reply by 28 November.").
        undo: takes the act back, while that is possible.
        key: id of the card on its page; a page that loads htmx then puts the answer to an act in the card's place.
        is_new: draws the marigold edge and says "New".
    """

    title: str
    href: str
    who: str = ""
    kind: str = ""
    reasons_for: Sequence[str] = ()
    reason_against: str = ""
    distance_km: float | None = None
    place: str = ""
    money: Decimal | str | None = None
    closes_at: datetime | None = None
    act: Act | None = None
    dismiss: Act | None = None
    answered: str = ""
    undo: Act | None = None
    is_new: bool = False
    key: str = ""


@register.inclusion_tag("ui/components/match_card.html", takes_context=True)
def match_card(context, card, *, level=2):
    """A match card; `level` is the level of its heading."""
    return {
        "card": card,
        "level": level,
        "reasons": list(card.reasons_for)[:2],
        "now": context.get("now"),
        "csrf_token": context.get("csrf_token"),
    }
