from django.apps import AppConfig

from virtualclusters.foundation.lasting import begin


class FoundationConfig(AppConfig):
    """The first of all apps, so that the collector rests while the others' models and what they need are laid out; no models."""

    name = "virtualclusters.foundation"
    label = "foundation"

    def import_models(self) -> None:
        begin()
        super().import_models()
