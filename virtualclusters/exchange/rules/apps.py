from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "virtualclusters.exchange.rules"
    label = "rules"

    def ready(self):
        from virtualclusters.capabilities.imports.specs import register
        from virtualclusters.exchange.rules.reserved import RESERVED_ITEMS

        register(RESERVED_ITEMS)
