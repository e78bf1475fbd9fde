from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that load and list samples; no models."""

    name = "virtualclusters.config"
    label = "config"
