from django.apps import AppConfig


class LatePaymentsConfig(AppConfig):
    name = "virtualclusters.areas.late_payments"
    label = "late_payments"

    def ready(self):
        from virtualclusters.accounts import erasure, exporting
        from virtualclusters.areas.late_payments.entries import ENTRY
        from virtualclusters.areas.late_payments.own_data import EXPORT, erase_person
        from virtualclusters.areas.late_payments.permissions import grant_all
        from virtualclusters.network.desk_entries import add_desk_entry

        grant_all()
        add_desk_entry(ENTRY)
        erasure.register(erase_person)
        exporting.register(EXPORT)
