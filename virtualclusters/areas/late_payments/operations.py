"""Keeping late payments with their evidence, and the table of bank rates."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.late_payments import queries
from virtualclusters.areas.late_payments.interest import Payment
from virtualclusters.areas.late_payments.models import BankRate, Evidence, LatePayment, PartPayment
from virtualclusters.areas.late_payments.permissions import LatePaymentPermission
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.foundation.errors import Refused
from virtualclusters.ui.formatters import inr, long_date

KEEP = LatePaymentPermission.LATE_PAYMENT_KEEP
MOST_PAPERS = 20
"""Papers of one invoice: an order, an invoice, delivery notes and a year of reminders stay below it."""


def keep(*, actor, at, payments=(), **facts) -> LatePayment:
    """Keep an invoice that was not paid in time, for the enterprise she acts for.

    Args:
        payments: part payments so far (``interest.Payment``).
        facts: columns of ``LatePayment``.

    Raises:
        PermissionDenied: she does not decide there.
        Refused: the invoice of this buyer is kept already, or a payment is more than was left to pay.
    """
    if not actor.may(KEEP):
        raise PermissionDenied("Only who decides in an enterprise keeps its late payments.")
    try:
        with transaction.atomic():
            kept = LatePayment.objects.create(
                organisation_id=actor.organisation_id, written_by=actor.person, written_at=at, **facts
            )
            PartPayment.objects.bulk_create(
                PartPayment(late_payment=kept, day=one.day, amount=one.amount) for one in payments
            )
            _refuse_more_than_owed(kept, payments)
    except IntegrityError as error:
        raise Refused(
            "kept_already", _("This invoice of this buyer is here already."), _("Open it in your list.")
        ) from error
    return kept


@transaction.atomic
def add_payment(*, late_payment_id, day, amount, actor, at) -> PartPayment:
    """Write down what the buyer paid.

    Raises:
        NotFound: the invoice is not hers.
        Refused: it is more than was left to pay on its day.
    """
    kept = LatePayment.objects.for_change(actor, KEEP).one(late_payment_id)
    _refuse_more_than_owed(kept, [*queries.payments_of(kept), Payment(day, amount)])
    return PartPayment.objects.create(late_payment=kept, day=day, amount=amount)


def _refuse_more_than_owed(kept, payments):
    if excess := queries.excess(kept, payments):
        raise Refused("more_than_owed", too_much(excess))


def too_much(excess):
    """The sentence about a payment that is more than was left, with what was left (``interest.more_than_owed``)."""
    payment, left = excess
    told = {"day": long_date(payment.day), "left": inr(left), "paid": inr(payment.amount)}
    return _("%(paid)s is more than was left to pay. On %(day)s it was %(left)s, with interest.") % told


@transaction.atomic
def add_evidence(*, late_payment_id, kind, upload, actor, at) -> Evidence:
    """Add a paper; its file passes quarantine first.

    Raises:
        NotFound: the invoice is not hers.
        Refused: too many papers, or a file that is empty or too large.
    """
    kept = LatePayment.objects.for_change(actor, KEEP).one(late_payment_id)
    if kept.evidence.count() >= MOST_PAPERS:
        raise Refused("too_many_papers", _("There are too many papers here."), _("Put several pages into one PDF."))
    file = receive(upload, person=actor.person, purpose="evidence", at=at)
    return Evidence.objects.create(late_payment=kept, kind=kind, file=file, added_at=at)


@transaction.atomic
def remove(*, late_payment_id, actor, at) -> None:
    """Take an invoice away with its payments and papers. Raises NotFound when it is not hers."""
    kept = LatePayment.objects.for_change(actor, KEEP).one(late_payment_id)
    files = list(kept.evidence.values_list("file", flat=True))
    kept.delete()
    File.objects.filter(pk__in=files).delete()


@transaction.atomic
def set_rate(*, day, percent, source, address, actor, at) -> BankRate:
    """Add or correct the bank rate from a day on, as compared with its circular.

    Raises:
        PermissionDenied: she does not keep the table.
    """
    if not actor.may(LatePaymentPermission.BANK_RATE_KEEP):
        raise PermissionDenied("Only the administrator keeps the table of bank rates.")
    facts = {"percent": percent, "source": source, "address": address, "is_checked": True}
    row, _made = BankRate.objects.update_or_create(day=day, defaults={**facts, "set_by": actor.person, "set_at": at})
    return row
