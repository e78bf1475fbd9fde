"""All that an opportunity's page shows, gathered for one reader."""

from dataclasses import dataclass

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.kind import Kind, KindScreens, kind_of, screens_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.rules.queries import rule_facts_of, rules_of
from virtualclusters.exchange.rules.showing import shown
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.rules import Answer, change_sentence, condition_sentence, evaluate_all, in_force
from virtualclusters.matching.values import Point
from virtualclusters.pages.exchange.common import answered_sentence, place_of, unit_in_words, units_where


@dataclass(frozen=True)
class Condition:
    """One rule as the reader sees it. ``answer`` is ``yes``, ``no``, ``not_known``, or empty when no unit is asked."""

    asked: str
    answer: str = ""
    change: str = ""
    hard: bool = True
    source: str = ""
    version: str = ""

    @property
    def source_is_address(self) -> bool:
        return self.source.startswith(("https://", "http://"))


@dataclass(frozen=True)
class OpportunityPage:
    """What the template shows.

    Attributes:
        title: in the reader's language where the kind has one, else as its author wrote it; ``retold`` when they differ.
        distance: kilometres from the reader's unit, or None.
        mine: it is the reader's own to change; ``engagement`` is her unit's newest answer to it, or None.
        answered: the sentence after an answer that still waits; ``can_undo`` while nobody acted on it.
    """

    opportunity: Opportunity
    title: str
    kind: Kind
    screens: KindScreens
    who: str
    place: str
    distance: float | None
    conditions: list[Condition]
    is_open: bool
    is_over: bool
    mine: bool
    engagement: Engagement | None
    ended_because: str
    answered: str
    can_undo: bool
    is_full: bool

    @property
    def retold(self) -> bool:
        return self.title != self.opportunity.title


def opportunity_page(pk, *, actor, at) -> OpportunityPage:
    """Gather the page.

    Raises:
        NotFound: there is none, or she may not see it.
    """
    rows = Opportunity.objects.visible_to(actor, at).select_related("unit__organisation").prefetch_related("sources")
    opportunity = rows.one(pk)
    units = units_where(actor, ExchangePermission.ENGAGEMENT_ANSWER) if actor.membership else []
    mine = opportunity.unit.organisation_id in actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    engagement = _engagement(opportunity, units)
    screens = screens_of(opportunity.kind)
    asked = engagement is not None and engagement.phase == "asked" and engagement.turn != "answerer"
    return OpportunityPage(
        opportunity=opportunity,
        title=screens.titles([pk]).get(pk, opportunity.title) if screens.titles else opportunity.title,
        kind=kind_of(opportunity.kind),
        screens=screens,
        who=unit_in_words(opportunity.unit),
        place=place_of(opportunity if opportunity.state else opportunity.unit),
        distance=None if opportunity.remote or mine else _distance(opportunity, units),
        conditions=_conditions(opportunity, units[:1] if not mine else [], at),
        is_open=opportunity.is_open(at),
        is_over=opportunity.published_at is not None and not opportunity.is_open(at),
        mine=mine,
        engagement=engagement,
        ended_because=end_in_words(engagement) if engagement and engagement.phase not in LIVE else "",
        answered=answered_sentence(engagement) if asked else "",
        can_undo=asked and engagement.opened_by == "answerer",
        is_full=opportunity.most_answers is not None and opportunity.answers_taken >= opportunity.most_answers,
    )


def _engagement(opportunity, units):
    if not units:
        return None
    answers = Engagement.objects.filter(opportunity=opportunity, lead__in=units).select_related("opportunity")
    return answers.order_by("-opened_at", "-pk").first()


def _distance(opportunity, units):
    stands = opportunity if opportunity.latitude is not None else opportunity.unit
    if not units or None in (stands.latitude, units[0].latitude):
        return None
    here = Point(units[0].latitude, units[0].longitude)
    return distance_km(here, Point(stands.latitude, stands.longitude))


def _conditions(opportunity, units, at):
    rules = rules_of([opportunity.pk]).get(opportunity.pk, ())
    if not rules:
        return []
    if not units:
        return [_condition(rule) for rule in in_force(rules, day_in_india(at))]
    facts = rule_facts_of([units[0].pk], at=at).get(units[0].pk, {})
    verdicts = evaluate_all(rules, facts, at).verdicts
    return [_condition(verdict.rule, verdict) for verdict in verdicts]


def _condition(rule, verdict=None):
    change = verdict.change if verdict and verdict.answer is not Answer.YES else None
    return Condition(
        asked=condition_sentence(rule, shown),
        answer=str(verdict.answer) if verdict else "",
        change=change_sentence(change, shown) if change else "",
        hard=rule.hard,
        source=rule.source,
        version=rule.version,
    )
