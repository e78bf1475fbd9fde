from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "virtualclusters.exchange.alerts"
    label = "alerts"
