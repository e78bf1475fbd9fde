from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "virtualclusters.network.organisations"
    label = "organisations"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.search import sources
        from virtualclusters.capabilities.wallet import owners
        from virtualclusters.network.organisations import notices, search
        from virtualclusters.network.organisations.export import SECTIONS
        from virtualclusters.network.organisations.operations.leaving import forget_person
        from virtualclusters.network.organisations.roles import grant_own
        from virtualclusters.network.organisations.wallet_owners import OWNERS

        grant_own()
        notices.register_all()
        sources.register(search.SOURCE)
        owners.register(OWNERS)
        erasure.register(forget_person)
        for section in SECTIONS:
            exporting.register(section)
