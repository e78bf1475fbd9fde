"""What waits on the desks of students, guardians, teachers, units and colleges, and nothing twice."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.factories import NOON
from virtualclusters.areas.student_projects import waiting
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.models import FacultyMember
from virtualclusters.areas.student_projects.projects.operations import working
from virtualclusters.areas.student_projects.projects.operations.following import (
    answer_still_in_use,
    ask_still_in_use,
)
from virtualclusters.areas.student_projects.tests.college.rows import CHILD
from virtualclusters.areas.student_projects.tests.projects.scenes import DAY, College, Project
from virtualclusters.areas.student_projects.tests.projects.test_road import begun, students_of
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.network.actors import actor_for
from virtualclusters.network.waiting import what_waits_for

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 16)
"""Of the week of NOON, which is a Friday."""


@pytest.fixture
def college():
    return College()


@pytest.fixture
def project():
    return Project()


def labels(actor, at=NOON):
    """What waits, but for the lock that a coordinator's role needs."""
    return [item.label for item in what_waits_for(actor, at=at) if "lock" not in item.label]


def at_page(part, actor, at):
    """What waits for her at an address with this part."""
    return [item for item in waiting.in_projects(actor=actor, at=at) if part in item.href]


def test_a_student_who_was_asked_finds_the_question_on_her_desk_until_she_answers(college):
    student = college.student(consented=False, phone="+919876500031")
    consenting.ask_for_consent(course_id=college.course.pk, actor=college.coordinator, at=NOON)
    student.refresh_from_db()
    actor, browser = actor_for(student.person), Client()
    browser.force_login(student.person)

    page = browser.get("/en/workspace/").content.decode()
    before = labels(actor)
    consenting.say_no(key=student.consent_key, language="en", actor=actor, at=NOON)

    assert (before, labels(actor)) == (["Student projects: do you say yes?"], [])
    assert [f"/en/student-consent/{student.consent_key}/" in page, "What waits for you" in page] == [True, True]


@pytest.fixture
def ward(college):
    """A minor who said yes, and whose guardian is asked."""
    columns = {"phone": "+919876500031", "guardian_name": "Parent Sample", "guardian_phone": "+919876500099"}
    student = college.student(consented=False, born_on=CHILD, **columns)
    consenting.ask_for_consent(course_id=college.course.pk, actor=college.coordinator, at=NOON)
    student.refresh_from_db()
    consenting.say_yes(key=student.consent_key, language="en", actor=actor_for(student.person), at=NOON)
    student.refresh_from_db()
    return student


def test_a_guardian_is_asked_until_he_says_yes_or_no_and_when_the_college_asks_again(ward, college):
    guardian = actor_for(ward.guardian)

    told = [labels(guardian)]
    consenting.guardian_says_no(key=ward.guardian_key, language="en", actor=guardian, at=NOON)
    told.append(labels(guardian))
    consenting.ask_guardian_again(student_id=ward.pk, actor=college.coordinator, at=NOON)
    told.append(labels(guardian))

    question = ["May your child take part? Say yes or no"]
    assert told == [question, [], question]


def test_a_guardian_is_asked_no_more_when_the_student_has_come_of_age(ward):
    guardian, birthday = actor_for(ward.guardian), NOON.replace(year=CHILD.year + 18, month=CHILD.month, day=CHILD.day)

    told = [len(at_page("/guardian-consent/", guardian, at)) for at in (birthday - DAY, birthday)]

    assert told == [1, 0]


def test_a_teacher_who_was_asked_and_has_not_answered_is_asked_on_her_desk(college):
    before = labels(college.mentor)
    FacultyMember.objects.update(asked_at=NOON, joined_at=None)

    assert (before, labels(college.mentor)) == ([], ["Will you look after teams? Say yes or no"])


@pytest.mark.parametrize(("days", "asked"), [(0, MONDAY), (6, MONDAY), (7, MONDAY + timedelta(days=7))])
def test_a_week_is_asked_for_from_its_friday_to_the_thursday_after(project, college, days, asked):
    engagement = begun(project, college)
    student = actor_for(students_of(engagement)[0].person)

    (item,) = at_page("/week/", student, NOON + days * DAY)

    assert (item.href, f"{asked.day} November" in item.label) == (f"/en/projects/work/{engagement.pk}/week/", True)


def test_a_week_that_was_written_and_a_week_before_the_work_are_not_asked_for(project, college):
    engagement = begun(project, college)
    first, second = (actor_for(one.person) for one in students_of(engagement))
    week = {"engagement_id": engagement.pk, "week": MONDAY, "hours": 8, "done": "Weighed."}

    working.write_week(actor=first, at=NOON, **week)

    assert [len(at_page("/week/", one, NOON)) for one in (first, second)] == [0, 1]
    assert at_page("/week/", second, NOON - DAY) == []


def test_half_way_unit_and_teacher_are_asked_for_a_look_until_their_side_gave_it(project, college):
    engagement = begun(project, college)
    half_way = NOON + 97 * DAY
    actors = [project.owner, college.mentor, college.coordinator]

    def asked(at):
        return [len(at_page("/review/", actor, at)) for actor in actors]

    early, due = asked(half_way - 2 * DAY), asked(half_way)
    working.review(engagement_id=engagement.pk, on_track=True, words="", actor=college.mentor, at=half_way)

    assert (early, due, asked(half_way)) == ([0, 0, 0], [1, 1, 0], [1, 0, 0])


def test_where_no_teacher_looks_after_the_team_the_college_is_asked_half_way(project, college):
    begun(project, college)
    FacultyMember.objects.update(left_at=NOON)

    actors = [college.mentor, college.coordinator]

    assert [len(at_page("/review/", actor, NOON + 97 * DAY)) for actor in actors] == [0, 1]


def test_the_unit_is_told_that_a_team_waits_and_both_what_comes_next(project, college):
    engagement, firm = project.applied(college), college.unit.organisation.name
    told = [labels(project.owner)]
    act(engagement_id=engagement.pk, verb="shortlist", actor=project.owner, at=NOON)
    told.append(labels(project.owner))
    act(engagement_id=engagement.pk, verb="choose", actor=project.owner, at=NOON)
    told.append(labels(college.coordinator))

    assert told == [
        [f"A team of {firm} waits for your answer"],
        [f"Choose, or say no: a team of {firm}"],
        [f"Agree on the terms with {project.unit.organisation.name}"],
    ]


def test_a_unit_finds_the_question_after_the_end_on_its_desk_until_it_answers(project, college):
    engagement = begun(project, college)
    key = ask_still_in_use(engagement=engagement, at=NOON).key

    told = [len(at_page("/in-use/", actor, NOON)) for actor in (project.owner, college.coordinator)]
    answer_still_in_use(key=key, in_use=True, words="", at=NOON)

    assert (told, at_page("/in-use/", project.owner, NOON)) == ([1, 0], [])


@pytest.mark.parametrize("teams", [1, 12])
def test_it_is_asked_once_however_much_waits(project, college, teams, django_assert_num_queries):
    for _each in range(teams):
        begun(Project(), college)
    FacultyMember.objects.update(most_projects=40)

    mentor = college.mentor
    with django_assert_num_queries(1):
        waiting.in_projects(actor=mentor, at=NOON + 97 * DAY)
