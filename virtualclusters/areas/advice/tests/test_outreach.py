"""Offers of help reach the units they are meant for, and nobody is flooded."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.factories import give_concept, make_concept, make_member, make_organisation, make_owner, make_unit
from virtualclusters.areas.advice.jobs import approach_some
from virtualclusters.areas.advice.models import Approach, HelpOfferDetail
from virtualclusters.areas.advice.outreach import operations
from virtualclusters.areas.advice.outreach.audience import audience_of, units_meant
from virtualclusters.areas.advice.outreach.queries import reached_by
from virtualclusters.areas.advice.tests.people import FAR, NOW, make_asker, make_trade
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.capabilities.threads.operations import mark_read
from virtualclusters.exchange.audiences import few_hidden
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act, open_talk
from virtualclusters.exchange.engagements.operations.opening import invite
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import ConceptRole, Membership, OrganisationKind
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def trade():
    return make_trade()


def make_helper():
    """An officer of an NGO."""
    unit = make_unit(organisation=make_organisation(kind=OrganisationKind.NGO, at=NOW), at=NOW)
    return make_member(unit.organisation, at=NOW)


def make_offer(trade=None, *, helper=None, **detail):
    """(offer, officer): help with a trade."""
    helper = helper or make_helper()
    offer = operations.publish_help_offer(
        actor=helper,
        at=NOW,
        unit_id=helper.organisation.units.get().pk,
        title="Free check of packing",
        summary="",
        language="en",
        concept_ids=[trade.pk] if trade else [],
        places=10,
        fee_band="free",
        languages=["hi"],
        **detail,
    )
    return offer, helper


def send(offer, helper):
    """Let it go out, all of it."""
    operations.send(opportunity_id=offer.pk, words="We can help you.", actor=helper, at=NOW)
    run_jobs()


def outcomes(offer):
    """Outcome by unit's id."""
    return dict(Approach.objects.filter(opportunity=offer).values_list("unit", "outcome"))


def test_the_audience_is_counted_by_trade_district_and_need(trade):
    make_asker(trade=trade)
    needing, _owner = make_asker(trade=make_concept())
    give_concept(needing, trade, ConceptRole.NEEDS)
    make_asker(trade=trade, **FAR)
    make_asker(trade=make_concept())

    counts = [
        audience_of(make_offer(trade, **detail)[0], at=NOW).fit
        for detail in ({}, {"districts": [["MH", "pune"]]}, {"only_needing": True}, {"state": "AS"})
    ]

    assert counts == [3, 2, 1, 1]


def test_a_service_is_what_is_offered_and_goods_and_places_say_to_whom(trade):
    bookkeeping = make_concept(kind=Concept.Kind.SERVICE)
    maker, _owner = make_asker(trade=trade)
    needing, _owner = make_asker(trade=make_concept())
    give_concept(needing, bookkeeping, ConceptRole.NEEDS)
    make_asker(trade=make_concept(), **FAR)

    def meant(*concepts, **detail):
        offer, _helper = make_offer(bookkeeping, **detail)
        for concept in concepts:
            offer.concepts.create(concept=concept, role="about")
        return list(units_meant(offer, at=NOW))

    assert meant(districts=[["MH", "Pune"]]) == [maker, needing]
    assert meant(trade) == [maker]
    assert meant(only_needing=True) == [needing]


def test_a_service_alone_does_not_say_whom_it_is_for():
    offer, helper = make_offer(make_concept(kind=Concept.Kind.SERVICE))

    with pytest.raises(Refused) as refused:
        send(offer, helper)

    assert refused.value.code == "meant_for_nobody"


def test_examples_name_nobody_and_are_left_out_when_they_would_tell_who_it_is(trade):
    offer, _helper = make_offer(trade)
    for _ in range(4):
        make_asker(trade=trade)
    few = audience_of(offer, at=NOW).examples
    make_asker(trade=trade)

    many = audience_of(offer, at=NOW).examples

    assert (few, [(one.district, one.makes) for one in many]) == ([], [("Pune", "biscuits")] * 5)


