from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "virtualclusters.network.organisations"
    label = "organisations"

    def ready(self):
        from virtualclusters.network.organisations.roles import (
            DECIDERS,
            HELPERS,
            OrganisationPermission,
            Role,
            grant,
        )

        grant(OrganisationPermission.PROFILE_EDIT, roles=[*DECIDERS, Role.OFFICER, Role.COORDINATOR])
        grant(OrganisationPermission.MEMBERS_EDIT, roles=DECIDERS)
        grant(OrganisationPermission.CHECK_IN_GIVE, roles=DECIDERS)
        grant(OrganisationPermission.UNIT_REGISTER_FOR_OWNER, roles=[*DECIDERS, Role.COORDINATOR], kinds=HELPERS)
