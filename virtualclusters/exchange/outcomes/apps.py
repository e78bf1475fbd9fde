from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "virtualclusters.exchange.outcomes"
    label = "outcomes"
