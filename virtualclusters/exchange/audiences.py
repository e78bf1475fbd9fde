"""Whom something is addressed to, as far as all who address groups share it: places, concepts, and when a count is told."""

from collections.abc import Callable, Iterable

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.network.organisations.models import Unit, UnitConcept
from virtualclusters.ui.formatters import number

OWNERS = [
    ("women", gettext_lazy("Owned by women")),
    ("sc_st", gettext_lazy("Owned by people of Scheduled Castes or Tribes")),
    ("minority", gettext_lazy("Owned by people of a minority community")),
]
FEWEST_SHOWN = 5
"""Below so many units, in all or in a district, their district and goods would tell who they are."""


_finders: list[Callable] = []


def finds_for_help(finder: Callable) -> None:
    """Let ``finder(units, owners)`` tell which units helpers may find by who owns them; called from ``ready()`` of who keeps that."""
    if finder not in _finders:
        _finders.append(finder)


def owned_by(units, owners: Iterable[str]):
    """Those whose firms agreed that whoever offers help finds and invites them by one of these ownerships (``OWNERS``)."""
    wanted = Q(pk__in=[])
    for find in _finders:
        wanted |= Q(pk__in=find(units, owners).order_by().values("pk"))
    return units.filter(wanted)


def few_hidden(count: int) -> str:
    """A count as it is shown: one below five, nobody too, would tell of single units."""
    if count < FEWEST_SHOWN:
        return _("fewer than %(n)s") % {"n": number(FEWEST_SHOWN)}
    return number(count)


def with_all_below(concepts: Iterable[int]) -> set[int]:
    """These concepts and all that stand below them in the vocabulary."""
    words = vocabulary()
    return {int(below) for concept in concepts for below in (concept, *words.below(concept))}


def in_districts(units, pairs):
    """Those in one of these ``[state, district]``; a unit's district stands as its PIN code's, whatever the case."""
    wanted = Q(pk__in=[])
    for state, district in pairs:
        wanted |= Q(state=state, folded=district.lower())
    return units.annotate(folded=Lower("district")).filter(wanted)


def holding(units, concepts: Iterable[int], roles: Iterable[str] = ()):
    """Those that hold one of these concepts, in one of these roles (empty: in any)."""
    held = UnitConcept.objects.filter(unit=OuterRef("pk"), concept__in=list(concepts))
    return units.filter(Exists(held.filter(role__in=list(roles)) if roles else held))


def in_company(units):
    """Those in whose district enough others of the group stand too: alone in her district a unit would be known by her goods."""
    found = Unit.objects.filter(pk__in=units.order_by().values("pk")).values("district").annotate(units=Count("pk"))
    return units.filter(district__in=found.filter(units__gte=FEWEST_SHOWN).values("district"))
