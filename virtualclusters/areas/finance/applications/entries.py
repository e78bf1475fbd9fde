"""The desk's entries: a lender's applications, and late promises for those who oversee."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.applications.overseeing import count_late
from virtualclusters.areas.finance.applications.pipeline import waiting_of
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.desk_entries import DeskEntry, Figure
from virtualclusters.ui.formatters import number


def _waiting(*, actor, at) -> Figure:
    """How many wait for the lender, and how many of them are late."""
    many, late = waiting_of(actor, at=at)
    return Figure(many, _("%(n)s past the promised day") % {"n": number(late)} if late else "")


LOANS_ENTRY = DeskEntry(
    url_name="lender_loans",
    label=gettext_lazy("Loan applications"),
    about=gettext_lazy("See who waits for you and since when, ask, visit, decide, and note what was paid out."),
    permission=LoanPermission.LOAN_WORK,
    figure=_waiting,
    position=40,
)

LATE_ENTRY = DeskEntry(
    url_name="late_loans",
    label=gettext_lazy("Late loan decisions"),
    about=gettext_lazy("See which lenders let their promised day pass, and call them."),
    permission=ExchangePermission.ENGAGEMENT_OVERSEE,
    figure=count_late,
    position=60,
)
