from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "virtualclusters.accounts"
    label = "accounts"
