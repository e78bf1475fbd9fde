"""Addresses of targeted notices, each under its language."""

urlpatterns: list = []
