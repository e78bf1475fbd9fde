from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "virtualclusters.capabilities.jobs"
    label = "jobs"
