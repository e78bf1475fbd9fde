from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "virtualclusters.exchange.rules"
    label = "rules"
