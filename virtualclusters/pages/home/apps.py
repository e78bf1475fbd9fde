"""The front page and the standing pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "virtualclusters.pages.home"
    label = "home"
