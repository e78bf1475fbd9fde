"""Whether two notices on two portals are one: measured on real files in docs/decisions/one-tender-on-two-portals-is-one-notice.md."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q
from rapidfuzz import fuzz

from virtualclusters.areas.tenders.models import TenderDetail
from virtualclusters.areas.tenders.notice import Notice
from virtualclusters.exchange.opportunities.models import Source
from virtualclusters.foundation.scripts import fold

SAME_TITLE = 95
"""How alike two titles of one buyer and one closing day must be, of 100, words in any order."""
SAME_NUMBER_TITLE = 60
"""Portals of two states can use one number: with the same number the titles must still be near."""
MOST_COMPARED = 500


@dataclass(frozen=True)
class Known:
    """What a twin is told by."""

    opportunity_id: int
    tender_id: str
    reference: str
    title: str
    value: Decimal | None


def twin_of(notice: Notice, key: str) -> int | None:
    """The id of the opportunity that another portal's notice of the same tender made, or None. One query.

    Two notices of one portal are never twins: a portal numbers its own notices.
    """
    here = Source.objects.filter(opportunity=OuterRef("opportunity"), portal=notice.portal)
    near = TenderDetail.objects.filter(Q(tender_id=notice.number) | Q(twin_key=key)).exclude(Exists(here))
    rows = near.values_list("opportunity_id", "tender_id", "reference", "opportunity__title", "opportunity__value")
    told = Known(0, notice.number, notice.detail["reference"], notice.title, notice.opportunity["value"])
    same = [known for known in (Known(*row) for row in rows[:MOST_COMPARED]) if is_same(told, known)]
    return best_of(told, same)


def best_of(told: Known, same: list[Known]) -> int | None:
    """The most alike of those that could be the twin; None when there is none, or when two are equally alike."""
    by_number = [known for known in same if known.tender_id == told.tender_id]
    ranked = sorted(by_number or same, key=lambda known: -likeness(told, known))
    if len(ranked) > 1 and likeness(told, ranked[0]) == likeness(told, ranked[1]):
        return None
    return ranked[0].opportunity_id if ranked else None


def likeness(one: Known, other: Known) -> float:
    """How alike two titles are, of 100, words in any order."""
    return fuzz.token_sort_ratio(fold(one.title), fold(other.title))


def is_same(one: Known, other: Known) -> bool:
    """Whether two notices tell of one tender, of one buyer and closing day unless their numbers are the same."""
    alike = likeness(one, other)
    if one.tender_id == other.tender_id:
        return alike >= SAME_NUMBER_TITLE
    return (
        alike >= SAME_TITLE
        and _marks(one.title) == _marks(other.title)
        and _agree(fold(one.reference), fold(other.reference))
        and _agree(one.value, other.value)
    )


def _marks(title: str) -> list[str]:
    """Figures, single letters and Roman numbers: package 3 and package 4, group A and group B are two tenders."""
    return sorted(re.findall(r"\d+|\b[a-z]\b|\b[ivx]+\b", fold(title)))


def _agree(one, other) -> bool:
    """Whether neither contradicts the other; what is not said contradicts nothing."""
    return not one or not other or one == other
