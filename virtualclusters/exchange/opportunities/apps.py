from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "virtualclusters.exchange.opportunities"
    label = "opportunities"
