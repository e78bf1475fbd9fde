"""Units that fit an opportunity, ranked and with reasons, for the one who invites."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from virtualclusters.exchange.alerts.finding import matches_of, units_reached_by
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.matching.reasons import About
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.pages.exchange.common import unit_in_words

COMPARED = 300
SHOWN = 20


@dataclass(frozen=True)
class Fit:
    """A unit that fits: what of its own fits, and how far away it is in kilometres, or None."""

    unit_id: int
    who: str
    place: str
    has: list[str]
    distance_km: float | None
    asked: bool


def units_for(opportunity, *, at, language) -> list[Fit]:
    """The best 20 of at most 300 units that the opportunity's concepts reach, best first; those already asked are marked."""
    reached = units_reached_by(opportunity.pk, after=0, most=COMPARED, at=at)
    matched = matches_of(opportunity.pk, reached, at=at)
    rows = Unit.objects.filter(pk__in=[pk for pk, _match in matched], may_be_approached=True)
    kinds = kind_of(opportunity.kind).answerer_kinds
    fit = rows.exclude(organisation=opportunity.unit.organisation_id).filter(organisation__kind__in=kinds)
    answers = Engagement.objects.filter(opportunity=opportunity, phase__in=LIVE, lead=OuterRef("pk"))
    units = {unit.pk: unit for unit in fit.select_related("organisation").annotate(asked=Exists(answers))}
    best = [(units[pk], match) for pk, match in matched if pk in units][:SHOWN]
    names = names_of({own for _unit, match in best for own in _own(match)}, language)
    return [_fit(unit, match, names) for unit, match in best]


def _own(match):
    return [own for reason in match.reasons_for if reason.about is About.CONCEPT for own in reason.own]


def _fit(unit, match, names):
    return Fit(
        unit_id=unit.pk,
        who=unit_in_words(unit),
        place=unit.district,
        has=list(dict.fromkeys(names[own] for own in _own(match) if own in names))[:3],
        distance_km=match.distance_km,
        asked=unit.asked,
    )
