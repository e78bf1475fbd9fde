"""Whom an offer of help is for: how many units, how many may be approached, ten of them without names."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language

from virtualclusters.areas.advice.kinds import ASKERS
from virtualclusters.exchange.audiences import FEWEST_SHOWN, holding, in_company, in_districts, owned_by, with_all_below
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.network.organisations.models import ConceptRole, Unit
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.network.vocabulary.models import Concept

EXAMPLES = 10
HELP_ITSELF = (Concept.Kind.SERVICE, Concept.Kind.NEED, Concept.Kind.CERTIFICATE)
"""Kinds of concepts that name the help, not the units it is for."""


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
        units = in_districts(units, offer.districts)
    if offer.owners:
        units = owned_by(units, offer.owners)
    return _concerned(units, opportunity, offer).order_by("pk")


def audience_of(opportunity, *, at) -> Audience:
    """Count the audience. Four queries."""
    units = units_meant(opportunity, at=at)
    approachable = units.filter(may_be_approached=True)
    count = approachable.count()
    shown = list(in_company(approachable)[:EXAMPLES]) if count >= FEWEST_SHOWN else []
    chips = chips_of([unit.pk for unit in shown], language=get_language()) if shown else {}
    return Audience(units.count(), count, [_example(unit, chips[unit.pk]) for unit in shown])


def is_narrow(opportunity) -> bool:
    """Whether an offer says whom it is for: goods, a place, owners, or only those that said they need it."""
    offer = opportunity.help_offer
    placed = offer.state or offer.districts or offer.owners
    named = Q() if offer.only_needing else ~Q(concept__kind__in=HELP_ITSELF)
    return bool(placed) or opportunity.concepts.filter(named).exists()


def _concerned(units, opportunity, offer):
    """Those that need one of the named things, where the offer asks that; else those that make, use or need the named goods.

    A service is what is offered, not what a unit has: bookkeeping is for whoever is meant otherwise.
    """
    named = OpportunityConcept.objects.filter(opportunity=opportunity)
    if not offer.only_needing:
        named = named.exclude(concept__kind__in=HELP_ITSELF)
    meant = with_all_below(named.values_list("concept", flat=True))
    if not meant:
        return units
    return holding(units, meant, [ConceptRole.NEEDS] if offer.only_needing else [])


def _example(unit, chips):
    return Example(unit.district, ", ".join(chip.name for chip in chips["makes"][:3]))
