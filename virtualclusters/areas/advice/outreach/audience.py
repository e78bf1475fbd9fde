"""Whom an offer of help is for: how many units, how many may be approached, ten of them without names."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import ASKERS
from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.network.organisations.models import ConceptRole, Unit, UnitConcept
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.ui.formatters import number

EXAMPLES = 10
FEWEST_SHOWN = 5
"""Below so many units, in all or in a district, their district and goods would tell who they are."""


@dataclass(frozen=True)
class Example:
    """A unit without its name."""

    district: str
    makes: str


@dataclass(frozen=True)
class Audience:
    """How many units fit, how many of them may be approached, and examples of these. People read the counts by ``few_hidden``."""

    fit: int
    approachable: int
    examples: list[Example]

    @property
    def is_told(self) -> bool:
        """Whether enough may be approached for anything to be told of them, also that there is nobody."""
        return self.approachable >= FEWEST_SHOWN


def few_hidden(count: int) -> str:
    """A count as it is shown: one below five, nobody too, would tell of single units."""
    if count < FEWEST_SHOWN:
        return _("fewer than %(n)s") % {"n": number(FEWEST_SHOWN)}
    return number(count)


def units_meant(opportunity, *, at):
    """The shown units of enterprises that an offer of help is for, by its concepts and places, in the order of their ids."""
    offer = opportunity.help_offer
    units = (
        Unit.objects.shown(at)
        .filter(organisation__kind__in=ASKERS)
        .exclude(organisation=opportunity.unit.organisation_id)
    )
    if offer.state:
        units = units.filter(state=offer.state)
    if offer.districts:
        units = units.annotate(folded=Lower("district")).filter(_in_districts(offer.districts))
    return _concerned(units, opportunity, offer).order_by("pk")


def audience_of(opportunity, *, at) -> Audience:
    """Count the audience. Four queries."""
    units = units_meant(opportunity, at=at)
    approachable = units.filter(may_be_approached=True)
    count = approachable.count()
    shown = list(_in_company(approachable)[:EXAMPLES]) if count >= FEWEST_SHOWN else []
    chips = chips_of([unit.pk for unit in shown], language=get_language()) if shown else {}
    return Audience(units.count(), count, [_example(unit, chips[unit.pk]) for unit in shown])


def _in_company(units):
    """Those in whose district enough others fit too: alone in her district a unit would be known by her goods."""
    found = Unit.objects.filter(pk__in=units.order_by().values("pk")).values("district").annotate(units=Count("pk"))
    return units.filter(district__in=found.filter(units__gte=FEWEST_SHOWN).values("district"))


def _in_districts(pairs):
    """One of these ``[state, district]``; a unit's district stands as its PIN code's, whatever the case."""
    wanted = Q(pk__in=[])
    for state, district in pairs:
        wanted |= Q(state=state, folded=district.lower())
    return wanted


def _concerned(units, opportunity, offer):
    named = OpportunityConcept.objects.filter(opportunity=opportunity).values_list("concept", flat=True)
    words = vocabulary()
    meant = {int(below) for concept in named for below in (concept, *words.below(concept))}
    if not meant:
        return units
    holds = UnitConcept.objects.filter(unit=OuterRef("pk"), concept__in=meant)
    if offer.only_needing:
        holds = holds.filter(role=ConceptRole.NEEDS)
    return units.filter(Exists(holds))


def _example(unit, chips):
    return Example(unit.district, ", ".join(chip.name for chip in chips["makes"][:3]))
