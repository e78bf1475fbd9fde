"""What somebody suggested to the unit by hand: cards on top of its list, each with who suggested it and why."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.exchange.alerts.by_hand import Suggestion
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.matching.reasons import Match
from virtualclusters.network.organisations.models import Unit
from virtualclusters.pages.answering import answer_act, card_key
from virtualclusters.pages.finding.cards import NEW_FOR, money_of, not_for_me, place_of, title_of, who_of
from virtualclusters.pages.finding.distance import kilometres_to
from virtualclusters.pages.finding.words import Words
from virtualclusters.ui.cards import MatchCard


def suggested_cards(
    suggestions: list[Suggestion], fits: Mapping[int, Match], *, unit: Unit, words: Words, at: datetime
) -> list[MatchCard]:
    """Cards of suggestions, in their order: who suggested it, then how it fits, where it does. One query a kind for its facts."""
    facts = card_facts([one.opportunity for one in suggestions])
    return [_card(one, fits.get(one.opportunity.pk), facts, unit, words, at) for one in suggestions]


def _card(suggestion, match, facts, unit, words, at):
    opportunity = suggestion.opportunity
    return MatchCard(
        title=title_of(opportunity, facts),
        href=reverse("opportunity", args=[opportunity.pk]),
        who=who_of(opportunity, facts),
        kind=str(kind_of(opportunity.kind).words),
        reasons_for=[
            _by_whom(suggestion),
            *(words.sentence(reason) for reason in (match.reasons_for if match else ())),
        ],
        reason_against=next((words.sentence(reason) for reason in (match.reasons_against if match else ())), ""),
        distance_km=None if opportunity.remote else kilometres_to(unit, opportunity),
        place=place_of(opportunity),
        money=money_of(opportunity, facts),
        closes_at=opportunity.closes_at,
        act=answer_act(opportunity),
        dismiss=not_for_me(opportunity, unit.pk),
        is_new=at - opportunity.published_at < NEW_FOR,
        key=card_key(opportunity.pk),
    )


def _by_whom(suggestion):
    if suggestion.cluster is None:
        return _("Suggested by the people who run this portal: %(words)s") % {"words": suggestion.words}
    name = suggestion.cluster.words("name", get_language()) or suggestion.cluster.slug
    return _("Suggested by the facilitator of %(name)s: %(words)s") % {"name": name, "words": suggestion.words}
