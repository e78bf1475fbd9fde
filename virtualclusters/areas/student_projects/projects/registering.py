"""What the project's side adds to the portal at start-up; called from ``ready()``."""

from virtualclusters.accounts import erasure, exporting, withdrawing
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.student_projects import kind
from virtualclusters.areas.student_projects.permissions import ProjectPermission
from virtualclusters.areas.student_projects.projects import notices, own_data
from virtualclusters.areas.student_projects.projects.entries import ENTRIES
from virtualclusters.exchange.kinds.kind import register
from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.network.clusters.roles import grant_in_cluster
from virtualclusters.network.desk_entries import add_desk_entry
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


def register_projects() -> None:
    """Kinds, messages, desk entries, who may settle reports and calls, erasure and export."""
    register(kind.STUDENT_PROJECT, kind.STUDENT_PROJECT_SCREENS)
    register(kind.COLLEGE_OFFER, kind.COLLEGE_OFFER_SCREENS)
    notices.register_all()
    for entry in ENTRIES:
        add_desk_entry(entry)
    for permission in ProjectPermission:
        grant(permission, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
    grant_in_cluster(ProjectPermission.PROJECT_CALL, roles=[ClusterRole.FACILITATOR])
    erasure.register(own_data.erase_person)
    for section in own_data.SECTIONS:
        exporting.register(section)
    withdrawing.ends(Consent.Purpose.STUDENT_PROJECTS, own_data.unseat)
