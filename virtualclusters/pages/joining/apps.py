"""The door: sign-in, sign-up, registration of every kind of organisation, assisted registration, the second factor."""

from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "virtualclusters.pages.joining"
    label = "pages_joining"

    def ready(self):
        from virtualclusters.accounts import codes
        from virtualclusters.pages.joining.sending import send_or_refuse

        codes.send_by(send_or_refuse)
