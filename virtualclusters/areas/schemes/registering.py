"""What schemes add to the portal at start-up; called from ``ready()``."""

from virtualclusters.accounts import erasure, exporting, withdrawing
from virtualclusters.areas.schemes import keeping, kind, notices
from virtualclusters.areas.schemes.entries import ENTRY
from virtualclusters.areas.schemes.own_data import EXPORT
from virtualclusters.areas.schemes.permissions import SchemePermission
from virtualclusters.exchange.kinds.kind import register
from virtualclusters.exchange.rules.queries import tells_facts
from virtualclusters.network.desk_entries import add_desk_entry
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


def register_all() -> None:
    """Kinds, messages, rights, the desk's entry, and what ends with a consent or a person."""
    register(kind.SCHEME_KIND, kind.SCHEME_SCREENS)
    register(kind.SCHEME_HERE_KIND, kind.SCHEME_HERE_SCREENS)
    notices.register_all()
    add_desk_entry(ENTRY)
    offices = [*kind.OFFICES, OrganisationKind.ADMINISTRATOR]
    grant(SchemePermission.SCHEME_WRITE, roles=[*DECIDERS, Role.OFFICER], kinds=offices)
    tells_facts(keeping.facts_told)
    withdrawing.ends(keeping.PURPOSE, keeping.forget_owners)
    erasure.register(keeping.forget_owners)
    exporting.register(EXPORT)
