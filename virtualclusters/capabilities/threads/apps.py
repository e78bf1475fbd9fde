from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "virtualclusters.capabilities.threads"
    label = "threads"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.threads import operations, queries

        erasure.register(operations.erase_person)
        exporting.register(queries.WRITTEN)
