"""Units' searches for a loan as a lender looks through them: those that one of its packages fits, or all that are open."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from virtualclusters.areas.finance.packages.fitting import fitting_units
from virtualclusters.areas.finance.packages.listing import own_packages
from virtualclusters.areas.finance.packages.views_of import Package, packages
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.areas.finance.slugs import REQUEST
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity

MOST_PACKAGES = 50
"""So many of a lender's open packages are compared, the newest first: more than a lender has for one sector."""


@dataclass(frozen=True)
class RequestRow:
    """One search for a loan. ``fitting``: titles of the lender's packages that fit; ``is_answered``: the lender has answered."""

    opportunity: Opportunity
    fitting: list[str]
    is_answered: bool

    @property
    def detail(self):
        return self.opportunity.loan_request


def packages_open(actor, *, at) -> list[Package]:
    """The lender's packages that may be asked for now. Three queries."""
    own = own_packages(actor, LoanPermission.LOAN_WORK)
    return packages(own.filter(pk__in=Opportunity.objects.open_at(at).values("pk"))[:MOST_PACKAGES], parts=("words",))


def open_requests(actor, lending: list[Package], *, at, every=False, purpose="", state=""):
    """Open searches, the newest first, with a truth a package that says whether it fits; without ``every`` only those that one fits."""
    rows = Opportunity.objects.visible_to(actor, at).open_at(at).filter(kind=REQUEST, loan_request__isnull=False)
    rows = rows.filter(loan_request__purpose=purpose) if purpose else rows
    rows = rows.filter(unit__state=state) if state else rows
    rows = rows.annotate(is_answered=Exists(_answers(actor)), **{_name(one): _fits(one, at) for one in lending})
    if not every:
        fits = Q(pk=None)
        for one in lending:
            fits |= Q(**{_name(one): True})
        rows = rows.filter(fits)
    return rows.select_related("unit__organisation", "loan_request").order_by("-published_at", "-pk")


def rows_of(page, lending: list[Package]) -> list[RequestRow]:
    """The rows of a page that ``open_requests`` gave."""
    return [
        RequestRow(one, [package.title for package in lending if getattr(one, _name(package))], one.is_answered)
        for one in page
    ]


def _name(package):
    return f"fits_{package.pk}"


def _answers(actor):
    own = actor.organisations_where(LoanPermission.LOAN_WORK)
    return Engagement.objects.filter(opportunity=OuterRef("pk"), lead__organisation__in=own)


def _fits(package, at):
    """Whether the package lends so much, for that, for so long, and no rule of it says no to the unit."""
    detail = package.detail
    asked = Opportunity.objects.filter(
        Q(loan_request__months=None) | Q(loan_request__months__lte=detail.months_max),
        pk=OuterRef("pk"),
        loan_request__amount__range=(detail.amount_min, detail.amount_max),
        loan_request__purpose__in=detail.purposes,
    )
    return Exists(asked) & Exists(fitting_units(package.scope, at=at).filter(pk=OuterRef("unit")))
