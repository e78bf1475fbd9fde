"""A line of a plan becomes a tender: linked both ways, told to those who were interested. And a notice in plain words, bid or not."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import (
    give_concept,
    make_concept,
    make_member,
    make_opportunity,
    make_organisation,
    make_owner,
    make_unit,
)
from virtualclusters.areas.tenders.bidding import bid_or_not
from virtualclusters.areas.tenders.models import BuyerType, Category, TenderDetail
from virtualclusters.areas.tenders.publishing import publish_from
from virtualclusters.areas.tenders.summary import sentences_of
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityLink
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import OrganisationKind, YearlyCheckIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def honey():
    return make_concept("honey")


@pytest.fixture
def plan(now, honey):
    organisation = make_organisation(name="Sample Kitchens Ltd", kind=OrganisationKind.PUBLIC_UNDERTAKING, at=now)
    unit = make_unit(organisation=organisation, at=now)
    return make_opportunity(
        kind="purchase_plan", unit=unit, title="Honey for a year", concepts=[("asks", honey)], at=now
    )


@pytest.fixture
def officer(plan):
    return make_owner(plan.unit)


def told(now, **more):
    facts = {
        "title": "Supply of honey", "summary": "", "language": "en", "closes_at": now + timedelta(days=20), "value": 500_000,
        "portal": "Sample portal", "number": "S/1", "address": "https://portal.example/1", "buyer_type": "cpse",
        "category": "goods", "emd_amount": 10_000, "fee": None,
    }  # fmt: skip
    return facts | more


def test_the_tender_asks_for_what_the_plan_asked_and_each_shows_the_other(plan, officer, now, honey):
    tender = publish_from(earlier_id=plan.pk, actor=officer, at=now, **told(now))

    assert list(tender.concepts.values_list("role", "concept")) == [("asks", honey.pk)]
    link = OpportunityLink.objects.get()
    assert (link.earlier, link.later, tender.sources.get().address) == (plan, tender, "https://portal.example/1")
    page = Client().get(f"/en/opportunities/{tender.pk}/").content.decode()
    assert f'href="/en/opportunities/{plan.pk}/"' in page


def test_units_that_were_interested_in_the_plan_are_told_once(plan, officer, now):
    unit = make_unit(at=now)
    owner = make_owner(unit)
    answer(opportunity_id=plan.pk, unit_id=unit.pk, actor=owner, at=now)
    tender = publish_from(earlier_id=plan.pk, actor=officer, at=now, **told(now))

    run_jobs()

    message = Notification.objects.get(person=owner.person, key="tenders.from_plan")
    assert (message.about, message.variables["title"]) == (f"/opportunities/{tender.pk}/", "Supply of honey")


def test_another_buyer_makes_no_tender_of_a_plan_that_is_not_its_own(plan, now):
    other = make_owner(make_unit(organisation=make_organisation(kind=OrganisationKind.GOVERNMENT_BODY)))
    client = Client()
    client.force_login(other.person)

    with pytest.raises(NotFound):
        publish_from(earlier_id=plan.pk, actor=other, at=now, **told(now))
    assert client.get(f"/en/tenders/from/{plan.pk}/").status_code == 404


def test_a_number_that_is_here_already_is_refused_and_nothing_is_left_behind(plan, officer, now):
    publish_from(earlier_id=plan.pk, actor=officer, at=now, **told(now))

    with pytest.raises(Refused) as refused:
        publish_from(earlier_id=plan.pk, actor=officer, at=now, **told(now))

    assert (refused.value.code, Opportunity.objects.filter(kind="tender").count()) == ("known_already", 1)


def test_the_form_is_filled_from_the_plan_and_keeps_what_was_typed(plan, officer):
    client = Client()
    client.force_login(officer.person)

    first = client.get(f"/en/tenders/from/{plan.pk}/").content.decode()
    wrong = client.post(f"/en/tenders/from/{plan.pk}/", {"title": "My words", "once": "a" * 32})

    assert ('value="Honey for a year"' in first, wrong.status_code) == (True, 422)
    assert 'value="My words"' in wrong.content.decode()


@pytest.fixture
def tender(plan, officer, now):
    return publish_from(earlier_id=plan.pk, actor=officer, at=now, **told(now)).tender_detail


def test_a_notice_is_told_in_sentences_built_from_its_own_fields(tender, now):
    assert sentences_of(tender.opportunity, tender, at=now) == [
        "Sample Kitchens Ltd wants to buy: Supply of honey.",
        "It is worth about ₹5,00,000.",
        sentences_of(tender.opportunity, tender, at=now)[2],
        "With the bid you put down a deposit of ₹10,000.",
    ]
    assert "20 days are left." in sentences_of(tender.opportunity, tender, at=now)[2]


def test_what_a_notice_does_not_say_is_not_said(tender, now):
    Opportunity.objects.filter(pk=tender.pk).update(value=None, closes_at=None)
    TenderDetail.objects.filter(pk=tender.pk).update(emd_amount=None)
    bare = TenderDetail.objects.select_related("opportunity__unit__organisation").get(pk=tender.pk)

    assert sentences_of(bare.opportunity, bare, at=now) == ["Sample Kitchens Ltd wants to buy: Supply of honey."]


def firm(now, *, small=True):
    unit = make_unit(at=now)
    actor = make_owner(unit)
    if small:
        YearlyCheckIn.objects.create(
            organisation=unit.organisation, year=now.year - 1, investment="to_10l", sales="to_40l", said_at=now,
            said_by=actor.person,
        )  # fmt: skip
    return unit, actor


def reasons(tender, unit, now):
    return [(one.speaks, one.words) for one in bid_or_not(tender.opportunity, unit, at=now)["reasons"]]


def test_a_small_maker_at_a_central_buyer_reads_that_it_pays_no_deposit(tender, now, honey):
    unit, _owner = firm(now)
    give_concept(unit, honey)

    told_reasons = reasons(tender, unit, now)

    assert told_reasons[0] == (True, "You make this, or something of its kind.")
    assert told_reasons[-1] == (True, "You pay no deposit and nothing for the papers at this buyer.")


@pytest.mark.parametrize("change", [{"buyer_type": BuyerType.STATE}, {"category": Category.WORKS}])
def test_no_freedom_from_deposit_is_told_at_a_state_buyer_or_for_works(tender, now, change):
    TenderDetail.objects.update(**change)
    tender.refresh_from_db()
    unit, _owner = firm(now)

    assert reasons(tender, unit, now)[-1] == (None, "You need money for the deposit until it is given back: ₹10,000.")


def test_a_unit_that_makes_something_else_reads_that_it_does_not_make_it(tender, now):
    unit, _owner = firm(now, small=False)

    assert reasons(tender, unit, now)[0] == (False, "By your profile you do not make this.")


def test_a_paper_that_takes_longer_than_the_days_left_speaks_against(tender, now):
    Opportunity.objects.filter(pk=tender.pk).update(closes_at=now + timedelta(days=2))
    tender.opportunity.refresh_from_db()
    unit, _owner = firm(now)

    speaks, words = reasons(tender, unit, now)[2]
    assert (speaks, words.startswith("Not in time, as it looks: ")) == (False, True)


def test_the_page_of_an_owner_shows_papers_with_their_days_and_others_do_not_reach_it(tender, now):
    _unit, owner = firm(now)
    client, stranger = Client(), Client()
    client.force_login(owner.person)
    stranger.force_login(make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR)).person)

    page = unescape(client.get(f"/en/tenders/{tender.pk}/bid-or-not/").content.decode())

    assert [words in page for words in ("Digital signature, class 3", "Usually 3 days.", "never here")] == [True] * 3
    assert client.get("/en/tenders/7654321/bid-or-not/").status_code == 404
