"""An officer counts, keeps, looks and sends; an owner reads why she got it and says no more; figures are sums."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_concept, make_opportunity
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.targeted_notices.audience import Audience
from virtualclusters.areas.targeted_notices.counting import size_of
from virtualclusters.areas.targeted_notices.describing import reasons_for
from virtualclusters.areas.targeted_notices.examples import examples_of
from virtualclusters.areas.targeted_notices.figures import figures_of
from virtualclusters.areas.targeted_notices.forecast import forecast_of
from virtualclusters.areas.targeted_notices.models import Notice, OwnersFound
from virtualclusters.areas.targeted_notices.operations import sending
from virtualclusters.areas.targeted_notices.operations.receiving import be_found
from virtualclusters.areas.targeted_notices.operations.telling import tell_some
from virtualclusters.areas.targeted_notices.tests.sending import NOW, make_draft, make_reader, make_sender
from virtualclusters.capabilities.messaging.models import SentMessage
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.network.organisations.operations.consenting import withdraw
from virtualclusters.network.vocabulary.models import ConceptName, State

pytestmark = pytest.mark.django_db
MH = Audience(state="MH")


def signed_in(actor):
    browser = Client()
    browser.force_login(actor.person)
    return browser


def typed(**more):
    day = timezone.localdate() + timedelta(days=20)
    return {
        "state": "MH",
        "kind": "information",
        "valid_until_day": day.day,
        "valid_until_month": day.month,
        "valid_until_year": day.year,
        "title_en": "Fair of food makers",
        "words_en": "Come to the fair.",
        "title_hi": "खाद्य मेला",
        "words_hi": "मेले में आइए।",
    } | more


@pytest.fixture
def sender():
    State.objects.create(code="MH", gst_code="27", lgd_code=27, name="Maharashtra", hindi_name="महाराष्ट्र")
    return make_sender()


def told(sender, **fields):
    notice = sending.submit(notice_id=make_draft(sender, MH, **fields).pk, actor=sender, at=NOW)
    while tell_some(notice_id=notice.pk, at=NOW):
        pass
    return Notice.objects.get(pk=notice.pk)


def test_an_officer_counts_without_scripts_keeps_looks_and_sends(sender):
    for _number in range(6):
        make_reader()
    browser = signed_in(sender)

    counted = browser.post("/en/desk/notices/write/", typed(look="1"))
    kept = browser.post("/en/desk/notices/write/", typed(), follow=True)
    notice = Notice.objects.get()
    sent = browser.post(f"/en/desk/notices/{notice.pk}/submit/", follow=True)

    assert [
        "6 units can be reached." in counted.content.decode(),
        "Send it" in kept.content.decode(),
        "It is being sent." in sent.content.decode(),
    ] == [True, True, True]


def test_few_are_told_as_few(sender):
    for _number in range(4):
        make_reader()

    page = signed_in(sender).post("/en/desk/notices/look/", typed()).content.decode()

    assert ("They are too few" in page, "4 units" in page) == (True, False)


def test_what_is_wrong_stands_beside_the_box_and_what_was_typed_is_kept(sender):
    page = signed_in(sender).post("/en/desk/notices/write/", typed(leads_to="/en/nowhere/", words_hi=""))

    form = page.context["form"]
    assert (form.errors["leads_to"], sorted(form.errors), form["title_hi"].value(), Notice.objects.count()) == (
        ["This portal has no such page. Copy its address once more."],
        ["leads_to", "words_hi"],
        "खाद्य मेला",
        0,
    )


def test_the_forecast_counts_ways_parts_and_rupees(sender, settings):
    settings.SMS_RUPEES_A_PART = 2
    for language in ("en", "en", "en", "hi", "hi"):
        make_reader(language=language)
    make_reader(messages=False)
    notice = make_draft(sender, MH)

    told = forecast_of(notice, MH, at=NOW)
    parts = {sms.language: sms.size.parts for sms in told.messages}

    assert (
        [people for _way, people in told.ways],
        {sms.language: sms.people for sms in told.messages},
        told.rupees,
    ) == ([5, 1], {"en": 3, "hi": 2}, 2 * (3 * parts["en"] + 2 * parts["hi"]))


def test_examples_name_nobody_who_is_not_verified(sender):
    for _number in range(5):
        make_reader()

    assert {one.who for one in examples_of(MH, sender_id=sender.organisation_id, at=NOW)} == {"A unit in Pune"}


def test_the_reasons_say_what_her_profile_and_place_have_to_do_with_it():
    pickles = make_concept("pickles")
    ConceptName.objects.create(concept=pickles, language="en", text="pickles", key="pickles", preferred=True)
    unit, _owner = make_reader(pickles, district="Nashik", state="MH")

    reasons = reasons_for(unit, Audience(concepts=(pickles.pk,), districts=(("MH", "Nashik"),)))

    assert reasons == [
        "Your profile names pickles.",
        "You are in Nashik.",
        "You agreed that others may ask you.",
    ]


def test_an_owner_opens_her_notice_and_wants_no_more_of_the_office(sender):
    (_unit, owner), *_others = [make_reader() for _number in range(5)]
    notice = told(sender)
    browser = signed_in(owner)

    listed = browser.get("/en/notices/").content.decode()
    page = browser.get(f"/en/notices/{notice.pk}/").content.decode()
    after = browser.post(f"/en/notices/{notice.pk}/more/", follow=True).content.decode()

    assert [
        "Fair of food makers" in listed,
        "You agreed that others may ask you." in page,
        "You get nothing more from this office." in after,
        figures_of(notice).opened,
    ] == [True, True, True, 1]


def test_another_owner_does_not_find_it(sender):
    for _number in range(5):
        make_reader()
    notice = told(sender)
    _unit, stranger = make_reader(state="KL", district="Kollam")

    answers = [signed_in(stranger).get(f"/en/notices/{pk}/").status_code for pk in (notice.pk, notice.pk + 999)]

    assert answers == [404, 404]


def test_figures_are_sums_of_told_opened_acted_and_failed(sender):
    readers = [make_reader() for _number in range(5)]
    make_reader(approached=False)
    offer = make_opportunity(kind="requirement", at=NOW)
    notice = told(sender, opportunity_id=offer.pk)  # the offer's own unit fits too, and has nobody to read it
    signed_in(readers[0][1]).get(f"/en/notices/{notice.pk}/")
    answer(opportunity_id=offer.pk, unit_id=readers[0][0].pk, actor=readers[0][1], at=NOW)
    occasion = {"occasion": f"notice:{notice.pk}", "channel": "sms", "key": "x", "sent_at": NOW}
    SentMessage.objects.create(parts=1, **occasion)
    SentMessage.objects.create(rejected_because="number", **occasion)

    came = figures_of(notice)

    assert (came.asked, came.no_consent, came.told, came.opened, came.acted, came.messages, came.failed) == (
        7, 1, 5, 1, 1, 1, 1,
    )  # fmt: skip


def test_taking_back_the_consent_empties_by_whom_the_firm_is_owned():
    _unit, owner = make_reader()
    be_found(owners=["women"], language="en", actor=owner, at=NOW)

    withdraw(purpose=Consent.Purpose.OWNERS_FOR_NOTICES, language="en", actor=owner, at=NOW)

    assert OwnersFound.objects.count() == 0


def test_the_count_takes_as_many_queries_for_fifty_units_as_for_five(sender, django_assert_max_num_queries):
    for _number in range(50):
        make_reader()

    with django_assert_max_num_queries(3):
        size = size_of(MH, actor=sender, at=NOW)

    assert size.reachable == 50


def test_who_holds_no_right_to_write_finds_no_desk_of_notices():
    _unit, owner = make_reader()

    assert signed_in(owner).get("/en/desk/notices/").status_code == 403
