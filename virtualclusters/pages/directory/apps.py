from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "virtualclusters.pages.directory"
    label = "pages_directory"
