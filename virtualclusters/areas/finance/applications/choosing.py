"""What stands on the two pages on which an owner applies: lenders to tick, and what each would miss among her papers."""

from dataclasses import dataclass

from django.db.models import QuerySet

from virtualclusters.areas.finance.models import LoanApplication
from virtualclusters.areas.finance.packages import offers
from virtualclusters.areas.finance.packages.ranking import CHEAPEST
from virtualclusters.areas.finance.packages.views_of import Package, packages
from virtualclusters.capabilities.wallet.kinds import WANTED_FOR_A_LOAN, PaperKind
from virtualclusters.capabilities.wallet.queries import completeness_of
from virtualclusters.foundation.errors import NotFound

MOST_TICKED = 8


@dataclass(frozen=True)
class Wanted:
    """What one lender wants of papers: which kinds are missing, which have expired."""

    package: Package
    missing: tuple[PaperKind, ...]
    expired: tuple[PaperKind, ...]


def packages_for(pk, borrower, wish, *, at) -> list[Package]:
    """The package she came from on top, then others for what she makes, the cheapest first.

    Raises:
        NotFound: that package is not open.
    """
    others = [one for one in offers.offers_for(borrower, wish, order=CHEAPEST, at=at).ids if one != pk]
    wanted = [pk, *others[: MOST_TICKED - 1]]
    found = {one.pk: one for one in packages(offers.open_packages(at=at).filter(pk__in=wanted), parts=("words",))}
    if pk not in found:
        raise NotFound
    return [found[one] for one in wanted if one in found]


def wanted_by(packages, papers, at) -> list[Wanted]:
    """Per package what is missing; a package that names no papers is taken to want what banks mostly ask."""
    return [_wanted(one, completeness_of(papers, _kinds(one), at)) for one in packages]


def _wanted(package, found):
    return Wanted(package, found.missing, found.expired)


def _kinds(package):
    known = [kind for kind in package.detail.documents if kind in PaperKind.values]
    return known or list(WANTED_FOR_A_LOAN)


def earlier_of(rows: QuerySet[LoanApplication], typed: str) -> LoanApplication | None:
    """The declined application that she sends anew, when the address names one of hers."""
    return rows.filter(pk=int(typed), decline__isnull=False).first() if typed.isdecimal() and len(typed) < 18 else None


def begin_with(package: Package, wish, earlier: LoanApplication | None) -> dict:
    """What stands in the boxes at first: what she asked the last time, else the wish she looked with."""
    if earlier is not None:
        return {
            "p": [package.pk],
            "amount": f"{earlier.amount.normalize():f}",
            "months": earlier.months,
            "purpose": earlier.purpose,
            "facility": earlier.facility,
            "words": earlier.words,
        }
    purposes, facilities = package.detail.purposes, package.detail.facilities
    return {
        "p": [package.pk],
        "amount": f"{wish.amount.normalize():f}",
        "months": wish.months,
        "purpose": purposes[0],
        "facility": facilities[0],
    }
