from django.apps import AppConfig


class WalletConfig(AppConfig):
    name = "virtualclusters.capabilities.wallet"
    label = "wallet"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.wallet import notices
        from virtualclusters.capabilities.wallet.export import SECTIONS
        from virtualclusters.capabilities.wallet.operations.leaving import forget_helper

        notices.register_all()
        erasure.register(forget_helper)
        for section in SECTIONS:
            exporting.register(section)
