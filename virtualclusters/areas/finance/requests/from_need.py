"""How a unit's need fills the request for a loan. Pure: no query."""

from virtualclusters.areas.finance.models import Purpose
from virtualclusters.exchange.kinds.from_need import Fit, NeedDraft, NeedView, Trouble

RUPEES = "rupees"


def request_from_need(need: NeedView) -> NeedDraft | None:
    """A loan for a need of money: the sum she said, and for what; None where no money is spoken of.

    With a sum alone ("5 lakh for an oven") a loan is one way to it beside the others. A machine that she names is what it is for, else
    raw material and daily costs.
    """
    rupees = need.number if need.number_unit == RUPEES else None
    if not rupees and not need.is_about(Trouble.MONEY):
        return None
    machine = need.wanted or need.is_about(Trouble.MACHINE)
    values = {"purpose": Purpose.MACHINES if machine else Purpose.WORKING_CAPITAL}
    if rupees:
        values["amount"] = rupees
    return NeedDraft(values=values, fits=Fit.MEANT_FOR_IT if need.is_about(Trouble.MONEY) else Fit.HELPS)
