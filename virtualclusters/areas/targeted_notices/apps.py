from django.apps import AppConfig


class TargetedNoticesConfig(AppConfig):
    name = "virtualclusters.areas.targeted_notices"
    label = "targeted_notices"

    def ready(self):
        from virtualclusters.areas.targeted_notices.registering import register_all

        register_all()
