"""How a unit's need fills the catalogue's two forms. Pure: no query."""

from virtualclusters.areas.catalogue.models import Quantity
from virtualclusters.exchange.kinds.from_need import Fit, NeedDraft, NeedView, Trouble

WAYS_OUT = (Trouble.MACHINE, Trouble.PACKING, Trouble.TESTING, Trouble.PAPERS, Trouble.SOFTWARE)
"""Troubles in which a firm can be paid to help."""


def requirement_from_need(need: NeedView) -> NeedDraft | None:
    """A wish to buy, or paid help with a trouble; None when nothing can be named that somebody could supply."""
    if not need.wanted and not need.is_about(Trouble.BUY):
        return None
    return NeedDraft(values=_how_much(need), fits=_fit(need), concepts=need.wanted or None)


def offer_from_need(need: NeedView) -> NeedDraft | None:
    """What a unit makes and finds no buyers for, as its offer; None for every other trouble."""
    made = [need.names[concept] for concept in need.touched if concept in need.names]
    if not made or not need.is_about(Trouble.SELL):
        return None
    return NeedDraft(values={"title": ", ".join(made)}, fits=Fit.HELPS, concepts=need.touched)


def _fit(need):
    if need.troubles <= {Trouble.BUY} or (need.is_about(Trouble.BUY) and not need.touched):
        return Fit.MEANT_FOR_IT
    return Fit.HELPS if need.is_about(*WAYS_OUT) else Fit.MAY_HELP


def _how_much(need):
    """A number of goods is how much is wanted, one of rupees is the budget, but only of a plain wish to buy."""
    if need.number is None or not need.is_about(Trouble.BUY) or need.touched:
        return {}
    if need.number_unit == "rupees":
        return {"budget": need.number}
    if need.number_unit in Quantity.values:
        return {"quantity": need.number, "quantity_unit": need.number_unit}
    return {}