def test_sending_reaches_those_who_may_be_approached_and_counts_the_others(trade):
    reached, _owner = make_asker(trade=trade)
    shy, _owner = make_asker(trade=trade, may_be_approached=False)
    offer, helper = make_offer(trade)

    send(offer, helper)

    assert outcomes(offer) == {reached.pk: "sent", shy.pk: "not_approached"}
    assert Engagement.objects.filter(opportunity=offer).count() == 1


def test_a_unit_gets_two_offers_a_week_from_all_senders_together(trade):
    unit, _owner = make_asker(trade=trade)
    offers = [make_offer(trade) for _ in range(3)]

    for offer, helper in offers:
        send(offer, helper)

    assert [outcomes(offer)[unit.pk] for offer, _helper in offers] == ["sent", "sent", "asked_enough"]


def test_after_a_week_a_unit_is_reached_again(trade):
    unit, _owner = make_asker(trade=trade)
    for _ in range(2):
        send(*make_offer(trade))
    Engagement.objects.update(opened_at=NOW - timedelta(days=8))
    offer, helper = make_offer(trade)

    send(offer, helper)

    assert outcomes(offer) == {unit.pk: "sent"}


def test_a_sender_reaches_only_her_share_a_day_and_goes_on_the_next(trade, settings):
    settings.OUTREACH_A_DAY = 2
    for _ in range(3):
        make_asker(trade=trade)
    offer, helper = make_offer(trade)

    send(offer, helper)
    today = len(outcomes(offer))
    Engagement.objects.update(opened_at=NOW - timedelta(days=1))
    approach_some(opportunity_id=offer.pk)

    assert (today, len(outcomes(offer)), HelpOfferDetail.objects.get().done_at is not None) == (2, 3, True)


def test_the_job_may_run_twice_and_reaches_nobody_twice(trade):
    make_asker(trade=trade)
    offer, helper = make_offer(trade)
    send(offer, helper)
    HelpOfferDetail.objects.update(after=0)

    approach_some(opportunity_id=offer.pk)

    assert (Approach.objects.count(), Engagement.objects.count()) == (1, 1)


def test_the_sender_sees_reached_opened_and_yes(trade):
    askers = [make_asker(trade=trade) for _ in range(3)]
    offer, helper = make_offer(trade)
    send(offer, helper)
    talks = {talk.lead_id: talk for talk in Engagement.objects.filter(opportunity=offer)}
    for unit, owner in askers[:2]:
        open_talk(engagement_id=talks[unit.pk].pk, actor=owner, at=NOW)
        mark_read(thread_id=talks[unit.pk].thread_id, reader=owner.person, up_to=10_000)
    act(engagement_id=talks[askers[0][0].pk].pk, verb="take_up", actor=askers[0][1], at=NOW)

    seen = reached_by(offer)

    assert (seen.reached, seen.opened, seen.said_yes, seen.passed_over) == (3, 2, 1, [])


def test_an_offer_for_nobody_in_particular_is_refused():
    offer, helper = make_offer()

    with pytest.raises(Refused) as refused:
        operations.send(opportunity_id=offer.pk, words="Hello", actor=helper, at=NOW)

    assert (refused.value.code, bool(refused.value.change)) == ("meant_for_nobody", True)


def test_anothers_offer_cannot_be_sent(trade):
    offer, _helper = make_offer(trade)

    with pytest.raises(NotFound):
        operations.send(opportunity_id=offer.pk, words="Hello", actor=make_helper(), at=NOW)


def test_who_was_reached_often_enough_is_not_invited_by_hand_either(trade):
    unit, _owner = make_asker(trade=trade)
    offers = [make_offer(trade) for _ in range(3)]
    send(*offers[0])
    invite(opportunity_id=offers[1][0].pk, unit_id=unit.pk, actor=offers[1][1], at=NOW)

    with pytest.raises(Refused) as refused:
        invite(opportunity_id=offers[2][0].pk, unit_id=unit.pk, actor=offers[2][1], at=NOW)
    send(*offers[2])

    assert (refused.value.code, outcomes(offers[2][0])) == ("asked_enough", {unit.pk: "asked_enough"})


