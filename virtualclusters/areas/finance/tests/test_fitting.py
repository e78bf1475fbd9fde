"""The live count says in SQL what the evaluator says in Python: held together over many units of every sort."""

from itertools import product

import pytest

from tests.factories import NOON, give_concept, make_concept, make_organisation, make_unit
from virtualclusters.areas.finance.packages.fitting import count_fitting, count_told, fitting_units
from virtualclusters.areas.finance.packages.scope import Scope, rules_told
from virtualclusters.areas.finance.tests.lending import DAY
from virtualclusters.exchange.rules.queries import rule_facts_of
from virtualclusters.matching.rules import Answer, Operator, Rule, evaluate_all
from virtualclusters.network.organisations.models import OrganisationKind, YearlyCheckIn
from virtualclusters.network.vocabulary.load import new_edition
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.django_db

ASKED = [
    {"sizes": ["micro"]},
    {"sizes": ["small", "medium"]},
    {"owners": ["women"]},
    {"owners": ["women", "sc_st"]},
    {"states": ["MH", "GJ"]},
    {"districts": ["Pune"]},
    {"years_min": 3},
    {"years_max": 3},
    {"turnover_min": 4_000_000},
    {"turnover_max": 10_000_000},
    {"turnover_max": 4_500_000},
    {"investment_max": 1_000_000},
    {"makers_only": True},
    {"states": ["MH"], "sizes": ["micro"], "turnover_min": 1_000_000, "owners": ["women"]},
]


@pytest.fixture
def units():
    """Units of all sorts: what is said, what is not, in every mixture that a rule could trip over."""
    made = []
    says = product(
        ("MH", "KL", ""), (None, True, False), (None, 2020, 2025), (None, ("to_10l", "to_10l"), ("to_1cr", "to_50cr"))
    )
    for state, told, started, bands in says:
        organisation = make_organisation(
            women_owned=told, sc_st_owned=False if told is False else None, manufactures=told, started_year=started
        )
        made.append(
            make_unit(organisation=organisation, state=state, district={"MH": "Pune", "KL": "Kollam"}.get(state, ""))
        )
        if bands:
            _check_in(organisation, *bands)
    _check_in(made[0].organisation, "", "to_1cr")
    _check_in(made[1].organisation, "over_125cr", "over_500cr")
    return made


def _check_in(organisation, investment, sales):
    from tests.factories import make_person

    YearlyCheckIn.objects.update_or_create(
        organisation=organisation,
        year=2025,
        defaults={"investment": investment, "sales": sales, "said_at": NOON, "said_by": make_person()},
    )


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_the_count_is_what_the_evaluator_does_not_refuse(units, asked):
    rules = rules_told(asked, source="", version="", effective_from=DAY)
    facts = rule_facts_of([unit.pk for unit in units], at=NOON)
    wanted = {unit.pk for unit in units if evaluate_all(rules, facts[unit.pk], NOON).answer is not Answer.NO}

    found = set(fitting_units(Scope(rules=rules), at=NOON).values_list("pk", flat=True))

    assert found == wanted
    assert 0 < len(wanted) < len(units)


def test_units_that_make_something_narrower_are_counted_and_others_not():
    spices, oil = make_concept("spices-x", kind=Concept.Kind.GROUP), make_concept("oil-x")
    chilli = Concept.objects.create(slug="chilli-x", kind=Concept.Kind.PRODUCT, group=spices)
    new_edition()
    for concept in (spices, chilli, oil):
        give_concept(make_unit(), concept)

    assert count_fitting(Scope(concepts=(spices.pk,)), at=NOON) == 2


def test_banks_and_units_whose_profile_ended_are_not_counted():
    make_unit(organisation=make_organisation(kind=OrganisationKind.FINANCIAL_INSTITUTION))
    make_unit(organisation=make_organisation(claimed=False))
    make_unit()

    assert count_fitting(Scope(), at=NOON) == 1


def test_a_lender_is_told_steps_of_five_so_that_two_filters_do_not_show_whose_owner_is_who():
    for number in range(11):
        make_unit(organisation=make_organisation(women_owned=number > 0))
    owned_by_women = Rule("ownership", Operator.HAS_ANY, ("women",))

    told = [count_told(Scope(rules=rules), at=NOON) for rules in ((), (owned_by_women,))]

    assert (count_fitting(Scope(), at=NOON), count_fitting(Scope(rules=(owned_by_women,)), at=NOON)) == (11, 10)
    assert told == [10, 10]
