"""Teams are made of students who were asked, one team a student, and no teacher looks after more than she takes."""

import pytest

from tests.factories import NOON
from virtualclusters.areas.student_projects.college.operations import people, teaming
from virtualclusters.areas.student_projects.models import FacultyMember, Student, Team, TeamMember
from virtualclusters.areas.student_projects.tests.college.rows import (
    make_college,
    make_coordinator,
    make_course,
    make_department,
    make_student,
    make_teacher,
    make_team,
    make_unasked,
)
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db


def made(course, coordinator, students, name="Team 1"):
    ids = [student.pk for student in students]
    return teaming.make_team(course_id=course.pk, name=name, student_ids=ids, actor=coordinator, at=NOON)


def code_of(verb, **options):
    with pytest.raises(Refused) as refused:
        verb(**options)
    return refused.value.code


def test_a_team_is_made_of_students_who_were_asked_or_said_yes(course, coordinator):
    students = [make_student(course), make_unasked(course, asked_at=NOON)]

    team = made(course, coordinator, students)

    assert list(team.members.order_by("pk").values_list("student", flat=True)) == [one.pk for one in students]


@pytest.mark.parametrize("columns", [{}, {"asked_at": NOON, "refused_at": NOON}, {"asked_at": NOON, "left_at": NOON}])
def test_who_was_not_asked_or_said_no_or_left_joins_no_team(course, coordinator, columns):
    student = make_unasked(course, **columns)

    assert code_of(made, course=course, coordinator=coordinator, students=[student]) == "not_asked"
    assert Team.objects.count() == 0


def test_a_student_is_in_one_team_at_a_time(course, coordinator):
    student = make_student(course)
    first = made(course, coordinator, [student])
    assert code_of(made, course=course, coordinator=coordinator, students=[student], name="Team 2") == "in_another_team"

    teaming.remove_member(team_id=first.pk, student_id=student.pk, actor=coordinator, at=NOON)

    assert made(course, coordinator, [student], name="Team 2").members.count() == 1


def test_two_open_teams_of_a_course_have_different_names(course, coordinator):
    made(course, coordinator, [])

    assert code_of(made, course=course, coordinator=coordinator, students=[]) == "name_taken"


def test_a_closed_course_gets_no_team(course, coordinator):
    type(course).objects.filter(pk=course.pk).update(closed_at=NOON)

    assert code_of(made, course=course, coordinator=coordinator, students=[]) == "course_closed"


def test_a_student_of_another_course_or_college_cannot_be_taken_in(course, coordinator):
    stranger = make_student(make_course(make_department(make_college())))

    with pytest.raises(NotFound):
        made(course, coordinator, [stranger])


def test_another_colleges_team_is_not_found(course):
    team, other = make_team(course), make_coordinator(make_college())

    for verb in (teaming.close_team, teaming.add_members, teaming.give_supervisor):
        further = {"student_ids": []} if verb is teaming.add_members else {}
        further |= {"member_id": None} if verb is teaming.give_supervisor else {}
        with pytest.raises(NotFound):
            verb(team_id=team.pk, actor=other, at=NOON, **further)


def test_a_teacher_takes_no_more_teams_than_she_said(course, department, coordinator):
    teacher = make_teacher(department, most_projects=1)
    first, second = make_team(course), make_team(course)
    teaming.give_supervisor(team_id=first.pk, member_id=teacher.pk, actor=coordinator, at=NOON)

    told = {"team_id": second.pk, "member_id": teacher.pk, "actor": coordinator, "at": NOON}
    assert code_of(teaming.give_supervisor, **told) == "supervisor_full"

    teaming.close_team(team_id=first.pk, actor=coordinator, at=NOON)
    teaming.give_supervisor(**told)
    teacher.refresh_from_db()
    assert (teacher.projects_taken, Team.objects.get(pk=second.pk).supervisor) == (1, teacher)


def test_giving_a_team_to_another_teacher_frees_the_first(course, department, coordinator):
    one, other, team = make_teacher(department), make_teacher(department), make_team(course)

    for teacher in (one, one, other, None):
        member_id = teacher and teacher.pk
        teaming.give_supervisor(team_id=team.pk, member_id=member_id, actor=coordinator, at=NOON)

    assert list(FacultyMember.objects.order_by("pk").values_list("projects_taken", flat=True)) == [0, 0]


def test_a_teacher_of_another_college_cannot_be_given_a_team(course, coordinator):
    stranger = make_teacher(make_department(make_college()))

    with pytest.raises(NotFound):
        teaming.give_supervisor(team_id=make_team(course).pk, member_id=stranger.pk, actor=coordinator, at=NOON)


def test_a_teacher_who_leaves_leaves_her_teams_to_be_given_anew(course, department, coordinator):
    teacher, team = make_teacher(department), make_team(course)
    teaming.give_supervisor(team_id=team.pk, member_id=teacher.pk, actor=coordinator, at=NOON)

    people.end_faculty(member_id=teacher.pk, actor=coordinator, at=NOON)

    team.refresh_from_db()
    teacher.refresh_from_db()
    assert (team.supervisor, teacher.projects_taken, teacher.left_at) == (None, 0, NOON)


def test_a_load_below_what_is_looked_after_now_is_refused(course, department, coordinator):
    teacher = make_teacher(department)
    for _each in range(2):
        told = {"team_id": make_team(course).pk, "member_id": teacher.pk, "actor": coordinator, "at": NOON}
        teaming.give_supervisor(**told)

    told = {
        "name": "T",
        "hours_a_month": 0,
        "concept_ids": [],
        "words": "",
        "language": "en",
        "actor": coordinator,
        "at": NOON,
    }
    assert code_of(people.change_faculty, member_id=teacher.pk, most_projects=1, **told) == "looks_after_more"


def test_a_student_who_left_the_college_is_in_no_team(course, coordinator):
    student = make_student(course)
    made(course, coordinator, [student])

    people.end_student(student_id=student.pk, actor=coordinator, at=NOON)

    assert TeamMember.objects.filter(left_at=None).count() == 0
    assert Student.objects.get().left_at == NOON


def test_a_team_has_at_most_ten_students(course, coordinator):
    students = [make_student(course) for _each in range(11)]

    assert code_of(made, course=course, coordinator=coordinator, students=students) == "team_full"
