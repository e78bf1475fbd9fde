"""The late payments a person wrote down: in her export, and gone with her when her enterprise closes with her."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.late_payments.models import Evidence, LatePayment
from virtualclusters.capabilities.files.models import File


def erase_person(*, person, at) -> None:
    """Take away what she wrote down in an enterprise that closed with her; a partner's enterprise keeps its invoices."""
    hers = LatePayment.objects.filter(written_by=person, organisation__closed_at__isnull=False)
    files = list(Evidence.objects.filter(late_payment__in=hers).values_list("file", flat=True))
    hers.delete()
    File.objects.filter(pk__in=files).delete()


def _rows(person):
    rows = LatePayment.objects.filter(written_by=person).order_by("pk")
    return rows.values("buyer", "invoice_number", "amount", "delivered_on", "written_at")


EXPORT = Section(
    "late_payments",
    _("Late payments you wrote down"),
    _rows,
    {
        "buyer": _("Buyer"),
        "invoice_number": _("Invoice"),
        "amount": _("Rupees"),
        "delivered_on": _("Delivered on"),
        "written_at": _("When"),
    },
)
