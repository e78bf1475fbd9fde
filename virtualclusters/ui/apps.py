"""The interface: components, forms, styles and formatters. It knows no model."""

from django.apps import AppConfig

from virtualclusters.ui.languages import add_to_django


class UiConfig(AppConfig):
    name = "virtualclusters.ui"
    label = "ui"

    def ready(self):
        add_to_django()
