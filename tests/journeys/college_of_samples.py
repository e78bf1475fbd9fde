"""Writes what the journey of a college's list finds: a polytechnic, its coordinator, a department. Prints her number."""

import json
import sys

import django


def main():
    """Add the college, with a department that can help."""
    from tests.factories import make_member, make_organisation, make_unit
    from virtualclusters.areas.student_projects.models import Department
    from virtualclusters.network.organisations.models import OrganisationKind, Role

    college = make_organisation(name="Sample Polytechnic Pune", kind=OrganisationKind.ACADEMIC_INSTITUTION)
    campus = make_unit(organisation=college)
    Department.objects.create(unit=campus, name="Food technology")
    json.dump({"coordinator": make_member(college, role=Role.COORDINATOR).person.phone}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main()
