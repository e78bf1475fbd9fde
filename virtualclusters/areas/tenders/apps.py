from django.apps import AppConfig


class TendersConfig(AppConfig):
    name = "virtualclusters.areas.tenders"
    label = "tenders"

    def ready(self):
        from virtualclusters.areas.tenders import imports, kind, notices
        from virtualclusters.capabilities.imports.specs import register as register_spec
        from virtualclusters.exchange.kinds.kind import register

        register(kind.TENDER, kind.TENDER_SCREENS)
        register_spec(imports.TENDERS)
        notices.register_all()
