from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "virtualclusters.network.organisations"
    label = "organisations"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.search import sources
        from virtualclusters.network.organisations import notices, search
        from virtualclusters.network.organisations.export import SECTIONS
        from virtualclusters.network.organisations.operations.leaving import forget_person
        from virtualclusters.network.organisations.roles import grant_own

        grant_own()
        notices.register_all()
        sources.register(search.SOURCE)
        erasure.register(forget_person)
        for section in SECTIONS:
            exporting.register(section)
