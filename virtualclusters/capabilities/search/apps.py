from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "virtualclusters.capabilities.search"
    label = "search"
