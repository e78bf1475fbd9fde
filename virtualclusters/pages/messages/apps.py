"""A person's messages on screen."""

from django.apps import AppConfig


class MessagesPagesConfig(AppConfig):
    name = "virtualclusters.pages.messages"
    label = "pages_messages"
