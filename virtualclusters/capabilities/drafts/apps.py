from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "virtualclusters.capabilities.drafts"
    label = "drafts"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.drafts.queries import EXPORT, forget

        erasure.register(forget)
        exporting.register(EXPORT)
