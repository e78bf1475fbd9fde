from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class EventsConfig(AppConfig):
    name = "virtualclusters.capabilities.events"
    label = "events"

    def ready(self) -> None:
        """Read every app's ``reactions.py``: the table of what its events set off."""
        autodiscover_modules("reactions")
