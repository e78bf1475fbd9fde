"""Help offered only to firms with certain owners reaches those that agreed to be invited by it, and never a handful."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.operations import withdraw_consent
from virtualclusters.areas.advice.models import Approach, HelpOfferDetail
from virtualclusters.areas.advice.outreach import operations
from virtualclusters.areas.advice.outreach.audience import audience_of, units_meant
from virtualclusters.areas.advice.tests.people import NOW, make_asker, make_trade
from virtualclusters.areas.advice.tests.test_outreach import make_helper, make_offer, send
from virtualclusters.areas.targeted_notices.operations.receiving import be_found
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def trade():
    return make_trade()


def found_by(owner, owners=("women",), *, for_help=True):
    """Let her firm be found by who owns it."""
    be_found(owners=list(owners), for_help=for_help, language="en", actor=owner, at=NOW)


def make_women(trade, count):
    """(unit, owner) of firms of women that agreed to be invited by it."""
    firms = [make_asker(trade=trade) for _each in range(count)]
    for _unit, owner in firms:
        found_by(owner)
    return firms


def test_only_firms_that_agreed_to_be_invited_by_their_owners_are_meant(trade):
    ((agreed, _owner),) = make_women(trade, 1)
    found_by(make_asker(trade=trade)[1], for_help=False)
    found_by(make_asker(trade=trade)[1], ["minority"])
    make_asker(trade=trade)

    meant = [list(units_meant(make_offer(trade, owners=owners)[0], at=NOW)) for owners in (["women"], ["sc_st"])]

    assert meant == [[agreed], []]


def test_who_takes_that_consent_back_is_not_meant_any_more_and_offices_still_find_her(trade):
    ((_unit, owner),) = make_women(trade, 1)

    told = {"language": "en", "channel": "web", "at": NOW}
    withdraw_consent(person=owner.person, purpose=Consent.Purpose.OWNERS_FOR_HELP, **told)

    assert list(units_meant(make_offer(trade, owners=["women"])[0], at=NOW)) == []
    assert Consent.objects.filter(person=owner.person, purpose="owners_for_notices", given=False).count() == 0


def test_a_group_of_four_is_neither_counted_nor_invited(trade):
    make_women(trade, 4)
    offer, helper = make_offer(trade, owners=["women"])

    with pytest.raises(Refused) as refused:
        send(offer, helper)

    audience = audience_of(offer, at=NOW)
    assert (refused.value.code, audience.is_told, audience.examples) == ("too_few", False, [])
    assert (Approach.objects.count(), HelpOfferDetail.objects.get().sent_at) == (0, None)


def test_a_group_of_five_is_invited_and_nobody_else_of_the_trade(trade):
    women = make_women(trade, 5)
    make_asker(trade=trade)
    offer, helper = make_offer(trade, owners=["women"])

    send(offer, helper)

    reached = Approach.objects.filter(opportunity=offer, outcome="sent").values_list("unit", flat=True)
    assert sorted(reached) == sorted(unit.pk for unit, _owner in women)


def test_who_takes_the_consent_back_after_it_was_sent_and_before_her_turn_is_not_invited(trade):
    *others, (_unit, owner) = make_women(trade, 5)
    offer, helper = make_offer(trade, owners=["women"])
    operations.send(opportunity_id=offer.pk, words="We can help.", actor=helper, at=NOW)

    found_by(owner, for_help=False)
    run_jobs()

    reached = Approach.objects.filter(opportunity=offer).values_list("unit", flat=True)
    assert sorted(reached) == sorted(unit.pk for unit, _owner in others)


def test_owners_alone_say_whom_an_offer_is_for(trade):
    make_women(trade, 5)
    offer, helper = make_offer(owners=["women"])

    operations.send(opportunity_id=offer.pk, words="We can help.", actor=helper, at=NOW)

    assert HelpOfferDetail.objects.get().sent_at == NOW


def test_the_page_of_a_small_group_tells_no_number_and_offers_no_sending(trade):
    make_women(trade, 4)
    helper = make_helper()
    offer, _helper = make_offer(trade, helper=helper, owners=["women"])
    browser = Client()
    browser.force_login(helper.person)

    page = browser.get(f"/en/advice/offers/{offer.pk}/").content.decode()

    assert ["Fewer than five such firms have agreed" in page, "Send it to them" in page] == [True, False]
    assert page.count("fewer than 5") == 2


def test_the_public_page_of_an_offer_says_for_which_firms_it_is(trade):
    offer, _helper = make_offer(trade, owners=["women", "minority"])

    page = Client().get(f"/en/opportunities/{offer.pk}/").content.decode()

    assert "Owned by women, Owned by people of a minority community" in page


def test_the_database_keeps_no_other_owners(trade):
    offer, _helper = make_offer(trade)

    with pytest.raises(IntegrityError), transaction.atomic():
        HelpOfferDetail.objects.filter(pk=offer.pk).update(owners=["men"])


def test_helpers_may_find_a_firm_only_by_an_owner_that_is_ticked():
    _unit, owner = make_asker()
    browser = Client()
    browser.force_login(owner.person)

    page = browser.post("/en/notices/found-by/", {"for_help": "on"}).content.decode()

    assert "Tick who owns the firm." in page
