from decimal import Decimal

import pytest

from tests.factories import NOON, give_concept, make_concept, make_organisation, make_owner, make_unit
from virtualclusters.network.organisations.facts import facts_of
from virtualclusters.network.organisations.models import ConceptRole, Unit, YearlyCheckIn
from virtualclusters.network.organisations.queries import unit_cards
from virtualclusters.network.vocabulary.models import Concept, ConceptName, State

pytestmark = pytest.mark.django_db


def unit_with_product():
    unit = make_unit()
    product = make_concept()
    ConceptName.objects.create(concept=product, language="en", text=f"name of {product.slug}", preferred=True, key="k")
    give_concept(unit, product)
    return unit


@pytest.mark.parametrize("count", [1, 50])
def test_cards_take_as_many_queries_for_fifty_units_as_for_one(django_assert_num_queries, count):
    ids = [unit_with_product().pk for _ in range(count)]

    with django_assert_num_queries(4):
        cards = unit_cards(ids, language="en")

    assert [card.id for card in cards] == ids


@pytest.mark.parametrize("count", [1, 50])
def test_facts_take_as_many_queries_for_fifty_units_as_for_one(django_assert_num_queries, count):
    ids = [unit_with_product().pk for _ in range(count)]

    with django_assert_num_queries(3):
        facts = facts_of(ids, at=NOON)

    assert sorted(facts) == ids


def test_a_card_names_place_and_products_in_the_readers_language():
    State.objects.create(code="MH", gst_code="27", lgd_code=27, name="Maharashtra", hindi_name="महाराष्ट्र")
    unit = unit_with_product()
    ConceptName.objects.create(concept=unit.concepts.get().concept, language="hi", text="हल्दी", preferred=True, key="k")

    card = unit_cards([unit.pk], language="hi")[0]

    assert (card.place, card.makes) == ("Pune, महाराष्ट्र", ["हल्दी"])


def test_facts_hold_what_was_said_and_nothing_that_was_not():
    organisation = make_organisation(women_owned=True, started_year=2020)
    unit = make_unit(organisation=organisation)
    give_concept(unit, make_concept("fssai", kind=Concept.Kind.CERTIFICATE), ConceptRole.HOLDS)
    YearlyCheckIn.objects.create(
        organisation=organisation,
        year=2025,
        sales="to_1cr",
        investment="to_10l",
        said_at=NOON,
        said_by=make_owner(unit).person,
    )

    facts = facts_of([unit.pk], at=NOON)[unit.pk]

    assert facts == {
        "organisation_kind": "enterprise",
        "state": "MH",
        "district": "Pune",
        "women_owned": True,
        "years_in_business": 6,
        "size_class": "micro",
        "turnover_lakh": (Decimal(40), Decimal(100)),
        "investment_lakh": (Decimal(0), Decimal(10)),
        "certificates": frozenset({"fssai"}),
    }


def test_an_actor_sees_her_own_unit_before_it_is_claimed_and_others_do_not():
    unit = make_unit(organisation=make_organisation(claimed=False))
    owner, other = make_owner(unit), make_owner(make_unit())

    assert Unit.objects.visible_to(owner, NOON).filter(pk=unit.pk).exists() is True
    assert Unit.objects.visible_to(other, NOON).filter(pk=unit.pk).exists() is False
