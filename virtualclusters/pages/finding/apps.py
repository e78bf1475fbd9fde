from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "virtualclusters.pages.finding"
    label = "pages_finding"
