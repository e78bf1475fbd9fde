"""How old posts of a project read when a student has left the team or taken her consent back."""

import pytest
from django.test import Client

from tests.factories import NOON
from virtualclusters.areas.student_projects.college.operations import consenting, people, teaming
from virtualclusters.areas.student_projects.college.visibility import visible_name
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.projects.talking import author_names
from virtualclusters.areas.student_projects.tests.projects.scenes import College, Project
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.exchange.engagements.operations.acting import act, say
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db
GONE = "A student who left the team"


@pytest.fixture
def scene():
    """A chosen team whose two students have both written."""

    class Scene:
        college, project = College(), Project()
        one, other = college.student(), college.student()
        team = college.team(one, other)
        engagement = project.chosen(college, team)

    for student in (Scene.one, Scene.other):
        say(engagement_id=Scene.engagement.pk, words="We come.", actor=actor_for(student.person), at=NOON)
    return Scene()


def read_by(actor, scene, page):
    browser = Client()
    browser.force_login(actor.person)
    return browser.get(page.format(scene.engagement.pk)).content.decode()


def withdraws(scene):
    teaming.remove_member(team_id=scene.team.pk, student_id=scene.one.pk, actor=scene.college.coordinator, at=NOON)


def leaves_the_college(scene):
    people.end_student(student_id=scene.one.pk, actor=scene.college.coordinator, at=NOON)


def takes_her_yes_back(scene):
    consenting.say_no(key=scene.one.consent_key, language="en", actor=actor_for(scene.one.person), at=NOON)


@pytest.mark.parametrize("page", ["/en/projects/work/{}/talk/", "/en/talks/{}/"])
@pytest.mark.parametrize("goes", [withdraws, leaves_the_college, takes_her_yes_back])
def test_the_unit_reads_the_name_of_a_student_until_she_goes_and_not_afterwards(scene, goes, page):
    before = read_by(scene.project.owner, scene, page)

    goes(scene)
    run_jobs()

    after = read_by(scene.project.owner, scene, page)
    told = [[scene.one.name in text, scene.other.name in text, GONE in text] for text in (before, after)]
    assert told == [[True, True, False], [False, True, True]]


def test_her_college_still_reads_who_wrote(scene):
    takes_her_yes_back(scene)
    run_jobs()

    page = read_by(scene.college.coordinator, scene, "/en/projects/work/{}/talk/")

    assert (scene.one.name in page, GONE in page) == (True, False)


def test_a_name_does_not_come_back_when_her_row_knows_her_account_no_more(scene):
    Student.objects.filter(pk=scene.one.pk).update(person=None)

    named = author_names(scene.engagement, actor=scene.project.owner, at=NOON)

    assert named == {scene.one.person_id: GONE}


def test_the_teacher_is_no_student_who_left(scene):
    people.end_faculty(member_id=scene.college.teacher.pk, actor=scene.college.coordinator, at=NOON)

    assert author_names(scene.engagement, actor=scene.project.owner, at=NOON) == {}


def test_the_unit_still_reads_who_worked_with_it_when_the_team_ended_after_the_project(scene):
    act(engagement_id=scene.engagement.pk, verb="withdraw", actor=scene.project.owner, at=NOON, reason="plans_changed")

    teaming.close_team(team_id=scene.team.pk, actor=scene.college.coordinator, at=NOON)

    assert visible_name(scene.one, actor=scene.project.owner, at=NOON) == scene.one.name
