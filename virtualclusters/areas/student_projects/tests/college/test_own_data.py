"""What is kept of students, guardians and teachers is theirs to read, and is emptied when they go."""

import pytest

from tests.factories import NOON, make_person
from virtualclusters.accounts.exporting import everything_about
from virtualclusters.accounts.operations import erase
from virtualclusters.areas.student_projects.models import FacultyMember, Student, TeamMember
from virtualclusters.areas.student_projects.tests.college.rows import CHILD, make_student, make_teacher, make_team

pytestmark = pytest.mark.django_db


def section_of(person, name):
    return next(rows for section, rows in everything_about(person) if section.name == name)


def test_a_student_reads_what_her_college_keeps_of_her(course):
    student = make_student(course, skills=["baking"])

    row = section_of(student.person, "student")[0]

    assert (row["roll_number"], row["skills"], row["course__name"]) == (student.roll_number, ["baking"], course.name)


def test_a_guardian_and_a_teacher_read_theirs(course, department):
    guardian, teacher = make_person(), make_teacher(department)
    make_student(course, born_on=CHILD, guardian=guardian, guardian_name="P", guardian_phone=guardian.phone)

    assert len(section_of(guardian, "guardian")) == 1
    assert section_of(teacher.person, "faculty")[0]["most_projects"] == 4


def test_of_an_erased_student_nothing_is_left_but_that_there_was_one(course):
    student = make_student(
        course, email="s@example.com", skills=["baking"], guardian_name="P", guardian_phone="+919876500099"
    )
    make_team(course, [student])

    erase(person=student.person, at=NOON)

    kept = Student.objects.get()
    assert (kept.name, kept.roll_number, kept.phone, kept.email, kept.born_on, kept.skills) == (
        "",
        "",
        "",
        "",
        None,
        [],
    )
    assert (kept.guardian_name, kept.guardian_phone, kept.person, kept.erased_at) == ("", "", None, NOON)
    assert TeamMember.objects.filter(left_at=None).count() == 0


def test_of_an_erased_guardian_name_and_number_go_and_his_yes_ends(course, coordinator):
    guardian = make_person()
    checked = {"guardian_consented_at": NOON, "guardian_checked_at": NOON, "guardian_checked_by": coordinator.person}
    make_student(course, born_on=CHILD, guardian=guardian, guardian_name="P", guardian_phone=guardian.phone, **checked)

    erase(person=guardian, at=NOON)

    kept = Student.objects.get()
    assert (kept.guardian_name, kept.guardian_phone, kept.guardian_consented_at, kept.guardian_checked_at) == (
        "",
        "",
        None,
        None,
    )
    assert kept.name != ""


def test_the_teams_of_an_erased_teacher_look_for_another(course, department):
    teacher = make_teacher(department, projects_taken=1)
    team = make_team(course, supervisor=teacher)

    erase(person=teacher.person, at=NOON)

    team.refresh_from_db()
    kept = FacultyMember.objects.get()
    assert (team.supervisor, kept.name, kept.person, kept.left_at, kept.projects_taken) == (None, "", None, NOON, 0)


def test_two_students_of_one_college_can_be_erased(course):
    for student in (make_student(course), make_student(course)):
        erase(person=student.person, at=NOON)

    assert Student.objects.filter(erased_at=NOON).count() == 2
