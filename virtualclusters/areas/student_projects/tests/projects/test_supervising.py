"""Who looks after a team at work: only a teacher who said yes, and whom the college names now; a team at work does not end."""

import pytest

from tests.factories import NOON, make_person
from virtualclusters.areas.student_projects.college.operations import people, teaming
from virtualclusters.areas.student_projects.models import FacultyMember, ProjectWork
from virtualclusters.areas.student_projects.projects.queries import teams_to_send
from virtualclusters.areas.student_projects.projects.standing import Seat, place_of
from virtualclusters.areas.student_projects.tests.projects.scenes import DAY, College, Project
from virtualclusters.areas.student_projects.tests.projects.test_road import refusal_of
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def college():
    return College()


@pytest.fixture
def project():
    return Project()


def another_teacher(college, **columns):
    told = {"name": "Dr Other Sample", "joined_at": NOON, "most_projects": 4} | columns
    return FacultyMember.objects.create(department=college.department, person=make_person(), **told)


def given(college, team, teacher):
    member_id = teacher and teacher.pk
    return teaming.give_supervisor(team_id=team.pk, member_id=member_id, actor=college.coordinator, at=NOON)


def seats_of(engagement, *teachers):
    """Where each teacher stands in a project; None where she finds nothing."""
    return [_seat(engagement, actor_for(teacher.person)) for teacher in teachers]


def _seat(engagement, actor):
    try:
        return place_of(engagement.pk, actor=actor).seat
    except NotFound:
        return None


def test_a_teacher_who_has_not_said_yes_is_given_no_team(college):
    asked, team = another_teacher(college, joined_at=None), college.team(supervisor=None)

    code = refusal_of(given, college, team, asked)

    team.refresh_from_db()
    asked.refresh_from_db()
    assert (code, team.supervisor, asked.projects_taken) == ("supervisor_not_joined", None, 0)


def test_no_place_is_taken_of_a_teacher_who_has_not_said_yes(college):
    asked = another_teacher(college, joined_at=None)

    assert (people.take_supervisor(asked.pk), people.take_supervisor(college.teacher.pk)) == (False, True)


def test_a_team_whose_teacher_has_not_said_yes_is_offered_nowhere_and_takes_no_project(project, college):
    ready, waiting = college.team(), college.team(supervisor=another_teacher(college, joined_at=None))

    offered = list(teams_to_send(college.coordinator, day=NOON.date()))

    assert (offered, refusal_of(project.applied, college, waiting)) == ([ready], "supervisor_not_joined")


def test_a_teacher_who_says_yes_after_her_team_was_chosen_takes_part_from_then_on(project, college):
    engagement = project.chosen(college)
    FacultyMember.objects.filter(pk=college.teacher.pk).update(joined_at=None)
    engagement.parties.filter(person=college.person).delete()
    before = seats_of(engagement, college.teacher)

    people.join_as_faculty(member_id=college.teacher.pk, actor=college.mentor, at=NOON)
    run_jobs()

    assert (before, seats_of(engagement, college.teacher)) == ([None], [Seat.MENTOR])


def test_the_seat_of_a_team_at_work_follows_the_teacher_whom_the_college_names(project, college):
    team, other = college.team(), another_teacher(college)
    engagement = project.chosen(college, team)
    before = seats_of(engagement, college.teacher, other)

    given(college, team, other)

    assert (before, seats_of(engagement, college.teacher, other)) == ([Seat.MENTOR, None], [None, Seat.MENTOR])
    assert ProjectWork.objects.get().supervisor == other


def test_a_teacher_named_after_the_first_one_left_has_her_seat(project, college):
    team, other = college.team(), another_teacher(college)
    engagement = project.chosen(college, team)
    people.end_faculty(member_id=college.teacher.pk, actor=college.coordinator, at=NOON)

    given(college, team, other)

    assert seats_of(engagement, college.teacher, other) == [None, Seat.MENTOR]


def test_a_finished_project_keeps_the_teacher_who_looked_after_it(project, college):
    team, other = college.team(), another_teacher(college)
    engagement = project.chosen(college, team)
    act(engagement_id=engagement.pk, verb="withdraw", actor=college.coordinator, at=NOON, reason="time")

    given(college, team, other)

    assert ProjectWork.objects.get(pk=engagement.pk).supervisor == college.teacher


def test_a_team_at_work_cannot_be_left_without_a_teacher(project, college):
    team = college.team()
    project.chosen(college, team)

    code = refusal_of(given, college, team, None)

    team.refresh_from_db()
    assert (code, team.supervisor) == ("team_at_work", college.teacher)


def test_a_team_at_work_does_not_end_before_its_project_does(project, college):
    team = college.team()
    engagement = project.chosen(college, team)
    told = {"team_id": team.pk, "actor": college.coordinator, "at": NOON + DAY}

    code = refusal_of(teaming.close_team, **told)
    held = ProjectWork.objects.get().held
    act(engagement_id=engagement.pk, verb="withdraw", actor=college.coordinator, at=NOON, reason="time")
    teaming.close_team(**told)

    team.refresh_from_db()
    phase = Engagement.objects.get(pk=engagement.pk).phase
    assert (code, held, phase, team.closed_at) == ("team_at_work", True, Phase.WITHDRAWN, NOON + DAY)
