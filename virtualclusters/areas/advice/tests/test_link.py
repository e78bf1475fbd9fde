"""The link in an adviser's message: one request, three answers, no sign-in, seven days."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_owner, make_unit
from virtualclusters.areas.advice.asking.link import LIVES, token_for
from virtualclusters.areas.advice.models import Case, Slot
from virtualclusters.areas.advice.tests.people import NOW, ask_round, live_turn, make_adviser, make_asker, yes_of
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Membership

pytestmark = pytest.mark.django_db
NUMBER = "+91 60000 00054"
IN_TWO_DAYS = day_in_india(NOW + timedelta(days=2))
YES = {"day_1_day": IN_TWO_DAYS.day, "day_1_month": IN_TWO_DAYS.month, "day_1_year": IN_TWO_DAYS.year}
YES |= {"starts_1": "10:30", "minutes": "30", "way": "phone", "fee_line": "first_free", "words": "Yes, I can help."}


@pytest.fixture
def adviser():
    return make_adviser()[1]


@pytest.fixture
def engagement(adviser):
    """A unit asks the adviser, and writes its number into its words."""
    words = "Our biscuits break. Call 9876543210 or write to me@example.com"
    return live_turn(ask_round(make_asker(), words=words)).engagement


def path_of(engagement, person_id, *, at=NOW):
    return reverse("advice_asked", args=[token_for(engagement_id=engagement.pk, person_id=person_id, at=at)])


@pytest.fixture
def path(engagement, adviser):
    return path_of(engagement, adviser.person_id)


def standing(engagement):
    engagement.refresh_from_db()
    return engagement.phase, engagement.turn, engagement.due_at, Post.objects.count(), Slot.objects.count()


def test_the_message_carries_a_link_of_the_persons_own(engagement, adviser):
    colleague = make_owner(engagement.opportunity.unit)

    run_jobs()

    sent = dict(Notification.objects.filter(key="advice.asked").values_list("person", "about"))
    assert set(sent) == {adviser.person_id, colleague.person_id}
    assert len(set(sent.values())) == 2
    assert [Client().get(f"/en{about}").status_code for about in sent.values()] == [200, 200]


@pytest.mark.parametrize("answer", ["", "?answer=yes", "?answer=question", "?answer=no", "?answer=nonsense"])
def test_opening_the_link_shows_three_answers_and_no_number_and_changes_nothing(engagement, path, answer):
    Case.objects.update(adviser_contact=NUMBER, unit_contact=NUMBER)
    before = standing(engagement)

    page = Client().get(path + answer).content.decode()

    assert standing(engagement) == before
    assert [word for word in ("Our biscuits break.", "answer by".capitalize()) if word not in page] == []
    assert [secret for secret in ("9876543210", "me@example.com", "60000 00054") if secret in page] == []


def test_yes_with_a_time_is_said_without_signing_in_and_keeps_her_number(engagement, path):
    Case.objects.update(adviser_contact=NUMBER)
    client = Client()

    done = client.post(path + "?answer=yes", YES)
    after = client.get(path).content.decode()

    assert (done.status_code, standing(engagement)[:2], Slot.objects.count()) == (
        302,
        (Phase.SHORTLISTED, "answerer"),
        1,
    )
    assert (Case.objects.get().adviser_contact, "You have answered." in after, "Send my yes" in after) == (
        NUMBER,
        True,
        False,
    )


def test_a_question_is_asked_and_a_yes_can_follow(engagement, path):
    client = Client()

    client.post(path + "?answer=question", {"words": "Which oven is it?"})

    assert Post.objects.filter(words="Which oven is it?").count() == 1
    assert "Yes, I can" in client.get(path).content.decode()


def test_a_no_has_a_reason_and_leads_to_the_next(engagement, path):
    client = Client()

    without = client.post(path + "?answer=no", {"words": "Sorry"})
    client.post(path + "?answer=no", {"reason": "no_time", "words": "Sorry"})

    assert (without.status_code, "Sorry</textarea>" in without.content.decode()) == (200, True)
    assert standing(engagement)[0] == Phase.DECLINED
    assert "This request is over for you." in client.get(path).content.decode()


def test_what_a_verb_refuses_stands_in_the_form(engagement, path):
    yesterday = day_in_india(NOW - timedelta(days=1))

    page = Client().post(path + "?answer=yes", YES | {"day_1_day": yesterday.day, "day_1_month": yesterday.month})

    assert (page.status_code, standing(engagement)[0], "Yes, I can help.</textarea>" in page.content.decode()) == (
        200,
        Phase.ASKED,
        True,
    )


def test_after_an_answer_the_link_acts_no_more(engagement, path, adviser):
    yes_of(engagement, adviser)

    Client().post(path + "?answer=no", {"reason": "no_time", "words": ""})

    assert standing(engagement)[0] == Phase.SHORTLISTED


def test_after_seven_days_it_leads_to_the_page_behind_sign_in(engagement, adviser):
    old = path_of(engagement, adviser.person_id, at=NOW - LIVES - timedelta(minutes=5))

    answers = [Client().get(old), Client().post(old + "?answer=no", {"reason": "no_time"})]

    case = reverse("advice_case", args=[engagement.pk])
    assert ([one.url for one in answers], standing(engagement)[0]) == ([case, case], Phase.ASKED)
    assert "/sign-in/" in Client().get(case).url


def test_a_forged_link_and_one_of_somebody_else_open_nothing(engagement, path):
    stranger = make_owner(make_unit(at=NOW))
    asker = Membership.objects.get(organisation=engagement.lead.organisation)
    forged = path.replace("~", "x~")
    others = [forged, path_of(engagement, stranger.person_id), path_of(engagement, asker.person_id)]
    others.append(path_of(Engagement(pk=engagement.pk + 999), stranger.person_id))

    assert [Client().get(one).status_code for one in others] == [404] * 4


def test_who_left_the_organisation_answers_no_more(engagement, path, adviser):
    Membership.objects.filter(person=adviser.person).update(ended_at=NOW)

    assert Client().post(path + "?answer=no", {"reason": "no_time"}).status_code == 404
    assert standing(engagement)[0] == Phase.ASKED
