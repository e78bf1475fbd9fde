from django.apps import AppConfig


class ExchangePagesConfig(AppConfig):
    name = "virtualclusters.pages.exchange"
    label = "pages_exchange"

    def ready(self):
        from virtualclusters.network.waiting import waits
        from virtualclusters.pages.exchange.waiting import closing_words, figures, turns

        for source in (turns, figures, closing_words):
            waits(source)
