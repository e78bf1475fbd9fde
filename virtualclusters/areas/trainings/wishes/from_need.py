"""How a unit's need fills the wish for a training. Pure: no query."""

from virtualclusters.areas.trainings.wishes.forms import MOST_PEOPLE
from virtualclusters.exchange.kinds.from_need import Fit, NeedDraft, NeedView, Trouble
from virtualclusters.ui.languages import OWN_NAMES

CAN_BE_LEARNT = (
    Trouble.QUALITY,
    Trouble.LOSS,
    Trouble.PACKING,
    Trouble.PRODUCT,
    Trouble.SOFTWARE,
    Trouble.SELL,
    Trouble.PAPERS,
)


def wish_from_need(need: NeedView) -> NeedDraft | None:
    """A training for those who do not know how, or for a trouble that knowing more would mend; None for what is bought or lent."""
    if not need.is_about(Trouble.PEOPLE, *CAN_BE_LEARNT):
        return None
    values = {"languages": [code for code in need.unit.languages if code in OWN_NAMES]}
    if need.number_unit == "people" and 0 < need.number <= MOST_PEOPLE:
        values["people"] = int(need.number)
    return NeedDraft(values=values, fits=_fit(need))


def _fit(need):
    if need.is_about(Trouble.PEOPLE):
        return Fit.MEANT_FOR_IT
    return Fit.HELPS if need.is_about(Trouble.QUALITY) else Fit.MAY_HELP
