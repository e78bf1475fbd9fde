from django.apps import AppConfig


class PurchasePlansConfig(AppConfig):
    name = "virtualclusters.areas.purchase_plans"
    label = "purchase_plans"

    def ready(self):
        from virtualclusters.areas.purchase_plans.registering import register_all

        register_all()
