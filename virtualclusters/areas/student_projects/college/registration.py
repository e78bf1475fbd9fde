"""What the college's side makes known at start-up."""

from virtualclusters.accounts import erasure, exporting, withdrawing
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.student_projects.college import imports, notices
from virtualclusters.areas.student_projects.college.entries import ENTRY
from virtualclusters.areas.student_projects.college.operations.consenting import (
    end_guardians_consent,
    end_students_consent,
)
from virtualclusters.areas.student_projects.college.own_data import SECTIONS, erase_person
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.specs import register as register_spec
from virtualclusters.network.desk_entries import add_desk_entry
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant

MANAGERS = (*DECIDERS, Role.OFFICER, Role.COORDINATOR)


def register_college() -> None:
    """Permissions, messages, files, the desk's entry, erasure and export; called from ``ready()``."""
    for permission in (CollegePermission.COLLEGE_MANAGE, ImportPermission.IMPORT_RUN):
        grant(permission, roles=MANAGERS, kinds=[OrganisationKind.ACADEMIC_INSTITUTION])
    notices.register_all()
    register_spec(imports.STUDENTS)
    add_desk_entry(ENTRY)
    erasure.register(erase_person)
    for section in SECTIONS:
        exporting.register(section)
    withdrawing.ends(Consent.Purpose.STUDENT_PROJECTS, end_students_consent)
    withdrawing.ends(Consent.Purpose.GUARDIAN_OF_STUDENT, end_guardians_consent)
