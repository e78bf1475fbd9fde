from django.apps import AppConfig


class SchemesConfig(AppConfig):
    name = "virtualclusters.areas.schemes"
    label = "schemes"

    def ready(self):
        from virtualclusters.areas.schemes import registering

        registering.register_all()
