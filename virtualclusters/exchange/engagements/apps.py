from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "virtualclusters.exchange.engagements"
    label = "engagements"
