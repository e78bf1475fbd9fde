"""The desk's entry of a lender: units that look for a loan that it gives."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.areas.finance.requests.finding import open_requests, packages_open
from virtualclusters.network.desk_entries import DeskEntry, Figure


def _unanswered(*, actor, at) -> Figure:
    """How many fit a package of the lender and it has not answered."""
    return Figure(open_requests(actor, packages_open(actor, at=at), at=at).filter(is_answered=False).count())


REQUESTS_ENTRY = DeskEntry(
    url_name="lender_requests",
    label=_("Units that look for a loan"),
    about=_("See who looks for a loan that one of your packages gives, and say that you can lend it."),
    permission=LoanPermission.LOAN_WORK,
    figure=_unanswered,
    position=42,
)
