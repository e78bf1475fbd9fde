from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "virtualclusters.accounts"
    label = "accounts"

    def ready(self):
        from virtualclusters.accounts import exporting

        exporting.register(exporting.PERSON)
        exporting.register(exporting.CONSENTS)
