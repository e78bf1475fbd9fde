"""Matches as cards."""

from dataclasses import replace
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.matching.sentences import moved_sentence
from virtualclusters.pages.answering import answer_act, card_key
from virtualclusters.ui.cards import Act, MatchCard

NEW_FOR = timedelta(days=3)


def match_cards(matches, rows, *, unit_id, words, at, moved=None) -> list[MatchCard]:
    """Cards of matches, in their order; ``moved`` says by id what gave the unit its place. One query a kind for its facts."""
    facts = card_facts([rows[match.opportunity_id] for match in matches])
    return [
        replace(card, reasons_for=_with_place(card.reasons_for, (moved or {}).get(match.opportunity_id)))
        for match in matches
        for card in [_card(match, rows[match.opportunity_id], facts, unit_id, words, at)]
    ]


def _with_place(reasons, moved):
    """The first reason, then what gave the unit its place; a card shows two."""
    return [*reasons[:1], moved_sentence(moved), *reasons[1:]] if moved else reasons


def place_of(opportunity) -> str:
    """The district in which it happens, its unit's when it names none; for what can be done from anywhere, that."""
    if opportunity.remote:
        return _("from anywhere")
    stands = opportunity if opportunity.state or opportunity.latitude is not None else opportunity.unit
    return stands.district


def who_of(opportunity, facts) -> str:
    """Who publishes it, and the one further line of its kind: how much, by when."""
    return " · ".join(filter(None, [opportunity.unit.organisation.name, facts.get(opportunity.pk, {}).get("line")]))


def title_of(opportunity, facts) -> str:
    """Its title in the reader's language where its kind has one, else as its author wrote it."""
    return facts.get(opportunity.pk, {}).get("title") or opportunity.title


def money_of(opportunity, facts):
    """What its kind shows as money, else about how much it is worth."""
    return facts.get(opportunity.pk, {}).get("money") or opportunity.value


def not_for_me(opportunity, unit_id) -> Act:
    """The quiet act that puts it away for the unit."""
    return Act(_("Not for me"), f"{reverse('not_for_me', args=[opportunity.pk])}?unit={unit_id}")


def _card(match, opportunity, facts, unit_id, words, at):
    return MatchCard(
        title=title_of(opportunity, facts),
        href=reverse("opportunity", args=[opportunity.pk]),
        who=who_of(opportunity, facts),
        kind=str(kind_of(opportunity.kind).words),
        reasons_for=[words.sentence(reason) for reason in match.reasons_for],
        reason_against=next((words.sentence(reason) for reason in match.reasons_against), ""),
        distance_km=None if opportunity.remote else match.distance_km,
        place=place_of(opportunity),
        money=money_of(opportunity, facts),
        closes_at=opportunity.closes_at,
        act=answer_act(opportunity),
        dismiss=not_for_me(opportunity, unit_id),
        is_new=at - opportunity.published_at < NEW_FOR,
        key=card_key(opportunity.pk),
    )
