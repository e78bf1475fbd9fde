"""What the law gives a small firm at a buyer, shown only where the rule, its version and its source can be opened."""

from dataclasses import dataclass
from datetime import date

from virtualclusters.areas.tenders.models import BuyerType, Category
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.facts import facts_of
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.size_class import SizeClass


@dataclass(frozen=True)
class Preference:
    """A rule in favour of a firm: which order, which version, from when, where it can be read."""

    order: str
    version: str
    effective_from: date
    source: str


FREE_PAPERS_AND_NO_DEPOSIT = Preference(
    order="Public Procurement Policy for Micro and Small Enterprises Order, 2012",
    version="S.O. 581(E) of 23 March 2012, amended by S.O. 5670(E) of 9 November 2018 and S.O. 3237(E) of 11 August 2021",
    effective_from=date(2012, 4, 1),
    source="http://my.msme.gov.in/MyMsme/Reg/PPP_Home.aspx",
)
"""Free tender papers and no earnest money at central ministries, departments and undertakings, for micro and small firms that make or
serve; traders and works contracts are outside (domain notes §4.1)."""

CENTRAL_BUYERS = (BuyerType.CENTRAL, BuyerType.CENTRAL_UNDERTAKING)
SMALL = (SizeClass.MICRO, SizeClass.SMALL)


def preference_for(tender, organisation, *, at) -> Preference | None:
    """The rule that favours an organisation at a tender; None when the buyer or the firm is outside it, or something is not known."""
    if organisation is None or tender.buyer_type not in CENTRAL_BUYERS or tender.category == Category.WORKS:
        return None
    if organisation.manufactures is False or day_in_india(at) < FREE_PAPERS_AND_NO_DEPOSIT.effective_from:
        return None
    unit = Unit.objects.working().filter(organisation=organisation).order_by("pk").values_list("pk", flat=True).first()
    size = facts_of([unit], at=at)[unit].get("size_class") if unit else None
    return FREE_PAPERS_AND_NO_DEPOSIT if size in SMALL else None
