"""Opportunities as cards: a constant number of queries however many."""

from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.pages.clusters.addresses import address
from virtualclusters.ui.cards import Act, MatchCard
from virtualclusters.ui.state_tiles import STATE_NAMES


def opportunity_cards(ids, *, matches=None, may_answer=False) -> list[MatchCard]:
    """Cards in the order of the ids.

    Args:
        matches: id to ``(reasons for, reason against, distance in km)``; empty for nobody in particular.
        may_answer: whether the reader's unit could answer in one tap.
    """
    rows = {row.pk: row for row in Opportunity.objects.filter(pk__in=ids).select_related("unit__organisation")}
    facts = card_facts(rows.values())
    told = matches or {}
    return [_card(rows[pk], facts.get(pk, {}), told.get(pk, ((), "", None)), may_answer) for pk in ids if pk in rows]


def _card(row, facts, why, may_answer):
    reasons_for, reason_against, distance_km = why
    answer = address("answer", row.pk) if may_answer else ""
    return MatchCard(
        title=row.title,
        href=address("opportunity", row.pk),
        who=row.unit.organisation.name,
        kind=str(kind_of(row.kind).words),
        reasons_for=reasons_for,
        reason_against=reason_against,
        distance_km=distance_km,
        place=place_of(row),
        money=facts.get("money"),
        closes_at=row.closes_at,
        act=Act(str(screens_of(row.kind).answer_words), answer) if answer else None,
        key=f"opportunity-{row.pk}",
    )


def place_of(row) -> str:
    """District, else state, of where it happens."""
    stands = row if row.state else row.unit
    return stands.district or str(STATE_NAMES.get(stands.state, ""))
