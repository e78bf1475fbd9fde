"""Finding, over the real vocabulary: a maker of spice grinders is not a maker of spices."""

from datetime import timedelta

import pytest

from tests.factories import NOON, give_concept, make_opportunity, make_organisation, make_unit
from virtualclusters.exchange.alerts.finding import find_for, matches_of, units_reached_by
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import opportunity_views
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.network.organisations.models import ConceptRole
from virtualclusters.network.vocabulary.models import Concept

NEXT_MONTH = NOON + timedelta(days=30)


@pytest.fixture
def concept(loaded_words):
    """The concept of a slug in the loaded vocabulary."""
    return lambda slug: Concept.objects.get(slug=slug)


def _wanted(concept, slug, **columns):
    return make_opportunity(kind="requirement", concepts=[("asks", concept(slug))], closes_at=NEXT_MONTH, **columns)


def _found(unit):
    return [one.match.opportunity_id for one in find_for(unit.pk, at=NOON).ranked]


def test_a_maker_finds_what_is_wanted_of_its_product(concept):
    unit = make_unit()
    give_concept(unit, concept("honey"))
    wanted = _wanted(concept, "honey")
    _wanted(concept, "papad")

    assert _found(unit) == [wanted.pk]


def test_a_maker_of_spice_grinders_is_not_found_for_spices(concept):
    unit = make_unit()
    give_concept(unit, concept("spice-grinder"))
    _wanted(concept, "turmeric-powder")

    assert _found(unit) == []


def test_a_spice_maker_is_offered_the_grinder_that_is_for_what_it_makes(concept):
    unit = make_unit()
    give_concept(unit, concept("turmeric-powder"))
    offer = make_opportunity(kind="offer", concepts=[("offers", concept("spice-grinder"))])

    assert _found(unit) == [offer.pk]


def test_an_opportunity_is_compared_with_its_closing_moment_and_what_it_names(concept):
    at = NEXT_MONTH + timedelta(microseconds=123_457)
    named = [("asks", concept("honey")), ("about", concept("papad"))]
    wanted = make_opportunity(kind="requirement", concepts=named, closes_at=at)
    for_good = make_opportunity(kind="offer")

    views = opportunity_views([wanted.pk, for_good.pk])

    assert [views[pk].closes_at for pk in (wanted.pk, for_good.pk)] == [at, None]
    assert views[wanted.pk].concepts == {"asks": {concept("honey").pk: 1.0}, "about": {concept("papad").pk: 1.0}}


def test_closed_opportunities_and_those_put_away_are_not_found(concept):
    unit = make_unit()
    give_concept(unit, concept("honey"))
    _wanted(concept, "honey", title="Over", published_at=NOON - timedelta(days=9), ended_at=NOON, end_reason="met")
    put_away = _wanted(concept, "honey")
    Alert.objects.create(
        unit_id=unit.pk, opportunity_id=put_away.pk, score=1, written_at=NOON, dismissed_at=NOON, dismissed="other"
    )

    assert _found(unit) == []


def test_a_hard_rule_that_says_no_makes_a_near_miss(concept):
    unit = make_unit(state="MH")
    give_concept(unit, concept("honey"))
    wanted = _wanted(concept, "honey")
    Rule.objects.create(
        opportunity=wanted,
        fact="state",
        operator="one_of",
        value=["GJ"],
        hard=True,
        source="Clause 4",
        version="1",
        effective_from=NOON.date(),
    )

    found = find_for(unit.pk, at=NOON)

    assert ([one.opportunity_id for one in found.near_misses], found.ranked) == ([wanted.pk], [])


def test_the_worker_finds_the_same_units_that_would_find_the_opportunity(concept):
    makers = [make_unit() for _ in range(3)]
    for unit in makers[:2]:
        give_concept(unit, concept("honey"))
    give_concept(makers[2], concept("papad"), ConceptRole.MAKES)
    wanted = _wanted(concept, "honey")

    reached = units_reached_by(wanted.pk, after=0, most=100, at=NOON)
    matched = [unit for unit, _ in matches_of(wanted.pk, reached, at=NOON)]

    assert sorted(matched) == [unit.pk for unit in makers[:2]]


@pytest.mark.parametrize("opportunities", [1, 50])
def test_finding_asks_the_database_the_same_number_of_times_however_many_there_are(
    concept, opportunities, django_assert_num_queries
):
    unit = make_unit()
    give_concept(unit, concept("honey"))
    for _ in range(opportunities):
        _wanted(concept, "honey")
    find_for(unit.pk, at=NOON)

    with django_assert_num_queries(5):
        find_for(unit.pk, at=NOON)


def test_what_only_colleges_answer_is_found_by_a_college_and_not_by_a_maker(concept):
    maker, college = make_unit(), make_unit(organisation=make_organisation(kind="academic_institution"))
    give_concept(maker, concept("honey"), ConceptRole.CAN)
    give_concept(college, concept("honey"), ConceptRole.CAN)
    project = make_opportunity(kind="student_project", concepts=[("about", concept("honey"))])

    assert (_found(maker), _found(college)) == ([], [project.pk])
