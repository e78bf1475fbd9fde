"""Writes what the journey of a student project finds: a bakery and its owner; a college with a coordinator, a teacher, a team of two.

Prints their numbers and the unit's and team's names.
"""

import json
import sys
from datetime import timedelta

import django


def main():
    """Everybody has said yes already; nothing is published."""
    from django.utils import timezone

    from tests.factories import make_member, make_organisation, make_unit
    from virtualclusters.areas.student_projects.models import Course, Department, FacultyMember, Student, Team
    from virtualclusters.foundation.time import day_in_india
    from virtualclusters.network.organisations.models import OrganisationKind, Role

    now = timezone.now()
    bakery = make_unit(organisation=make_organisation(name="Sharma Bakery (sample)", at=now), at=now)
    college = make_organisation(name="Institute of Baking (sample)", kind=OrganisationKind.ACADEMIC_INSTITUTION, at=now)
    campus = make_unit(organisation=college, at=now, latitude=18.63, longitude=73.87)
    department = Department.objects.create(unit=campus, name="Food technology")
    course = Course.objects.create(
        department=department,
        name="Diploma in baking",
        level="diploma",
        head_count=40,
        begins_on=day_in_india(now) - timedelta(days=30),
        ends_on=day_in_india(now) + timedelta(days=150),
    )
    teacher = _person("Dr Kulkarni (sample)")
    member = FacultyMember.objects.create(department=department, person=teacher, name=teacher.name, joined_at=now)
    team = Team.objects.create(course=course, name="Team Oven", supervisor=member, created_at=now)
    students = [_person("Meera (sample)"), _person("Arjun (sample)")]
    for number, person in enumerate(students, 1):
        student = Student.objects.create(
            organisation=college, course=course, roll_number=f"B{number}", name=person.name, person=person,
            born_on=day_in_india(now) - timedelta(days=365 * 20), skills=["baking"], created_at=now,
            asked_at=now, consented_at=now,
        )  # fmt: skip
        team.members.create(student=student, since=now)
    json.dump(
        {
            "owner": make_member(bakery.organisation, person=_person("Asha (sample)"), at=now).person.phone,
            "coordinator": make_member(
                college, role=Role.COORDINATOR, person=_person("Kavita (sample)"), at=now
            ).person.phone,
            "teacher": teacher.phone,
            "students": [person.phone for person in students],
        },
        sys.stdout,
    )


def _person(name):
    from django.utils import timezone

    from virtualclusters.accounts.models import Person

    return Person.objects.create_user(
        phone=f"+9172{Person.objects.count():08d}", name=name, phone_verified_at=timezone.now(), is_sample=True
    )


if __name__ == "__main__":
    django.setup()
    main()
