from django.apps import AppConfig


class ExchangePagesConfig(AppConfig):
    name = "virtualclusters.pages.exchange"
    label = "pages_exchange"

    def ready(self):
        from virtualclusters.network.waiting import waits
        from virtualclusters.pages.exchange.waiting import figures, talks

        for source in (talks, figures):
            waits(source)
