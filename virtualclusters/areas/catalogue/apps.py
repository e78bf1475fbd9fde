from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "virtualclusters.areas.catalogue"
    label = "catalogue"

    def ready(self):
        from virtualclusters.areas.catalogue import kind
        from virtualclusters.exchange.kinds.kind import register

        register(kind.OFFER, kind.OFFER_SCREENS)
        register(kind.REQUIREMENT, kind.REQUIREMENT_SCREENS)
