"""Ten of a group, drawn by lot: by name only who is verified and shown, and never where the group tells what is private."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.targeted_notices.counting import reachable_units
from virtualclusters.exchange.audiences import in_company
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.network.verification.badges import verified_among

MOST = 10


@dataclass(frozen=True)
class Example:
    """A unit, by name or as a unit of its district, and what it makes."""

    who: str
    makes: str


def examples_of(audience, *, sender_id, at) -> list[Example]:
    """Ten at random of those that may be approached, of districts where enough of them stand. Four queries."""
    units = in_company(reachable_units(audience, sender_id=sender_id, at=at))
    drawn = list(units.select_related("organisation").order_by("?")[:MOST])
    named = set() if audience.is_private else set(verified_among([unit.organisation_id for unit in drawn]))
    chips = chips_of([unit.pk for unit in drawn], language=get_language())
    return [Example(_who(unit, named), _makes(chips[unit.pk])) for unit in drawn]


def _who(unit, named):
    if unit.organisation_id in named:
        return f"{unit}, {unit.district}"
    return _("A unit in %(district)s") % {"district": unit.district}


def _makes(chips):
    return ", ".join(chip.name for chip in chips["makes"][:3])
