from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "virtualclusters.capabilities.calendars"
    label = "calendars"

    def ready(self):
        from virtualclusters.accounts import erasure
        from virtualclusters.capabilities.calendars.feeds import erase_person

        erasure.register(erase_person)
