"""Reads: the table of rates, what an invoice comes to, what is there of its evidence, and who may file."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from virtualclusters.areas.late_payments.interest import (
    Interest,
    Payment,
    Rate,
    accepted_on,
    due_on,
    interest_on,
    more_than_owed,
)
from virtualclusters.areas.late_payments.models import BankRate, Evidence
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.queries import current_papers
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.network.verification.badges import badge_of
from virtualclusters.network.verification.models import Identifier
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import inr, long_date, number

MAY_FILE = (SizeClass.MICRO, SizeClass.SMALL)


def rates() -> list[Rate]:
    """The bank rates, the earliest first. One query."""
    return [Rate(row.day, row.percent) for row in BankRate.objects.order_by("day")]


def worked_out(late_payment, *, at) -> Interest:
    """What an invoice that is kept comes to today. Two queries."""
    return _worked_out(late_payment, rates(), at)


def worked_out_many(late_payments, *, at) -> list[tuple]:
    """The same for a list, each with its result. Three queries however many there are."""
    known = rates()
    return [(one, _worked_out(one, known, at)) for one in late_payments.prefetch_related("payments")]


def excess(late_payment, payments) -> tuple[Payment, Decimal] | None:
    """The payment that is more than was left to pay, with what was left (``interest.more_than_owed``). One query."""
    return more_than_owed(late_payment.amount, due=_due_on(late_payment), rates=rates(), payments=payments)


def _worked_out(late_payment, known, at):
    today, payments = day_in_india(at), payments_of(late_payment)
    return interest_on(late_payment.amount, due=_due_on(late_payment), until=today, rates=known, payments=payments)


def _due_on(late_payment):
    return due_on(accepted_on(late_payment.delivered_on, late_payment.objection_removed_on), late_payment.agreed_days)


def payments_of(late_payment) -> list[Payment]:
    """What was paid of it so far. One query unless it was read with it."""
    return [Payment(one.day, one.amount) for one in late_payment.payments.all()]


def rates_used(found: Interest) -> list[BankRate]:
    """The rows of the table on which a calculation stands, the earliest first. One query."""
    if not found.lines:
        return []
    known = list(BankRate.objects.filter(day__lte=found.lines[-1].first).order_by("day"))
    used = {max(row.day for row in known if row.day <= line.first) for line in found.lines}
    return [row for row in known if row.day in used]


def columns() -> list[Column]:
    """Headings of the lines of a calculation."""
    money = [_("Counted on"), _("Interest"), _("Paid"), _("Owed then")]
    return [
        Column(_("From")),
        Column(_("To")),
        Column(_("Days"), numeric=True),
        Column(_("Bank rate, percent"), numeric=True),
        Column(_("Three times that"), numeric=True),
        *(Column(label, numeric=True) for label in money),
    ]


def cells(found: Interest) -> list[list]:
    """Each line of a calculation in words."""
    return [
        [
            long_date(line.first),
            long_date(line.last),
            number(line.days),
            number(line.bank_rate, 2),
            number(line.yearly_rate, 2),
            inr(line.base),
            inr(line.interest),
            inr(line.paid) if line.paid else "-",
            inr(line.owed),
        ]
        for line in found.lines
    ]


@dataclass(frozen=True)
class Part:
    """A kind of evidence, and the papers of it that are there."""

    kind: str
    label: str
    papers: list


def parts_of(late_payment) -> list[Part]:
    """What the dispute portal asks for, then whatever else is there. One query."""
    there = list(late_payment.evidence.select_related("file"))
    kinds = [*Evidence.NEEDED, *([Evidence.Kind.OTHER] if any(one.kind == "other" for one in there) else [])]
    return [Part(kind.value, str(kind.label), [one for one in there if one.kind == kind]) for kind in kinds]


def udyam_paper(organisation):
    """The Udyam certificate in its wallet that can be opened; None when there is none. One query."""
    papers = current_papers(organisation.wallet_id)
    return next((one for one in papers if one.kind == PaperKind.UDYAM and one.is_checked), None)


@dataclass(frozen=True)
class Filing:
    """Whether an enterprise may file: yes, no, or None where something is not known; the reasons in words."""

    may: bool | None
    size: str
    udyam: object


def filing_of(organisation, *, at) -> Filing:
    """Only micro and small enterprises with an Udyam number dated before the dispute file (domain notes §4.3). Two queries."""
    size = size_class_of(latest_check_ins([organisation.pk]).get(organisation.pk), at=at)
    stated = Identifier.objects.live().filter(organisation=organisation, kind=IdentifierKind.UDYAM, format_ok=True)
    udyam = stated.select_related("verified_for").first()
    may = None if size is None else size in MAY_FILE and udyam is not None
    return Filing(may=may, size=str(size or ""), udyam=badge_of(udyam) if udyam else None)
