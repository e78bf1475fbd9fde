from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "virtualclusters.exchange.opportunities"
    label = "opportunities"

    def ready(self):
        from virtualclusters.capabilities.search import sources
        from virtualclusters.exchange.opportunities import search

        sources.register(search.SOURCE)
