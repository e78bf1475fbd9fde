from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "virtualclusters.exchange.needs"
    label = "needs"
