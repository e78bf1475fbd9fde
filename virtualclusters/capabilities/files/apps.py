from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "virtualclusters.capabilities.files"
    label = "files"
