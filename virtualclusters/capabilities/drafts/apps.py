from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "virtualclusters.capabilities.drafts"
    label = "drafts"
