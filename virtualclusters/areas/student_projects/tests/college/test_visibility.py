"""Who reads a student's name: her college, her team, and after her consent the units that chose her team."""

import pytest

from tests.factories import NOON, make_member, make_opportunity, make_owner, make_person, make_unit
from virtualclusters.areas.student_projects.college.own_pages import studies_of
from virtualclusters.areas.student_projects.college.visibility import visible_name, visible_names
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.tests.college.rows import (
    CHILD,
    make_college,
    make_coordinator,
    make_student,
    make_teacher,
    make_team,
)
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.network.actors import VISITOR, actor_for

pytestmark = pytest.mark.django_db


def seen(student, actor):
    student.refresh_from_db()
    return visible_name(student, actor=actor, at=NOON) != ""


def answer_of(team, college, *, unit, agreed_at=NOON):
    """The team's answer to a project of a unit, which has chosen it."""
    campus = college.units.get()
    engagement = Engagement.objects.create(
        opportunity=make_opportunity(kind="student_project", unit=unit),
        lead=campus,
        series=team.series,
        opened_by="answerer",
        phase="agreed" if agreed_at else "asked",
        turn="publisher",
        agreed_at=agreed_at,
        due_at=NOON,
        opened_at=NOON,
        moved_at=NOON,
    )
    Party.objects.create(engagement=engagement, side="publisher", role="principal", unit=unit)
    Party.objects.create(engagement=engagement, side="answerer", role="principal", unit=campus)
    return engagement


@pytest.fixture
def unit_owner(db):
    return make_owner(make_unit())


@pytest.fixture
def student(course):
    return make_student(course)


@pytest.fixture
def answered(student, course, college, unit_owner):
    """The student's team was chosen for a project of the unit."""
    team = make_team(course, [student])
    return answer_of(team, college, unit=unit_owner.organisation.units.get())


def test_a_unit_that_chose_her_team_reads_the_name_after_her_consent(student, answered, unit_owner):
    assert visible_name(student, actor=unit_owner, at=NOON) == student.name


def test_a_unit_that_has_not_chosen_her_team_yet_reads_no_name(student, course, college, unit_owner):
    answer_of(make_team(course, [student]), college, unit=unit_owner.organisation.units.get(), agreed_at=None)

    assert visible_name(student, actor=unit_owner, at=NOON) == ""


@pytest.mark.parametrize(
    "columns",
    [
        {"consented_at": None},
        {"consented_at": None, "refused_at": NOON},
        {"born_on": CHILD},
        {"born_on": CHILD, "guardian_consented_at": NOON},
        {"left_at": NOON},
    ],
)
def test_a_unit_reads_no_name_before_the_consent_is_whole(student, answered, unit_owner, columns):
    Student.objects.filter(pk=student.pk).update(**columns)

    assert not seen(student, unit_owner)


def test_a_unit_to_which_her_team_has_not_answered_reads_no_name(student, answered):
    assert not seen(student, make_owner(make_unit()))


def test_visitors_read_no_name(student, answered):
    assert not seen(student, VISITOR)


def test_her_own_college_reads_the_name_before_any_consent_and_another_does_not(student, coordinator):
    Student.objects.filter(pk=student.pk).update(consented_at=None)

    assert (seen(student, coordinator), seen(student, make_coordinator(make_college()))) == (True, False)


def test_staff_of_her_college_who_do_not_look_after_projects_read_no_name(student, college):
    assert not seen(student, make_member(college, role="staff"))


def test_her_teacher_and_her_mates_read_the_name_and_other_students_do_not(student, course, department):
    teacher, mate, other = make_teacher(department), make_student(course), make_student(course)
    make_team(course, [student, mate], supervisor=teacher)

    people = [teacher.person, mate.person, student.person, other.person, make_person()]

    assert [seen(student, actor_for(person)) for person in people] == [True, True, True, False, False]


def test_a_teacher_who_has_not_said_yes_reads_no_name(student, course, department):
    teacher = make_teacher(department, joined_at=None)
    make_team(course, [student], supervisor=teacher)

    assert not seen(student, actor_for(teacher.person))


def test_names_of_many_are_read_in_as_many_queries_as_of_one(
    course, college, unit_owner, django_assert_max_num_queries
):
    students = [make_student(course) for _each in range(30)]
    for place in range(0, 30, 5):
        answer_of(make_team(course, students[place : place + 5]), college, unit=unit_owner.organisation.units.get())

    with django_assert_max_num_queries(4):
        names = visible_names(students, actor=unit_owner, at=NOON)

    assert len(names) == 30


def test_whoever_was_asked_but_did_not_say_yes_reads_no_mates(student, course):
    asked = make_student(course, consented_at=None)
    make_team(course, [student, asked])

    (study,) = studies_of(asked.person, actor=actor_for(asked.person), at=NOON)

    assert (seen(student, actor_for(asked.person)), study.mates) == (False, [])
