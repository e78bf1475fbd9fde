"""What purchase plans make known at start-up."""

from virtualclusters.areas.purchase_plans import imports, kind, notices, purchases
from virtualclusters.areas.purchase_plans.entries import ENTRIES
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.specs import register as register_spec
from virtualclusters.exchange.kinds.kind import register
from virtualclusters.network.desk_entries import add_desk_entry
from virtualclusters.network.organisations.buyers import BUYER_KINDS
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant

OFFICERS = (*DECIDERS, Role.OFFICER)


def register_all() -> None:
    """The kind, files, messages, the desk's entries and permissions; called from ``ready()``."""
    register(kind.PURCHASE_PLAN, kind.PURCHASE_PLAN_SCREENS)
    register_spec(imports.PURCHASE_PLANS)
    register_spec(purchases.PURCHASES)
    notices.register_all()
    for entry in ENTRIES:
        add_desk_entry(entry)
    for permission in (PlanPermission.PLAN_FILE, PlanPermission.PLAN_BRING):
        grant(permission, roles=OFFICERS, kinds=[OrganisationKind.ADMINISTRATOR])
    for permission in (PlanPermission.PLAN_BRING, PlanPermission.BUYING_DO, ImportPermission.IMPORT_RUN):
        grant(permission, roles=OFFICERS, kinds=BUYER_KINDS)
