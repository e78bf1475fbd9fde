"""How a unit's need fills the form of a project."""

from virtualclusters.areas.student_projects.models import Where
from virtualclusters.exchange.kinds.from_need import Fit, NeedDraft, Trouble

BEST = (Trouble.QUALITY, Trouble.LOSS, Trouble.PACKING, Trouble.PRODUCT)
ALSO = (Trouble.MACHINE, Trouble.SOFTWARE, Trouble.SELL, Trouble.TESTING)
COUNTED = frozenset({"percent", "kg", "tonne", "litre", "piece", "hour", "days"})


def from_need(need):
    """A project about the trouble; None when students cannot help with it (money, papers, buying)."""
    if not need.is_about(*BEST, *ALSO):
        return None
    values = {"where": Where.BOTH}
    if need.number is not None and need.number_unit in COUNTED:
        values |= {"number_today": need.number, "number_counts": need.words[:80]}
    return NeedDraft(values, Fit.MEANT_FOR_IT if need.is_about(*BEST) else Fit.HELPS)
