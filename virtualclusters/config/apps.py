from django.apps import AppConfig

from virtualclusters.foundation.lasting import begun


class ConfigConfig(AppConfig):
    """The last of all apps. Holds the commands that load and list samples; no models."""

    name = "virtualclusters.config"
    label = "config"

    def ready(self) -> None:
        begun()
