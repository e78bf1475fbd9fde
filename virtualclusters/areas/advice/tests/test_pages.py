"""The pages of advice, as each side opens them: what stands there, one next step, errors beside their fields."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_cluster, make_member, make_officer, make_organisation, make_unit
from virtualclusters.areas.advice.models import AdviceRequest, AdviserDetail, HelpOfferDetail, Session, Slot, WeeklyTime
from virtualclusters.areas.advice.outreach.operations import publish_help_offer
from virtualclusters.areas.advice.tests.people import (
    NOW,
    ask_round,
    live_turn,
    make_adviser,
    make_agreed,
    make_asker,
    make_trade,
    make_under_way,
    yes_of,
)
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.time import to_ist
from virtualclusters.network.clusters.models import ClusterMembership, ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.ui.formatters import moment

pytestmark = pytest.mark.django_db


def browser(actor):
    """A browser signed in as the actor."""
    client = Client()
    actor.person.second_factor_due_at = timezone.now() + timedelta(days=14)
    actor.person.save(update_fields=["second_factor_due_at"])
    client.force_login(actor.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def reads(client, name, *args):
    """The text of a page."""
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def lacks(page, *words):
    """Which of these words do not stand on a page."""
    return [word for word in words if word not in page]


def day_of(moment, number):
    """A day in the three boxes of a form."""
    day = to_ist(moment)
    return {f"day_{number}_day": day.day, f"day_{number}_month": day.month, f"day_{number}_year": day.year}


def test_a_visitor_finds_advisers_and_what_they_take():
    make_adviser()

    page = Client().get("/en/advice/").content.decode()

    assert lacks(page, "Biscuits, ovens and packing", "Free of charge", "New here", "Ask for advice") == []


def test_a_unit_says_its_trouble_sees_who_can_help_and_why_and_sends_it():
    profile, _adviser = make_adviser(remote=True)
    client = browser(make_asker()[1])

    told = {"words": "Our biscuits break", "spoken": "hi", "urgency": "this_week", "pays": "free", "once": "b" * 32}
    chosen = client.post("/en/advice/ask/", told | {"remote_fits": "on"}, follow=True).content.decode()
    request = AdviceRequest.objects.get()
    sent = client.post(f"/en/advice/requests/{request.pk}/send/", {f"place_{profile.pk}": "1"}, follow=True)

    assert lacks(chosen, "Who can help", "Speaks हिन्दी.", "Helps by phone or video.", "hours left this month") == []
    assert lacks(sent.content.decode(), "Asked now", profile.unit.organisation.name) == []
    assert live_turn(request).engagement.phase == Phase.ASKED


def test_what_was_typed_stays_when_the_trouble_is_missing():
    client = browser(make_asker()[1])

    page = client.post("/en/advice/ask/", {"spoken": "hi", "urgency": "no_hurry", "pays": "unit"}).content.decode()

    assert lacks(page, "Fill this in.", 'value="no_hurry"') == []


def test_asking_one_adviser_puts_her_first():
    first, _owner = make_adviser()
    wanted, _owner = make_adviser()
    client = browser(make_asker()[1])

    told = {"words": "Our biscuits break", "spoken": "hi", "urgency": "this_week", "pays": "free", "once": "c" * 32}
    client.post(f"/en/advice/ask/{wanted.pk}/", told)

    assert [turn.opportunity for turn in AdviceRequest.objects.get().turns.all()] == [wanted, first]


def test_the_asked_adviser_sees_three_answers_and_says_yes_with_times():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement
    client, ahead = browser(adviser), NOW + timedelta(days=3)

    page = reads(client, "advice_case", engagement.pk)
    told = {"minutes": "30", "way": "phone", "contact": "+91 60000 00054", "fee_line": "first_free", "words": "Yes"}
    client.post(reverse("advice_yes", args=[engagement.pk]), told | day_of(ahead, 1) | {"starts_1": "10:30"})

    engagement.refresh_from_db()
    assert lacks(page, "Yes, I can", "Ask a question", "Not for me", "Our biscuits break in the packet") == []
    assert (engagement.phase, Slot.objects.count()) == (Phase.SHORTLISTED, 1)


def test_after_her_yes_the_adviser_reads_which_times_they_can_choose():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement
    yes_of(engagement, adviser, hours=(48, 50))

    page = reads(browser(adviser), "advice_case", engagement.pk)

    offered = "; ".join(moment(NOW + timedelta(hours=hours)) for hours in (48, 50))
    assert f"They choose among these times: {offered}" in page


def test_a_yes_without_a_day_says_so_beside_the_day():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement

    told = {"minutes": "30", "way": "phone", "fee_line": "first_free", "words": "Yes"}
    page = browser(adviser).post(reverse("advice_yes", args=[engagement.pk]), told).content.decode()

    assert lacks(page, "Enter a time.", 'id="id_day_1') == []


def test_a_question_stands_in_the_talk():
    _profile, adviser = make_adviser()
    asker = make_asker()
    engagement = live_turn(ask_round(asker)).engagement

    browser(adviser).post(reverse("advice_question", args=[engagement.pk]), {"words": "Which oven is it?"})

    assert lacks(reads(browser(asker[1]), "advice_case", engagement.pk), "Which oven is it?") == []


def test_the_unit_takes_a_time_and_the_lost_one_is_told_with_what_is_free():
    _profile, adviser = make_adviser()
    first, second = make_asker(), make_asker()
    cases = [live_turn(ask_round(asker)).engagement for asker in (first, second)]
    for case in cases:
        yes_of(case, adviser, hours=(48, 72))
    slot = Slot.objects.order_by("starts_at").first()

    taken = browser(first[1]).post(reverse("advice_take", args=[cases[0].pk]), {"slot": slot.pk}, follow=True)
    lost = browser(second[1]).post(reverse("advice_take", args=[cases[1].pk]), {"slot": slot.pk}).content.decode()

    assert lacks(taken.content.decode(), "You meet", "Put it into your calendar") == []
    assert lacks(lost, "This time has just been taken.", "Free are:") == []


def test_the_plan_the_yes_a_session_and_the_hours():
    engagement, asker, adviser = make_agreed()
    expert, unit = browser(adviser), browser(asker[1])
    plan = {
        "goal": "Fewer broken",
        "baseline_of": "of a hundred",
        "baseline": "6",
        "tasks": "We measure.",
        "visits": "1",
    }
    plan |= {"paid_by": "nobody", "confidential": "open", "conflict": "none"}

    expert.post(reverse("advice_scope", args=[engagement.pk]), plan)
    read = reads(unit, "advice_case", engagement.pk)
    unit.post(reverse("advice_agree", args=[engagement.pk]), {})
    today = to_ist(NOW)
    session = {
        "held_on_day": today.day,
        "held_on_month": today.month,
        "held_on_year": today.year,
        "hours": "1.5",
        "way": "phone",
    }
    expert.post(reverse("advice_session", args=[engagement.pk]), session | {"notes": "Oven", "once": "d" * 32})

    assert lacks(read, "Fewer broken", "Your yes is missing", "Say yes to the plan") == []
    assert Session.objects.count() == 1
    assert lacks(reads(expert, "advice_hours"), "1.5", "1 session", "Take them along") == []
    assert expert.get(reverse("advice_hours_table")).content.decode("utf-8-sig").count("\n") == 2


def test_a_fee_without_a_payer_is_told_beside_the_payer():
    engagement, _asker, adviser = make_agreed()
    plan = {"goal": "G", "baseline_of": "of", "tasks": "T", "visits": "1", "fee": "2000", "paid_by": "nobody"}

    told = plan | {"confidential": "open", "conflict": "none"}
    page = browser(adviser).post(reverse("advice_scope", args=[engagement.pk]), told).content.decode()

    assert lacks(page, "Say who pays the fee.", "Fewer") == ["Fewer"]


def test_after_the_end_the_unit_says_how_much_came_from_the_help():
    engagement, asker, adviser = make_under_way()
    act(engagement_id=engagement.pk, verb="finish", actor=adviser, at=NOW)
    client = browser(asker[1])

    client.post(reverse("advice_share", args=[engagement.pk]), {"share": "part", "value_now": "2"})

    assert lacks(reads(client, "advice_case", engagement.pk), "A part of it", "before: 6.00", "own word") == []


def test_calling_off_moving_and_saying_where_one_is_reached():
    engagement, asker, adviser = make_agreed()
    client = browser(asker[1])

    client.post(reverse("advice_contact", args=[engagement.pk]), {"contact": "example.org/meet"})
    shown = reads(browser(adviser), "advice_case", engagement.pk)
    off = client.post(reverse("advice_call_off", args=[engagement.pk]), {"reason": "power"}, follow=True)

    assert lacks(shown, "example.org/meet") == []
    assert lacks(off.content.decode(), "Called off.", "Choose a time") == []


def test_before_a_plan_is_written_nobody_is_asked_to_agree_to_it():
    engagement, asker, _adviser = make_agreed()

    shown = reads(browser(asker[1]), "advice_agree", engagement.pk)

    assert ("Yes, we agree" in shown, "Write what you want to do" in shown) == (False, True)


def test_a_number_typed_without_spaces_is_read_in_two_groups():
    engagement, asker, adviser = make_agreed()
    browser(asker[1]).post(reverse("advice_contact", args=[engagement.pk]), {"contact": "+916000000003"})

    shown = reads(browser(adviser), "advice_case", engagement.pk)

    assert ("+91 60000 00003" in shown, "+916000000003" in shown) == (True, False)


def test_an_advisers_own_page_offers_times_and_takes_them_back():
    profile, adviser = make_adviser()
    client = browser(adviser)
    address = reverse("advice_time_add", args=[profile.pk])

    client.post(address, {"weekday": "2", "starts": "10:30", "minutes": "60"})
    weekly = WeeklyTime.objects.get()
    page = reads(client, "advice_profile", profile.pk)
    client.post(reverse("advice_time_back", args=[Slot.objects.first().pk]))
    client.post(reverse("advice_weekly_end", args=[weekly.pk]))

    assert lacks(page, "Every week", "Wednesday", "8 of 8 hours left this month") == []
    assert Slot.objects.filter(withdrawn_at=None).count() == 0


def test_changing_the_profile_keeps_it_one():
    profile, adviser = make_adviser()
    told = {"title": "Bread and biscuits", "languages": ["hi", "mr"], "fee_band": "to_2000", "hours_a_month": "12"}

    browser(adviser).post(reverse("advice_profile_edit", args=[profile.pk]), told | {"districts": "Satara, Sangli"})

    detail = AdviserDetail.objects.get()
    assert (detail.opportunity.title, detail.districts) == ("Bread and biscuits", [["MH", "Satara"], ["MH", "Sangli"]])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Poona", None),
        ("Nasik", "We know no district called Nasik. Do you mean Nashik?"),
        ("Qwertzland", "We know no district called Qwertzland."),
        (
            "Bilaspur",
            "Several districts are called Bilaspur. Write one of these: Bilaspur (Chhattisgarh), Bilaspur (Himachal",
        ),
    ],
)
def test_a_district_is_one_of_the_postal_directory_or_is_told_beside_the_field_with_what_was_typed(typed, told):
    profile, adviser = make_adviser()
    wanted = {
        "title": "Bread",
        "languages": ["hi"],
        "fee_band": "free",
        "hours_a_month": "12",
        "districts": f"Pune, {typed}",
    }

    answer = browser(adviser).post(reverse("advice_profile_edit", args=[profile.pk]), wanted)

    page = answer.content.decode()
    assert (answer.status_code == 302) == (told is None)
    assert told is None or (told in page, f'value="Pune, {typed}"' in page) == (True, True)


def test_a_district_typed_before_they_were_checked_is_shown_to_be_written_anew():
    profile, adviser = make_adviser(districts=[["MH", "Pune"], ["", "Old Town"]])

    page = reads(browser(adviser), "advice_profile", profile.pk)
    edit = reads(browser(adviser), "advice_profile_edit", profile.pk)

    assert lacks(page, "We do not know these districts: Old Town.") == []
    assert lacks(edit, 'value="Pune, Old Town"') == []


def test_an_offer_of_help_shows_its_audience_and_is_sent():
    trade = make_trade()
    for _ in range(6):
        make_asker(trade=trade)
    unit = make_unit(organisation=make_organisation(kind=OrganisationKind.NGO, at=NOW), at=NOW)
    officer = make_member(unit.organisation, at=NOW)
    client = browser(officer)
    offer = _offer(officer, unit, trade)

    before = reads(client, "advice_outreach", offer.pk)
    client.post(reverse("advice_outreach", args=[offer.pk]), {"words": "We can help you."})
    run_jobs()
    after = reads(client, "advice_outreach", offer.pk)

    assert lacks(before, "units fit", "without names", "Send it to them") == []
    assert lacks(after, "reached", "All units were looked at.") == []
    assert HelpOfferDetail.objects.get().done_at is not None


def _offer(actor, unit, trade):
    return publish_help_offer(
        actor=actor,
        at=NOW,
        unit_id=unit.pk,
        title="Free check of biscuit packing",
        summary="",
        language="en",
        concept_ids=[trade.pk],
        places=10,
        fee_band="free",
        languages=["hi"],
    )


def test_the_facilitator_finds_the_request_that_nobody_took_and_asks_somebody():
    make_adviser()
    asker = make_asker()
    cluster = make_cluster(at=NOW)
    ClusterMembership.objects.create(cluster=cluster, unit=asker[0], joined_at=NOW)
    request = ask_round(asker)
    ring(engagement_id=live_turn(request).engagement_id, at=NOW + timedelta(days=9))
    run_jobs()
    other, _owner = make_adviser(fee_band="to_2000")
    client = browser(make_officer(cluster, ClusterRole.FACILITATOR, at=NOW))

    listed, one = reads(client, "desk_advice"), reads(client, "desk_advice_one", request.pk)
    strange = client.get(reverse("desk_advice_one", args=[request.pk]), {"words": "\x00"})
    client.post(reverse("desk_advice_one", args=[request.pk]), {"adviser": other.pk})

    assert lacks(listed, "Our biscuits break") == lacks(one, other.unit.organisation.name, "Ask this one") == []
    assert (strange.status_code, live_turn(request).opportunity) == (200, other)


@pytest.mark.parametrize(
    "kind", [OrganisationKind.ENTERPRISE, OrganisationKind.NGO, OrganisationKind.FINANCIAL_INSTITUTION]
)
def test_an_empty_desk_has_one_next_step(kind):
    unit = make_unit(organisation=make_organisation(kind=kind, at=NOW), at=NOW)

    page = reads(browser(make_member(unit.organisation, at=NOW)), "advice_mine")

    assert page.count("vc-empty") >= 1


def test_the_list_of_advisers_takes_as_many_queries_for_one_as_for_ten(django_assert_max_num_queries):
    make_adviser()
    with django_assert_max_num_queries(15) as one:
        Client().get("/en/advice/")
    for _ in range(9):
        make_adviser()
    with django_assert_max_num_queries(15) as ten:
        Client().get("/en/advice/")

    assert len(one) == len(ten)


def test_ones_own_desk_takes_as_many_queries_for_one_request_as_for_three(django_assert_max_num_queries):
    _profile, _adviser = make_adviser(), make_adviser()
    asker = make_asker()
    client = browser(asker[1])
    ask_round(asker)
    with django_assert_max_num_queries(20) as one:
        client.get("/en/advice/mine/")
    for words in ("Biscuits burn", "Biscuits stick"):
        ask_round(asker, words=words)
    with django_assert_max_num_queries(20) as three:
        client.get("/en/advice/mine/")

    assert len(one) == len(three)
