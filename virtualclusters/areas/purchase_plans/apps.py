from django.apps import AppConfig


class PurchasePlansConfig(AppConfig):
    name = "virtualclusters.areas.purchase_plans"
    label = "purchase_plans"

    def ready(self):
        from virtualclusters.areas.purchase_plans import imports, kind
        from virtualclusters.areas.purchase_plans.entries import ENTRY
        from virtualclusters.areas.purchase_plans.permissions import PlanPermission
        from virtualclusters.capabilities.imports.specs import register as register_spec
        from virtualclusters.exchange.kinds.kind import register
        from virtualclusters.network.desk_entries import add_desk_entry
        from virtualclusters.network.organisations.models import OrganisationKind, Role
        from virtualclusters.network.organisations.roles import DECIDERS, grant

        register(kind.PURCHASE_PLAN, kind.PURCHASE_PLAN_SCREENS)
        register_spec(imports.PURCHASE_PLANS)
        add_desk_entry(ENTRY)
        grant(PlanPermission.PLAN_FILE, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
