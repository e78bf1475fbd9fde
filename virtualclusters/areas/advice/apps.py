from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "virtualclusters.areas.advice"
    label = "advice"