def test_a_unit_alone_in_its_district_is_no_example(trade):
    for place in ({}, {}, {}, {}, {}, FAR):
        make_asker(trade=trade, **place)

    audience = audience_of(make_offer(trade, districts=[["MH", "Pune"], ["AS", "Kamrup Metro"]])[0], at=NOW)

    assert (audience.approachable, {one.district for one in audience.examples}) == (6, {"Pune"})


def test_a_district_of_the_same_name_in_another_state_is_not_meant(trade):
    make_asker(trade=trade, state="HP", district="Bilaspur")
    meant, _owner = make_asker(trade=trade, state="CG", district="Bilaspur")

    found = units_meant(make_offer(trade, districts=[["CG", "Bilaspur"]])[0], at=NOW)

    assert list(found) == [meant]


def test_an_offer_goes_out_in_the_organisations_name_also_when_who_sent_it_has_left(trade):
    unit, _owner = make_asker(trade=trade)
    offer, helper = make_offer(trade)
    colleague = make_owner(helper.organisation.units.get())
    operations.send(opportunity_id=offer.pk, words="We can help you.", actor=helper, at=NOW)
    Membership.objects.filter(person=helper.person).update(ended_at=NOW)

    run_jobs()

    sent = HelpOfferDetail.objects.get()
    author = Post.objects.get(thread=Engagement.objects.get(opportunity=offer).thread_id).author
    assert (outcomes(offer), sent.sent_by, sent.sender) == ({unit.pk: "sent"}, helper.organisation, helper.person)
    assert author == colleague.person


def test_an_offer_whose_organisation_has_nobody_left_ends_and_marks_no_unit(trade):
    make_asker(trade=trade)
    offer, helper = make_offer(trade)
    operations.send(opportunity_id=offer.pk, words="We can help you.", actor=helper, at=NOW)
    Membership.objects.filter(organisation=helper.organisation).update(ended_at=NOW)

    run_jobs()

    assert (outcomes(offer), HelpOfferDetail.objects.get().done_at is not None) == ({}, True)


def test_invitations_by_hand_and_those_sent_out_share_the_day_of_an_organisation(trade, settings):
    settings.OUTREACH_A_DAY = 2
    units = [make_asker(trade=trade)[0] for _ in range(3)]
    offer, helper = make_offer(trade)
    other, _helper = make_offer(trade, helper=helper)
    invite(opportunity_id=offer.pk, unit_id=units[0].pk, actor=helper, at=NOW)

    send(other, helper)
    with pytest.raises(Refused) as refused:
        invite(opportunity_id=offer.pk, unit_id=units[2].pk, actor=helper, at=NOW)

    assert (len(outcomes(other)), refused.value.code, bool(refused.value.change)) == (1, "day_used_up", True)
    tomorrow = invite(opportunity_id=offer.pk, unit_id=units[2].pk, actor=helper, at=NOW + timedelta(days=1))
    assert tomorrow.lead == units[2]


@pytest.mark.parametrize(("count", "words"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")])
def test_a_count_below_five_is_not_told(count, words):
    assert few_hidden(count) == words


@pytest.mark.parametrize("shy", [1, 4])
def test_the_page_tells_neither_how_many_of_few_units_fit_nor_how_many_of_them_want_no_offers(trade, shy):
    for number in range(4):
        make_asker(trade=trade, may_be_approached=number >= shy)
    offer, helper = make_offer(trade)
    client = Client()
    client.force_login(helper.person)

    before = client.get(f"/en/advice/offers/{offer.pk}/").content.decode()
    send(offer, helper)
    after = client.get(f"/en/advice/offers/{offer.pk}/").content.decode()

    assert (before.count("fewer than 5"), "Send it to them" in before) == (2, True)
    assert "They do not want to be approached: fewer than 5" in after
