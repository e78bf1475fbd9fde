"""What happens by itself: further colleges are told, teachers nudged, silent units called, the question after ninety days."""

from datetime import date, timedelta

import pytest

from tests.factories import NOON
from virtualclusters.areas.student_projects import jobs
from virtualclusters.areas.student_projects.models import CallItem, StillInUse, Widening
from virtualclusters.areas.student_projects.projects.operations import reporting, working
from virtualclusters.areas.student_projects.tests.projects.scenes import DAY, College, Project
from virtualclusters.areas.student_projects.tests.projects.test_road import begun, finished, students_of
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.operations.acting import say
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db
FAR = {"latitude": 18.95, "longitude": 73.87}
"""Some 47 km from the project."""


def told(key, person):
    return Notification.objects.filter(key=key, person=person).count()


def test_a_project_that_nobody_answers_for_21_days_reaches_the_next_band_every_seven_days_and_one_call(db):
    near, far, project = College(latitude=18.60, longitude=73.87), College(**FAR), Project()

    jobs.widen_unanswered(at=NOON + 20 * DAY)
    early = Widening.objects.count()
    for day in (21, 21, 22, 28, 35):
        jobs.widen_unanswered(at=NOON + day * DAY)

    assert (early, list(Widening.objects.order_by("pk").values_list("kilometres", flat=True))) == (0, [10, 25, 50])
    assert [told("project.near", one.coordinator.person) for one in (near, far)] == [1, 1]
    assert CallItem.objects.filter(opportunity=project.opportunity, why="no_application").count() == 1


def test_a_project_with_an_answer_is_not_widened(db):
    project = Project()
    project.applied(College())

    jobs.widen_unanswered(at=NOON + 30 * DAY)

    assert (Widening.objects.count(), CallItem.objects.count()) == (0, 0)


def test_colleges_beyond_the_band_hear_nothing_yet(db):
    far, _project = College(**FAR), Project()

    jobs.widen_unanswered(at=NOON + 21 * DAY)

    assert told("project.near", far.coordinator.person) == 0


def test_the_teacher_is_asked_to_look_once_when_nobody_wrote_for_14_days(db):
    college = College()
    engagement = begun(Project(), college)

    jobs.nudge_mentors(at=NOON + 13 * DAY)
    before = told("project.no_log", college.person)
    jobs.nudge_mentors(at=NOON + 14 * DAY)
    jobs.nudge_mentors(at=NOON + 15 * DAY)
    once = told("project.no_log", college.person)
    jobs.nudge_mentors(at=NOON + 28 * DAY)

    assert (before, once, told("project.no_log", college.person)) == (0, 1, 2)
    assert engagement.logs.count() == 0


def test_a_week_that_was_written_quiets_the_nudge(db):
    college = College()
    engagement = begun(Project(), college)
    student = actor_for(students_of(engagement)[0].person)
    working.write_week(
        engagement_id=engagement.pk, week=date(2026, 11, 30), hours=5, done="x", actor=student, at=NOON + 10 * DAY
    )

    jobs.nudge_mentors(at=NOON + 15 * DAY)

    assert told("project.no_log", college.person) == 0


def test_a_unit_that_says_nothing_for_14_days_is_one_call_and_again_only_after_it_was_settled(db):
    project = Project()
    engagement = begun(project, College())

    for day in (13, 14, 15):
        jobs.call_silent_units(at=NOON + day * DAY)

    call = CallItem.objects.get(why="unit_silent")
    assert (call.engagement, call.raised_at) == (engagement, NOON + 14 * DAY)


def test_a_word_of_the_unit_in_the_talk_quiets_the_call(db):
    project = Project()
    engagement = begun(project, College())
    say(engagement_id=engagement.pk, words="Come on Monday.", actor=project.owner, at=NOON + 10 * DAY)

    jobs.call_silent_units(at=NOON + 15 * DAY)

    assert CallItem.objects.count() == 0


def test_ninety_days_after_the_end_the_unit_is_asked_once(db):
    project = Project()
    engagement = finished(project, College())

    jobs.ask_after_the_end(at=engagement.ended_at + timedelta(days=89))
    early = StillInUse.objects.count()
    jobs.ask_after_the_end(at=engagement.ended_at + timedelta(days=90))
    jobs.ask_after_the_end(at=engagement.ended_at + timedelta(days=91))

    assert (early, StillInUse.objects.count(), told("project.in_use", project.owner.person)) == (0, 1, 1)


def test_a_call_is_not_settled_without_a_word(db):
    project = Project()
    jobs.widen_unanswered(at=NOON + 21 * DAY)
    call = CallItem.objects.get(opportunity=project.opportunity)

    with pytest.raises(Refused) as refused:
        reporting._refuse_settled(call, " ")

    assert refused.value.code == "nothing_said"
