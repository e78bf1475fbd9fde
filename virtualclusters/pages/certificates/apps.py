"""Certificates on screen."""

from django.apps import AppConfig


class CertificatesPagesConfig(AppConfig):
    name = "virtualclusters.pages.certificates"
    label = "pages_certificates"
