from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "virtualclusters.exchange.outcomes"
    label = "outcomes"

    def ready(self):
        from virtualclusters.capabilities.messaging.registry import register
        from virtualclusters.exchange.outcomes.notices import MESSAGES

        for message in MESSAGES:
            register(message)
