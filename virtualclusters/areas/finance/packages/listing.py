"""A lender's own packages as rows: how far each is, when it was confirmed, how many answered."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.packages.views_of import Package, packages
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Unit

DRAFT, WAITS, OPEN, OVER = "draft", "waits", "open", "over"
STATES = {
    DRAFT: (gettext_lazy("Draft"), "grey"),
    WAITS: (gettext_lazy("Waits for a second person"), "marigold"),
    OPEN: (gettext_lazy("Published"), "leaf"),
    OVER: (gettext_lazy("Over"), "grey"),
}


@dataclass(frozen=True)
class OwnPackage:
    """One row of the lender's list."""

    package: Package
    state: str

    @property
    def words(self):
        return STATES[self.state][0]

    @property
    def colour(self):
        return STATES[self.state][1]


def own_packages(actor, permission=PackagePermission.PACKAGE_WRITE):
    """Packages of the lenders for which she holds a permission, the newest first; drafts too."""
    own = Opportunity.objects.filter(kind=PACKAGE, unit__organisation__in=actor.organisations_where(permission))
    return own.filter(loan_package__isnull=False).order_by("-created_at", "-pk")


def rows_of(opportunities, *, at) -> list[OwnPackage]:
    """The rows of a page: as many queries for fifty as for one."""
    return [OwnPackage(one, state_of(one, at)) for one in packages(opportunities, parts=("words", "answers"))]


def state_of(package, at) -> str:
    """How far a package is."""
    if package.opportunity.published_at is None:
        return WAITS if package.detail.submitted_at else DRAFT
    return OPEN if package.opportunity.is_open(at) else OVER


def last_package(actor) -> Package | None:
    """The newest package of hers, to be copied."""
    newest = own_packages(actor)[:1].values("pk")
    found = packages(Opportunity.objects.filter(pk__in=newest))
    return found[0] if found else None


def unit_of_lender(actor) -> Unit | None:
    """The unit for which she publishes: the first of the lender for which she acts."""
    units = Unit.objects.editable_by(actor, PackagePermission.PACKAGE_WRITE).order_by("pk")
    own = [unit for unit in units.select_related("organisation") if unit.organisation_id == actor.organisation_id]
    return (own or list(units[:1]) or [None])[0]
