from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "virtualclusters.exchange.alerts"
    label = "alerts"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.exchange.alerts import notices
        from virtualclusters.exchange.alerts.by_hand import forget_words
        from virtualclusters.exchange.alerts.export import SAVED_SEARCHES, SUGGESTIONS
        from virtualclusters.exchange.alerts.operations import forget_person

        notices.register_all()
        erasure.register(forget_person)
        erasure.register(forget_words)
        exporting.register(SAVED_SEARCHES)
        exporting.register(SUGGESTIONS)
