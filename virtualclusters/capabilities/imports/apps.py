from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "virtualclusters.capabilities.imports"
    label = "imports"
