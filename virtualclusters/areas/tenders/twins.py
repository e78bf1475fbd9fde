"""Whether two notices on two portals are one: measured on real files in docs/decisions/one-tender-on-two-portals-is-one-notice.md."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q
from rapidfuzz import fuzz

from virtualclusters.areas.tenders.models import TenderDetail
from virtualclusters.areas.tenders.notice import Notice
from virtualclusters.exchange.opportunities.models import Source
from virtualclusters.foundation.scripts import ascii_digits, fold

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
    found = (known.opportunity_id for known in (Known(*row) for row in rows[:MOST_COMPARED]) if is_same(told, known))
    return next(found, None)


def is_same(one: Known, other: Known) -> bool:
    """Whether two notices tell of one tender, of one buyer and closing day unless their numbers are the same."""
    alike = fuzz.token_sort_ratio(fold(one.title), fold(other.title))
    if one.tender_id == other.tender_id:
        return alike >= SAME_NUMBER_TITLE
    return (
        alike >= SAME_TITLE
        and _figures(one.title) == _figures(other.title)
        and _agree(fold(one.reference), fold(other.reference))
        and _agree(one.value, other.value)
    )


def _figures(title: str) -> list[str]:
    """Package 3 and package 4 are two tenders."""
    return sorted(re.findall(r"\d+", ascii_digits(title)))


def _agree(one, other) -> bool:
    """Whether neither contradicts the other; what is not said contradicts nothing."""
    return not one or not other or one == other
