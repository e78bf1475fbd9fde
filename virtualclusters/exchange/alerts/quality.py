"""Real use: of what was told to units, how much they answered, put away, or neither; by place in the list and by group.

*Told* is what the portal found for a unit. *Yes* is an answer that the unit gave of itself afterwards; *no* is "not for me". The
place is the one that a thing had by its score among all that was told to the unit in the same week (Monday to Sunday in India).
What somebody suggested by hand is counted for itself alone: its place says nothing about matching.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from virtualclusters.exchange.alerts.models import RealUse
from virtualclusters.foundation.time import IST, day_in_india
from virtualclusters.network.organisations.facts import size_class_of
from virtualclusters.network.organisations.models import YearlyCheckIn

WINDOW = timedelta(days=90)
A_WEEK = timedelta(weeks=1)
PLACES = ("1-3", "4-10", "11-20", "21-")
ZONES = {
    "northern": ("CH", "DL", "HR", "HP", "JK", "LA", "PB", "RJ"),
    "central": ("CG", "MP", "UK", "UP"),
    "eastern": ("BR", "JH", "OD", "WB"),
    "western": ("DD", "GA", "GJ", "MH"),
    "southern": ("AP", "KA", "KL", "PY", "TN", "TS"),
    "north_eastern": ("AR", "AS", "ML", "MN", "MZ", "NL", "SK", "TR"),
    "islands": ("AN", "LD"),
}
"""States by zone: the zonal councils of the States Reorganisation Act, 1956, and of the North Eastern Council Act, 1971; the island
territories, which sit in none of them, for themselves."""
_ZONE_OF = {state: zone for zone, states in ZONES.items() for state in states}
GROUPS = ("all", "by_hand", "place", "kind", "size", "ownership", "zone")

COUNTED = """
    WITH told AS (
        SELECT unit_id, opportunity_id, written_at, dismissed_at, by_hand_at,
            rank() OVER (PARTITION BY unit_id, by_hand_at IS NULL ORDER BY score DESC, id) AS place
        FROM alerts_alert
        WHERE written_at >= %(monday)s AND written_at < %(sunday)s AND (score > 0 OR by_hand_at IS NOT NULL)
    ), answered AS (
        SELECT told.unit_id, told.by_hand_at IS NOT NULL AS by_hand, opportunity.kind, unit.state,
            organisation.women_owned, organisation.sc_st_owned,
            coalesce(said.investment, '') AS investment, coalesce(said.sales, '') AS sales,
            CASE WHEN place <= 3 THEN '1-3' WHEN place <= 10 THEN '4-10' WHEN place <= 20 THEN '11-20' ELSE '21-' END AS place,
            EXISTS (
                SELECT FROM engagements_engagement engagement
                WHERE engagement.opportunity_id = told.opportunity_id AND engagement.lead_id = told.unit_id
                    AND engagement.opened_by = 'answerer' AND engagement.opened_at >= told.written_at
            ) AS yes,
            told.dismissed_at IS NOT NULL AS put_away
        FROM told
        JOIN opportunities_opportunity opportunity ON opportunity.id = told.opportunity_id
        JOIN organisations_unit unit ON unit.id = told.unit_id
        JOIN organisations_organisation organisation ON organisation.id = unit.organisation_id
        LEFT JOIN LATERAL (
            SELECT investment, sales FROM organisations_yearlycheckin check_in
            WHERE check_in.organisation_id = organisation.id ORDER BY check_in.year DESC LIMIT 1
        ) said ON true
        WHERE told.written_at >= %(since)s AND told.written_at <= %(at)s
    )
    SELECT by_hand, GROUPING(kind), kind, GROUPING(place), place, GROUPING(state), state,
        GROUPING(women_owned), women_owned, sc_st_owned, GROUPING(investment), investment, sales,
        count(*), count(*) FILTER (WHERE yes), count(*) FILTER (WHERE put_away AND NOT yes),
        (array_agg(DISTINCT unit_id))[1:%(units)s]
    FROM answered
    GROUP BY GROUPING SETS (
        (by_hand), (by_hand, kind), (by_hand, place), (by_hand, state), (by_hand, women_owned, sc_st_owned),
        (by_hand, investment, sales)
    )
