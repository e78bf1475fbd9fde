from django.apps import AppConfig


class WalletPagesConfig(AppConfig):
    name = "virtualclusters.pages.wallet"
    label = "pages_wallet"

    def ready(self):
        from virtualclusters.network.waiting import waits
        from virtualclusters.pages.wallet.own_waiting import help_with_papers

        waits(help_with_papers)
