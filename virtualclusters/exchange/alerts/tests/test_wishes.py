"""What a unit asks for in its open requirements counts among its needs."""

from datetime import timedelta

import pytest

from tests.factories import NOON, give_concept, make_opportunity, make_unit
from virtualclusters.exchange.alerts import telling
from virtualclusters.exchange.alerts.finding import find_for, units_reached_by
from virtualclusters.exchange.alerts.full_lists import opportunities_for, units_for
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import read_units
from virtualclusters.matching.reasons import About
from virtualclusters.network.organisations.models import ConceptRole


@pytest.fixture
def grinders(concept):
    """An offer of spice grinders."""
    return make_opportunity(kind="offer", concepts=[("offers", concept("spice-grinder"))])


def _buys(wanted):
    unit = make_unit()
    wanted("spice-grinder", unit=unit)
    return unit


def _needs(unit, at=NOON):
    return list(read_units([unit.pk], wishes_at=at).views()[unit.pk].concepts.get("needs", {}))


def test_who_asks_for_a_grinder_stands_before_a_maker_of_spices_among_those_whom_an_offer_fits(
    concept, wanted, grinders
):
    maker = make_unit()
    give_concept(maker, concept("turmeric-powder"))
    buyer = _buys(wanted)

    fits = units_for(grinders, at=NOON).fits

    assert [one.unit for one in fits] == [buyer, maker]
    said = fits[0].match.reasons_for[0]
    assert (said.about, said.role, said.own) == (About.CONCEPT, "needs", (concept("spice-grinder").pk,))


def test_who_asks_for_a_grinder_finds_the_offer_on_its_own_page_and_in_its_full_list(wanted, grinders):
    buyer = _buys(wanted)

    assert [one.match.opportunity_id for one in find_for(buyer.pk, at=NOON).ranked] == [grinders.pk]
    assert [one.match.opportunity_id for one in opportunities_for(buyer, at=NOON).fits] == [grinders.pk]


@pytest.mark.parametrize(
    "columns",
    [
        {"published_at": None},
        {"published_at": NOON + timedelta(days=1)},
        {"ended_at": NOON, "end_reason": "met"},
        {"closes_at": NOON},
        {"kind": "training_wish"},
    ],
)
def test_a_draft_what_is_over_and_a_wish_for_a_training_are_no_needs(concept, wanted, grinders, columns):
    unit = make_unit()
    named = {"kind": "requirement", "concepts": [("asks", concept("spice-grinder"))]}
    make_opportunity(**named | {"unit": unit} | columns)

    assert _needs(unit) == []
    assert units_reached_by(grinders.pk, after=0, most=10, at=NOON) == []


def test_needs_are_read_with_wishes_only_when_a_moment_is_named(concept, wanted):
    buyer = _buys(wanted)

    assert (_needs(buyer), _needs(buyer, at=None)) == ([concept("spice-grinder").pk], [])


def test_what_is_asked_for_and_offered_says_nothing_to_who_only_asks(wanted, grinders):
    unit = _buys(wanted)
    wanted("spice-grinder")

    assert [one.match.opportunity_id for one in find_for(unit.pk, at=NOON).ranked] == [grinders.pk]


def test_who_asks_for_it_hears_of_it_before_those_whom_the_postings_hold(concept, wanted, grinders, node, settings):
    settings.ALERTS_AN_OPPORTUNITY = 2
    makers = [make_unit() for _ in range(3)]
    for maker in makers:
        give_concept(maker, concept("turmeric-powder"))
    buyer = _buys(wanted)
    give_concept(buyer, concept("spice-grinder"), ConceptRole.NEEDS)
    holding.rebuild(at=NOON)
    holding.load()

    telling.write_best(grinders, at=NOON)

    told = list(Alert.objects.filter(opportunity_id=grinders.pk).order_by("pk").values_list("unit_id", flat=True))
    assert (told[0], len(told), told[1] in {maker.pk for maker in makers}) == (buyer.pk, 2, True)
