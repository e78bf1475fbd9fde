"""A need of money becomes a request; lenders see what it asks for."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import NOON, make_concept, make_owner, make_unit
from virtualclusters.areas.finance.requests.finding import open_requests, packages_open, rows_of
from virtualclusters.areas.finance.requests.from_need import request_from_need
from virtualclusters.areas.finance.requests.operations import publish_request
from virtualclusters.areas.finance.tests.lending import make_clerk, make_lender, make_spice_maker, publish_package
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.from_need import Fit, NeedView, Trouble
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.exchange.opportunities.models import Opportunity
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


def a_request(unit, *, at=NOON, **changes):
    said = {
        "title": "5 lakh for an oven",
        "summary": "",
        "amount": Decimal(500_000),
        "purpose": "machines",
        "months": 48,
    }
    return publish_request(
        actor=make_owner(unit), at=at, unit_id=unit.pk, language="en", concept_ids=[], **(said | changes)
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


def looked_through(clerk, at=NOON, **filters):
    """What the lender's page lists: title of the search, packages that fit, whether answered."""
    lending = packages_open(clerk, at=at)
    rows = rows_of(open_requests(clerk, lending, at=at, **filters), lending)
    return [(row.opportunity.title, row.fitting, row.is_answered) for row in rows]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "terms",
    [{"amount_max": Decimal(400_000)}, {"months_max": 36}, {"purposes": ["vehicle"]}, {"states": ["KL"]}, {"products": True}],
)  # fmt: skip
def test_a_lender_sees_the_searches_that_a_package_fits_and_the_others_only_when_it_asks(terms):
    branch = make_lender()
    clerk = make_clerk(branch)
    if "products" in terms:
        terms = {"products": [make_concept("oil-r").pk]}
    a_request(make_spice_maker())
    publish_package(branch, clerk, title="Does not fit", **terms)

    none, every = looked_through(clerk), looked_through(clerk, every=True)
    publish_package(branch, clerk, title="Fits")

    assert (none, every) == ([], [("5 lakh for an oven", [], False)])
    assert looked_through(clerk) == [("5 lakh for an oven", ["Fits"], False)]


@pytest.mark.django_db
def test_filters_narrow_and_what_was_answered_or_is_over_is_told_or_left_out():
    branch, unit = make_lender(), make_spice_maker()
    clerk = make_clerk(branch)
    publish_package(branch, clerk, title="Fits")
    first, _second = a_request(unit), a_request(make_spice_maker(), title="For a shed", purpose="building")
    answer(opportunity_id=first.pk, unit_id=branch.pk, actor=clerk, at=NOON)

    assert looked_through(clerk, every=True, purpose="building") == [("For a shed", [], False)]
    assert looked_through(clerk, every=True, state="KL") == []
    assert looked_through(clerk) == [("5 lakh for an oven", ["Fits"], True)]
    Opportunity.objects.filter(pk=first.pk).update(ended_at=NOON, end_reason="met")
    assert looked_through(clerk) == []


@pytest.mark.django_db
@pytest.mark.parametrize("many", [1, 12])
def test_the_page_of_searches_costs_as_much_for_twelve_as_for_one(many, django_assert_max_num_queries):
    now = timezone.now()
    branch = make_lender(at=now)
    clerk = make_clerk(branch)
    publish_package(branch, clerk, at=now)
    for _number in range(many):
        a_request(make_spice_maker(now), at=now)
    client = Client()
    client.force_login(clerk.person)

    with django_assert_max_num_queries(14):
        page = client.get("/en/lender/requests/").content.decode()

    assert page.count("5 lakh for an oven") == many


@pytest.mark.django_db
def test_an_owner_and_a_visitor_do_not_see_the_lenders_page():
    client = Client()
    visitor = client.get("/en/lender/requests/").status_code
    client.force_login(make_owner(make_unit(at=timezone.now())).person)

    assert (visitor, client.get("/en/lender/requests/").status_code) == (302, 403)
