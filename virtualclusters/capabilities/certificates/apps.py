from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "virtualclusters.capabilities.certificates"
    label = "certificates"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.capabilities.certificates.operations import erase_holder
        from virtualclusters.capabilities.certificates.queries import EXPORT

        erasure.register(erase_holder)
        exporting.register(EXPORT)
