from django.apps import AppConfig


class DeskImportsConfig(AppConfig):
    name = "virtualclusters.pages.desk_imports"
    label = "pages_desk_imports"

    def ready(self):
        from virtualclusters.capabilities.imports.permissions import ImportPermission
        from virtualclusters.network.desk_entries import add_desk_entry
        from virtualclusters.network.organisations.models import OrganisationKind
        from virtualclusters.network.organisations.roles import DECIDERS, Role, grant
        from virtualclusters.pages.desk_imports.entries import ENTRY

        for permission in ImportPermission:
            grant(permission, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
        add_desk_entry(ENTRY)
