"""The interface: components, forms, styles and formatters. It knows no model."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "virtualclusters.ui"
    label = "ui"
