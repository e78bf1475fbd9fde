from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "virtualclusters.network.clusters"
    label = "clusters"
