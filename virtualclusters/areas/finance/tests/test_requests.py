"""A need of money becomes a request; lenders see what it asks for."""

from decimal import Decimal

import pytest
from django.test import Client

from tests.factories import NOON, make_owner, make_unit
from virtualclusters.areas.finance.requests.from_need import request_from_need
from virtualclusters.areas.finance.requests.operations import publish_request
from virtualclusters.areas.finance.tests.lending import make_clerk, make_lender
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.from_need import Fit, NeedView, Trouble
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.organisations.models import Unit


def a_need(*troubles, number=None, unit="", wanted=()):
    return NeedView(
        need_id=1,
        unit=Unit(),
        words="",
        language="en",
        wanted=wanted,
        touched=(),
        names={},
        troubles=frozenset(troubles),
        number=number,
        number_unit=unit,
        at=NOON,
    )


def test_a_need_of_money_fills_the_sum_and_what_it_is_for():
    draft = request_from_need(a_need(Trouble.MONEY, number=Decimal(500_000), unit="rupees", wanted=(7,)))

    assert (draft.values, draft.fits) == ({"purpose": "machines", "amount": 500_000}, Fit.MEANT_FOR_IT)


def test_a_sum_alone_makes_a_loan_one_way_among_others():
    draft = request_from_need(a_need(Trouble.BUY, number=Decimal(500_000), unit="rupees"))

    assert (draft.values, draft.fits) == ({"purpose": "working_capital", "amount": 500_000}, Fit.HELPS)


@pytest.mark.parametrize("need", [a_need(Trouble.QUALITY), a_need(Trouble.LOSS, number=Decimal(6), unit="percent")])
def test_a_trouble_without_money_is_no_loan(need):
    assert request_from_need(need) is None


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["need 5 lakh for an oven", "ओवन के लिए 5 लाख चाहिए"])
def test_the_sentence_of_an_owner_becomes_a_request_of_five_lakh(words):
    need = Need.objects.create(unit=make_unit(), words=words, language="en", source="typed", stated_at=NOON)

    draft = request_from_need(view_of(need, at=NOON, language="en"))

    assert draft.values["amount"] == Decimal(500_000)


def a_request(unit, **changes):
    said = {
        "title": "5 lakh for an oven",
        "summary": "",
        "amount": Decimal(500_000),
        "purpose": "machines",
        "months": 48,
    }
    return publish_request(
        actor=make_owner(unit), at=NOON, unit_id=unit.pk, language="en", concept_ids=[], **(said | changes)
    )


@pytest.mark.django_db
def test_a_request_says_its_sum_on_the_card_and_on_its_page():
    request = a_request(make_unit())

    page = Client().get(f"/en/opportunities/{request.pk}/").content.decode()

    assert card_facts([request]) == {request.pk: {"money": "₹5 lakh", "line": "Machines"}}
    assert [word for word in ("₹5,00,000", "Machines", "48 months") if word not in page] == []


@pytest.mark.django_db
def test_a_lender_answers_and_the_unit_chooses_it():
    unit, branch = make_unit(), make_lender()
    request = a_request(unit)

    engagement = answer(opportunity_id=request.pk, unit_id=branch.pk, actor=make_clerk(branch), at=NOON)
    chosen = act(engagement_id=engagement.pk, verb="choose", actor=make_owner(unit), at=NOON)

    assert chosen.phase == Phase.AGREED


@pytest.mark.django_db
def test_another_enterprise_does_not_answer_a_request():
    request, other = a_request(make_unit()), make_unit()

    with pytest.raises(Refused):
        answer(opportunity_id=request.pk, unit_id=other.pk, actor=make_owner(other), at=NOON)
