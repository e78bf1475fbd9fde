from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "virtualclusters.capabilities.threads"
    label = "threads"
