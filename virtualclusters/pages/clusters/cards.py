"""Opportunities as cards: a constant number of queries however many."""

from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.pages.addresses import address
from virtualclusters.pages.answering import answer_act, card_key
from virtualclusters.ui.cards import MatchCard
from virtualclusters.ui.state_tiles import STATE_NAMES


def opportunity_cards(rows, *, matches=None, may_answer=False) -> list[MatchCard]:
    """Cards of opportunities, in their order. One query a kind for its facts.

    Args:
        matches: id to ``(reasons for, reason against, distance in km)``; empty for nobody in particular.
        may_answer: whether the reader's unit could answer in one tap.
    """
    facts, told = card_facts(rows), matches or {}
    return [_card(row, facts.get(row.pk, {}), told.get(row.pk, ((), "", None)), may_answer) for row in rows]


def _card(row, facts, why, may_answer):
    reasons_for, reason_against, distance_km = why
    return MatchCard(
        title=facts.get("title") or row.title,
        href=address("opportunity", row.pk),
        who=row.unit.organisation.name,
        kind=str(kind_of(row.kind).words),
        reasons_for=reasons_for,
        reason_against=reason_against,
        distance_km=distance_km,
        place=place_of(row),
        money=facts.get("money"),
        closes_at=row.closes_at,
        act=answer_act(row) if may_answer else None,
        key=card_key(row.pk),
    )


def place_of(row) -> str:
    """District, else state, of where it happens."""
    stands = row if row.state else row.unit
    return stands.district or str(STATE_NAMES.get(stands.state, ""))
