"""Makers of a college's rows, one call each."""

from datetime import date, timedelta
from itertools import count

from tests.factories import NOON, make_member, make_organisation, make_person, make_unit
from virtualclusters.areas.student_projects.college.operations import setting_up
from virtualclusters.areas.student_projects.models import Course, Department, FacultyMember, Student, Team, TeamMember
from virtualclusters.network.organisations.models import OrganisationKind, Role

_numbers = count(1)
ADULT, CHILD = date(2004, 5, 1), date(2010, 5, 1)
DAY = timedelta(days=1)


def make_college(*, at=NOON):
    """A polytechnic with a campus in Pune."""
    college = make_organisation(kind=OrganisationKind.ACADEMIC_INSTITUTION, name="Sample Polytechnic", at=at)
    make_unit(organisation=college, at=at)
    return college


def make_coordinator(college, *, at=NOON):
    """Who looks after the college's projects."""
    return make_member(college, role=Role.COORDINATOR, at=at)


def make_department(college, *, name="Food technology"):
    """A department at the college's campus."""
    return Department.objects.create(unit=college.units.get(), name=name)


def make_course(department, *, name="Diploma food technology", **columns):
    """A class in its project term."""
    told = {"level": "diploma", "head_count": 60, "begins_on": date(2026, 12, 1), "ends_on": date(2027, 3, 31)}
    return Course.objects.create(department=department, name=name, **told | columns)


def make_student(course, *, at=NOON, **columns):
    """A student of age who has said yes, with a person of her own, unless told otherwise."""
    number = next(_numbers)
    person = columns.pop("person", None) or make_person(name=f"Student Sample {number}")
    told = {
        "organisation": course.department.unit.organisation,
        "course": course,
        "roll_number": f"R{number:05}",
        "name": f"Student Sample {number}",
        "phone": person.phone,
        "born_on": ADULT,
        "person": person,
        "asked_at": at,
        "consented_at": at,
        "created_at": at,
    }
    return Student.objects.create(**told | columns)


def make_unasked(course, **columns):
    """A student whom nobody has asked yet."""
    number = next(_numbers)
    told = {
        "organisation": course.department.unit.organisation,
        "course": course,
        "roll_number": f"U{number:05}",
        "name": f"Unasked Sample {number}",
        "phone": f"+9162{number:08d}",
        "born_on": ADULT,
        "created_at": NOON,
    }
    return Student.objects.create(**told | columns)


def make_teacher(department, *, most_projects=4, at=NOON, **columns):
    """A teacher who said yes."""
    person = make_person(name="Teacher Sample")
    told = {"name": "Teacher Sample", "asked_at": at, "joined_at": at, "most_projects": most_projects}
    return FacultyMember.objects.create(department=department, person=person, **told | columns)


def make_team(course, students=(), *, at=NOON, name="", supervisor=None):
    """A team with these students."""
    team = Team.objects.create(
        course=course, name=name or f"Team {next(_numbers)}", created_at=at, supervisor=supervisor
    )
    for student in students:
        TeamMember.objects.create(team=team, student=student, since=at)
    return team


def told_of(**columns):
    """What is told of a student by hand or by a file."""
    told = {
        "roll_number": "R1", "name": "Ravi Sample", "phone": "+919876500001", "email": "", "born_on": ADULT, "language": "en",
        "skills": [], "guardian_name": "", "guardian_phone": "",
    }  # fmt: skip
    return told | columns


def add_rule(actor, *, hours=40):
    """The college's own rule of hours a credit."""
    return setting_up.add_credit_rule(
        name="Project credits", hours_a_credit=hours, source="Order 7", actor=actor, at=NOON
    )