"""


@dataclass
class Share:
    """How what was told to a group was answered. ``units`` counts no farther than it must be known."""

    told: int = 0
    yes: int = 0
    no: int = 0
    units: int = 0

    @property
    def enough(self) -> bool:
        """Whether so many were told to so many units that a share says something, and nothing of any one unit."""
        return self.told >= settings.QUALITY_TOLD_AT_LEAST and self.units >= settings.QUALITY_UNITS_AT_LEAST


Figures = dict[str, dict[str, Share]]
"""Shares by group (``GROUPS``) and by the group's own codes."""


def keep_real_use(*, at: datetime) -> None:
    """Count the last ninety days and keep it as the day's figures; done twice, the later count stands."""
    counted = {group: {code: vars(one) for code, one in shares.items()} for group, shares in real_use(at=at).items()}
    RealUse.objects.update_or_create(day=day_in_india(at), defaults={"counted_at": at, "figures": counted})


def latest_real_use() -> tuple[datetime | None, Figures]:
    """The figures that were kept last, and when they were counted; nothing before the first count. One query."""
    kept = RealUse.objects.order_by("-day").first()
    if kept is None:
        return None, {}
    shares = {group: {code: Share(**one) for code, one in codes.items()} for group, codes in kept.figures.items()}
    return kept.counted_at, shares


def real_use(*, at: datetime) -> Figures:
    """The figures of the ninety days before a moment, counted now: one query a week, each over that week's alerts alone."""
    found: Figures = {group: {} for group in GROUPS}
    units: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for monday in _mondays(at):
        for group, code, told, yes, no, some_units in _of_week(monday, at):
            share = found[group].setdefault(code, Share())
            units[group, code] |= set(some_units)
            share.told, share.yes, share.no = share.told + told, share.yes + yes, share.no + no
            share.units = len(units[group, code])
    return found


def _mondays(at: datetime) -> Iterator[datetime]:
    local = (at - WINDOW).astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = local - timedelta(days=local.weekday())
    while monday <= at:
        yield monday
        monday += A_WEEK


def _of_week(monday, at) -> Iterator[tuple]:
    """(group, code, told, yes, no, ids of some units) for each group in what was told in one week."""
    given = {"monday": monday, "sunday": monday + A_WEEK, "since": at - WINDOW, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, {**given, "units": settings.QUALITY_UNITS_AT_LEAST})
        rows = cursor.fetchall()
    for row in rows:
        group, code = _which(row, at)
        if group:
            yield group, code, *row[-4:]


def _which(row, at) -> tuple[str, str]:
    """The group and the code in it that a row of sums stands for; no group for parts of what was suggested by hand."""
    by_hand, no_kind, kind, no_place, place, no_state, state, no_owner, women, sc_st, no_size, investment, sales = row[
        :13
    ]
    if no_kind and no_place and no_state and no_owner and no_size:
        return ("by_hand" if by_hand else "all"), ""
    if by_hand:
        return "", ""
    if not no_kind:
        return "kind", kind
    if not no_place:
        return "place", place
    if not no_state:
        return "zone", _ZONE_OF.get(state, "")
    return ("ownership", _ownership(women, sc_st)) if not no_owner else ("size", _size(investment, sales, at))


def _ownership(women: bool | None, sc_st: bool | None) -> str:
    """Who owns it: women, people of a scheduled caste or tribe, both, others; empty when neither was said."""
    if women and sc_st:
        return "women_sc_st"
    if women or sc_st:
        return "women" if women else "sc_st"
    return "" if women is None and sc_st is None else "others"


def _size(investment: str, sales: str, at: datetime) -> str:
    return str(size_class_of(YearlyCheckIn(investment=investment, sales=sales), at=at) or "")


def shown_first(shares: Mapping[str, Share], order) -> list[tuple[str, Share]]:
    """The shares of a group in the order of its codes; what was not said stands last."""
    return [(code, shares[code]) for code in [*order, ""] if code in shares]
