"""A college's own rows for a side of the matrix: department, course, teacher, students, team."""

from datetime import timedelta

from tests.factories import make_person
from virtualclusters.areas.student_projects.models import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
    TeamMember,
)


def plant_college(side, at, *, words):
    """Give a side one row of everything that an address of a college can name; its actor is student, guardian and teacher too."""
    organisation, person = side.actor.organisation, side.actor.person
    department = Department.objects.create(unit=side.unit, name=f"{words} department", laboratory=words)
    day = at.date()
    course = Course.objects.create(
        department=department,
        name=f"{words} course",
        level="diploma",
        head_count=60,
        begins_on=day,
        ends_on=day + timedelta(days=90),
    )
    teacher = FacultyMember.objects.create(
        department=department, person=person, name=f"{words} teacher", asked_at=at, joined_at=at
    )
    student = _student(organisation, course, at, words, roll_number="R1", person=person, consented_at=at)
    child = {"born_on": day - timedelta(days=16 * 365), "guardian": person, "guardian_name": words}
    ward = _student(organisation, course, at, words, roll_number="R2", person=make_person(), consented_at=at, **child)
    team = Team.objects.create(course=course, name=f"{words} team", created_at=at, supervisor=teacher)
    FacultyMember.objects.filter(pk=teacher.pk).update(projects_taken=1)
    TeamMember.objects.create(team=team, student=student, since=at)
    side.rows |= {
        "department": department,
        "credit_rule": CreditRule.objects.create(organisation=organisation, name=f"{words} rule", hours_a_credit=40),
        "course": course,
        "teacher": teacher,
        "student": student,
        "ward": ward,
        "team": team,
    }


def _student(organisation, course, at, words, **columns):
    told = {"name": f"{words} student", "asked_at": at, "created_at": at, "skills": [words]}
    return Student.objects.create(
        organisation=organisation, course=course, **told | {"born_on": at.date() - timedelta(days=9000)} | columns
    )
