from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "virtualclusters.capabilities.messaging"
    label = "messaging"

    def ready(self):
        from virtualclusters.accounts import codes, erasure, exporting
        from virtualclusters.capabilities.messaging import operations, queries, sending, texts

        texts.register_own()
        codes.send_by(sending.send_code)
        erasure.register(operations.erase_person)
        exporting.register(queries.TOLD)
