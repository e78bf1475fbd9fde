from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "virtualclusters.capabilities.files"
    label = "files"

    def ready(self):
        from virtualclusters.accounts import exporting
        from virtualclusters.capabilities.files.queries import EXPORT

        exporting.register(EXPORT)
