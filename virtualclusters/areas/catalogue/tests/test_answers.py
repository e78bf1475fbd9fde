"""What answers to a requirement say side by side: the seller's own offer of the same goods, if there is one."""

import pytest
from django.utils import timezone

from tests.factories import make_concept, make_opportunity, make_owner, make_unit
from virtualclusters.areas.catalogue.models import OfferDetail
from virtualclusters.areas.catalogue.queries import requirement_answer_facts
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.opportunities.models import Opportunity

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def turmeric():
    return make_concept()


def seller_of(concept, now, **detail):
    """A unit with an offer of these goods."""
    unit = make_unit(at=now)
    offer = make_opportunity(kind="offer", unit=unit, concepts=[("offers", concept)], at=now)
    OfferDetail.objects.create(opportunity=offer, **detail)
    return unit


def answered(requirement, unit, now):
    return answer(opportunity_id=requirement.pk, unit_id=unit.pk, actor=make_owner(unit), at=now).pk


def test_price_and_time_come_from_the_sellers_offer_of_the_same_goods_in_three_queries(
    turmeric, now, django_assert_num_queries
):
    wanted = make_opportunity(kind="requirement", concepts=[("asks", turmeric)], at=now)
    dear = seller_of(turmeric, now, price_from=120, price_per="kg", delivery_days=7)
    silent = seller_of(turmeric, now)
    other = seller_of(make_concept(), now, price_from=5, price_per="kg")
    told = [answered(wanted, unit, now) for unit in (dear, silent, other)]

    with django_assert_num_queries(3):
        facts = requirement_answer_facts(told)

    assert [facts[pk] for pk in told] == [
        {"cost": "Their offer: from ₹120 a kg", "time": "Delivered in 7 days"},
        {},
        {},
    ]


def test_an_offer_that_has_ended_says_nothing(turmeric, now):
    wanted = make_opportunity(kind="requirement", concepts=[("asks", turmeric)], at=now)
    unit = seller_of(turmeric, now, price_from=120, price_per="kg")
    Opportunity.objects.filter(unit=unit).update(ended_at=now, end_reason="done")
    pk = answered(wanted, unit, now)

    assert requirement_answer_facts([pk]) == {pk: {}}
