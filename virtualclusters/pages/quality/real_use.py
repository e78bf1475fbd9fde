"""Real use as tables: per group how much was answered with yes, put away, or neither; where too little was told, that is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.exchange.alerts.quality import PLACES, ZONES, Share, shown_first
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import number

EVERYTHING = {
    "all": gettext_lazy("All that we found"),
    "by_hand": gettext_lazy("What somebody suggested by hand"),
}
PLACE_WORDS = {
    "1-3": gettext_lazy("1 to 3 in the week"),
    "4-10": gettext_lazy("4 to 10"),
    "11-20": gettext_lazy("11 to 20"),
    "21-": gettext_lazy("after that"),
}
SIZE_WORDS = {
    "micro": gettext_lazy("Micro"),
    "small": gettext_lazy("Small"),
    "medium": gettext_lazy("Medium"),
    "large": gettext_lazy("Large"),
}
OWNER_WORDS = {
    "women": gettext_lazy("Owned by women"),
    "sc_st": gettext_lazy("Owned by people of Scheduled Castes or Tribes"),
    "women_sc_st": gettext_lazy("Owned by women of Scheduled Castes or Tribes"),
    "others": gettext_lazy("Owned by others"),
}
ZONE_WORDS = {
    "northern": gettext_lazy("Northern states"),
    "central": gettext_lazy("Central states"),
    "eastern": gettext_lazy("Eastern states"),
    "western": gettext_lazy("Western states"),
    "southern": gettext_lazy("Southern states"),
    "north_eastern": gettext_lazy("North-eastern states"),
    "islands": gettext_lazy("Islands"),
}
NOT_SAID = gettext_lazy("Not said")


@dataclass(frozen=True)
class Table:
    """One way of grouping; ``rows`` are those that say something, ``too_few`` names the groups that say too little."""

    caption: str
    columns: list[Column]
    rows: list[list[str]]
    too_few: list[str]


def tables_of(shares: Mapping[str, Mapping[str, Share]]) -> list[Table]:
    """A table a way of grouping, those without any row left out; none before the first count."""
    kind_words = {kind.slug: kind.words_plural for kind in kinds()}
    whole = {group: shares.get(group, {}).get("", Share()) for group in EVERYTHING}
    tables = [
        _table(_("All together"), [(EVERYTHING[group], share) for group, share in whole.items()]),
        _grouped(_("By the place in the list"), shares.get("place", {}), PLACES, PLACE_WORDS),
        _grouped(_("By what it is"), shares.get("kind", {}), kind_words, kind_words),
        _grouped(_("By the size of the unit"), shares.get("size", {}), SizeClass, SIZE_WORDS),
        _grouped(_("By who owns the unit"), shares.get("ownership", {}), OWNER_WORDS, OWNER_WORDS),
        _grouped(_("By where the unit is"), shares.get("zone", {}), ZONES, ZONE_WORDS),
    ]
    return [table for table in tables if table.rows or table.too_few] if shares else []


def _grouped(caption, shares, order, words):
    return _table(caption, [(words.get(code, NOT_SAID), share) for code, share in shown_first(shares, order)])


def _table(caption, named):
    columns = [
        Column(_("Group")),
        Column(_("Yes"), numeric=True),
        Column(_("Not for me"), numeric=True),
        Column(_("Neither yet"), numeric=True),
    ]
    rows = [[name, *_shares(share)] for name, share in named if share.enough]
    return Table(caption, columns, rows, [str(name) for name, share in named if not share.enough])


def _shares(share: Share) -> list[str]:
    """Whole per cents that add up to a hundred."""
    yes, no = round(100 * share.yes / share.told), round(100 * share.no / share.told)
    neither = max(0, 100 - yes - no)
    return [_("%(share)s%%") % {"share": number(one)} for one in (yes, no, neither)]
