"""The board's figures as rows that a page shows: names in words, rupees and shares by the formatters."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.board.book import Side, Spread, exposure
from virtualclusters.areas.finance.board.reading import MOST_BORROWERS, in_readers_language, words_of
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import inr, number

MOST_NAMES = 50
CUTS = {
    Side.SECTOR: gettext_lazy("By sector"),
    Side.SUB_SECTOR: gettext_lazy("By sub-sector"),
    Side.DISTRICT: gettext_lazy("By district"),
    Side.SIZE: gettext_lazy("By size"),
    Side.BORROWER: gettext_lazy("Largest borrowers"),
}
SPREAD_WORDS = {
    Spread.SPREAD: gettext_lazy("well spread"),
    Spread.BETWEEN: gettext_lazy("somewhat concentrated"),
    Spread.CONCENTRATED: gettext_lazy("concentrated"),
}


def exposure_table(owed, side) -> dict:
    """Columns and rows of one cut, the largest first."""
    most = MOST_BORROWERS if side is Side.BORROWER else MOST_NAMES
    slices = exposure(owed, side, most)
    trades = [one.name for one in slices] if side in (Side.SECTOR, Side.SUB_SECTOR) else []
    called = in_readers_language(trades, get_language()) if trades else {}
    rows = [[words_of(one.name, side, called), inr(one.outstanding), percent(one.share)] for one in slices]
    columns = [Column(_("Name")), Column(_("Owed"), numeric=True), Column(_("Share"), numeric=True)]
    return {"columns": columns, "rows": rows, "caption": CUTS[side]}


def percent(share) -> str:
    """A share as per cent with one decimal."""
    return f"{number(share * 100, 1)} %"


def concentration_words(found) -> dict:
    """The index, how it reads, and by how many equal ones the book would be as spread."""
    if found is None:
        return {}
    return {
        "index": number(found.index),
        "spread": SPREAD_WORDS[found.spread],
        "effective": number(found.effective, 1),
    }


def breach_words(breach) -> str:
    """One name above its cap, in a sentence."""
    words = {
        "name": breach.name or _("Not said"), "owed": inr(breach.outstanding), "allowed": inr(breach.allowed),
        "over": inr(breach.over_by),
    }  # fmt: skip
    return _("%(name)s owes %(owed)s. Your cap is %(allowed)s, so it is %(over)s over.") % words


def standing_words(before, after=None) -> list[tuple]:
    """Rows of (what, now, with the loan): all that a decision looks at; the third is left out without a loan."""
    both = [before] if after is None else [before, after]
    return [
        (_("The book in all"), *[inr(one.outstanding) for one in both]),
        (_("Concentration by borrower"), *[_index(one.borrowers) for one in both]),
        (_("Concentration by sector"), *[_index(one.sectors) for one in both]),
        (_("Over a cap"), *[number(len(one.breaches)) for one in both]),
    ]


def _index(found):
    return _("%(index)s, %(spread)s") % concentration_words(found) if found else "–"


def shock_table(found) -> dict:
    """Whom a fall of a price hits, hardest first."""
    columns = [
        Column(_("Borrower")), Column(_("Sales fall by"), numeric=True), Column(_("Owes"), numeric=True),
    ]  # fmt: skip
    rows = [[hit.borrower, percent(hit.fall), inr(hit.outstanding)] for hit in found.hits[:MOST_NAMES]]
    return {"columns": columns, "rows": rows}
