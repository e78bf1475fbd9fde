from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "virtualclusters.areas.finance"
    label = "finance"

    def ready(self):
        from virtualclusters.areas.finance import registering

        registering.register_packages()
        registering.register_applications()
        registering.register_board()
