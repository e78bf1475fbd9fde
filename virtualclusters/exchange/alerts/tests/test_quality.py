"""Real use: what was told, how it was answered, by place and by group; counted by hand on small sets."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.exchange.alerts import operations
from virtualclusters.exchange.alerts.models import Alert, RealUse
from virtualclusters.exchange.alerts.quality import Share, keep_real_use, latest_real_use, real_use
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.network.organisations.models import YearlyCheckIn

pytestmark = pytest.mark.django_db
TUESDAY = NOON - timedelta(days=3)
"""2026-11-17, in the same week as NOON, a Friday."""


def told(unit, opportunity, *, score=0.5, at=TUESDAY, **columns):
    return Alert.objects.create(unit_id=unit.pk, opportunity_id=opportunity.pk, score=score, written_at=at, **columns)


def say_yes(unit, opportunity, at=NOON):
    return answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=make_owner(unit), at=at)


def put_away(unit, opportunity):
    operations.dismiss(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=make_owner(unit), at=NOON)


def counts(shares):
    return {code: (one.told, one.yes, one.no, one.units) for code, one in shares.items()}


def test_answers_and_what_was_put_away_are_counted_once_for_each_that_was_told():
    one, other = make_unit(), make_unit()
    jars, lids, boxes = (make_opportunity(kind="offer") for _ in range(3))
    for unit in (one, other):
        for opportunity in (jars, lids, boxes):
            told(unit, opportunity)
    say_yes(one, jars)
    put_away(one, lids)

    assert counts(real_use(at=NOON)["all"]) == {"": (6, 1, 1, 2)}


def test_the_place_is_the_one_by_score_in_the_units_own_week():
    unit = make_unit()
    opportunities = [make_opportunity(kind="offer") for _ in range(5)]
    for number, opportunity in enumerate(opportunities):
        told(unit, opportunity, score=0.9 - number / 10)
    last_week = make_opportunity(kind="offer")
    told(unit, last_week, score=0.3, at=TUESDAY - timedelta(weeks=1))
    say_yes(unit, opportunities[3])
    say_yes(unit, last_week)

    places = real_use(at=NOON)["place"]

    assert counts(places) == {"1-3": (4, 1, 0, 1), "4-10": (2, 1, 0, 1)}


def test_a_week_begins_on_monday_in_india():
    unit = make_unit()
    monday = NOON.replace(hour=0) - timedelta(days=4)
    for minutes in (-1, 0, 1, 2, 3):
        told(unit, make_opportunity(kind="offer"), at=monday + timedelta(minutes=minutes))

    assert {code: one.told for code, one in real_use(at=NOON)["place"].items()} == {"1-3": 4, "4-10": 1}


def test_only_the_last_ninety_days_count_and_only_what_was_told():
    unit = make_unit()
    told(unit, make_opportunity(kind="offer"), at=NOON - timedelta(days=90))
    told(unit, make_opportunity(kind="offer"), at=NOON - timedelta(days=90, minutes=1))
    put_away(unit, make_opportunity(kind="offer"))

    assert counts(real_use(at=NOON)["all"]) == {"": (1, 0, 0, 1)}


def test_an_answer_from_before_and_an_invitation_are_no_yes_to_what_was_told():
    unit = make_unit()
    long_ago = TUESDAY - timedelta(days=2)
    before, invited = make_opportunity(kind="offer", at=long_ago), make_opportunity(kind="requirement")
    say_yes(unit, before, at=TUESDAY - timedelta(days=1))
    invite(opportunity_id=invited.pk, unit_id=unit.pk, actor=make_owner(invited.unit), at=NOON)
    told(unit, before)
    told(unit, invited)

    assert Engagement.objects.filter(opened_by=OpenedBy.PUBLISHER).count() == 1
    assert counts(real_use(at=NOON)["all"]) == {"": (2, 0, 0, 1)}


def test_groups_are_the_kind_the_owner_the_size_and_the_zone():
    women = make_unit(organisation=make_organisation(women_owned=True, sc_st_owned=True), state="AS")
    others = make_unit(organisation=make_organisation(women_owned=False), state="MH")
    silent = make_unit(state="MH")
    said = {"year": 2025, "said_at": NOON, "said_by": make_owner(women).person}
    YearlyCheckIn.objects.create(organisation=women.organisation, investment="to_10l", sales="to_40l", **said)
    offer, wanted = make_opportunity(kind="offer"), make_opportunity(kind="requirement")
    for unit in (women, others, silent):
        told(unit, offer)
    told(women, wanted)
    say_yes(women, wanted)

    found = real_use(at=NOON)

    assert counts(found["kind"]) == {"offer": (3, 0, 0, 3), "requirement": (1, 1, 0, 1)}
    assert counts(found["ownership"]) == {"women_sc_st": (2, 1, 0, 1), "others": (1, 0, 0, 1), "": (1, 0, 0, 1)}
    assert counts(found["size"]) == {"micro": (2, 1, 0, 1), "": (2, 0, 0, 2)}
    assert counts(found["zone"]) == {"north_eastern": (2, 1, 0, 1), "western": (2, 0, 0, 2)}


def test_what_was_suggested_by_hand_stands_for_itself():
    unit, jars = make_unit(), make_opportunity(kind="offer")
    told(unit, jars, score=0, by_hand_at=TUESDAY, by_hand_by=1, by_hand_words="Look at this")
    told(unit, make_opportunity(kind="offer"))
    say_yes(unit, jars)

    found = real_use(at=NOON)

    sums = [counts(found[group]) for group in ("by_hand", "all", "place", "kind")]
    assert sums == [{"": (1, 1, 0, 1)}, {"": (1, 0, 0, 1)}, {"1-3": (1, 0, 0, 1)}, {"offer": (1, 0, 0, 1)}]


@pytest.mark.parametrize(("number", "units", "enough"), [(50, 10, True), (49, 10, False), (50, 9, False)])
def test_a_share_is_told_only_of_fifty_or_more_to_ten_units_or_more(number, units, enough):
    assert Share(told=number, units=units).enough is enough


def test_units_are_counted_as_far_as_it_takes_and_never_twice(settings):
    settings.QUALITY_UNITS_AT_LEAST = 3
    units = [make_unit() for _ in range(5)]
    for week in range(2):
        told(units[0], make_opportunity(kind="offer"), at=TUESDAY - timedelta(weeks=week))
    same = real_use(at=NOON)["all"][""].units
    for unit in units[1:]:
        told(unit, make_opportunity(kind="offer"))

    assert (same, real_use(at=NOON)["all"][""].units >= 3) == (1, True)


def test_the_day_is_kept_once_and_the_later_count_stands():
    unit = make_unit()
    told(unit, make_opportunity(kind="offer"))
    keep_real_use(at=NOON)
    told(unit, make_opportunity(kind="offer"))
    keep_real_use(at=NOON + timedelta(minutes=5))

    counted_at, shares = latest_real_use()

    assert (RealUse.objects.count(), counted_at) == (1, NOON + timedelta(minutes=5))
    assert shares["all"] == {"": Share(told=2, yes=0, no=0, units=1)}


def test_before_the_first_count_there_is_nothing():
    assert latest_real_use() == (None, {})


def test_counting_takes_as_many_queries_for_fifty_as_for_one():
    unit, opportunity = make_unit(), make_opportunity(kind="offer")
    told(unit, opportunity)
    with CaptureQueriesContext(connection) as one:
        real_use(at=NOON)
    for _number in range(49):
        told(make_unit(), opportunity)
    with CaptureQueriesContext(connection) as fifty:
        real_use(at=NOON)

    assert (len(one), len(fifty)) == (14, 14)
