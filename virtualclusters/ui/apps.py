from django.apps import AppConfig


class UserInterfaceConfig(AppConfig):
    name = "virtualclusters.ui"
    label = "ui"
