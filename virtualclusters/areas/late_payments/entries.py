"""The table of bank rates on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.late_payments.permissions import LatePaymentPermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="bank_rates",
    label=gettext_lazy("Bank rates"),
    about=gettext_lazy("For interest on late payments: add a new rate, and compare each with its circular."),
    permission=LatePaymentPermission.BANK_RATE_KEEP,
    position=70,
)
