from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "virtualclusters.pages.workspace_papers"
    label = "pages_papers"
