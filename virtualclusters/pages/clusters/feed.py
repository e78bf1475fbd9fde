"""The members' feed: what concerns the reader's unit first, each item with its reason; else what is new."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.exchange.alerts.finding import find_for, reach
from virtualclusters.exchange.alerts.values import unit_views, vocabulary
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.peers import peers
from virtualclusters.matching.sentences import peer_sentence
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.organisations.queries import unit_cards
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.pages.addresses import address
from virtualclusters.pages.clusters.cards import opportunity_cards
from virtualclusters.pages.clusters.figures import open_opportunities
from virtualclusters.pages.finding.words import words_for
from virtualclusters.ui.cards import MatchCard
from virtualclusters.ui.formatters import km

NEW_FOR = timedelta(days=60)
RANKED, NEW_LOOKED_AT, PEERS_SHOWN = 30, 40, 5
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    """A thing in the feed: an opportunity, or a new member's card. ``weight`` orders them, 0 to 1."""

    weight: float
    opportunity: Opportunity | None = None
    card: MatchCard | None = None
    why: tuple = ()
    against: str = ""
    distance_km: float | None = None


def feed_for(cluster, unit, *, at, only_kinds=(), newcomers=()) -> list[Item]:
    """What concerns a unit in a cluster, best first. As many queries for 5,000 members as for 3.

    Args:
        newcomers: items of new members to put among them (``newcomers_for``).
    """
    wanted = only_kinds or tuple(cluster.shown_kinds)
    found = find_for(unit.pk, at=at, only_kinds=wanted, most=RANKED)
    ids = [one.match.opportunity_id for one in found.ranked]
    inside = set(cluster.opportunities.filter(pk__in=ids).values_list("pk", flat=True))
    ranked = [one for one in found.ranked if one.match.opportunity_id in inside]
    words = words_for(one.match for one in ranked)
    items = [_of_match(one, found.rows[one.match.opportunity_id], words) for one in ranked]
    return sorted([*items, *newcomers], key=lambda item: -item.weight)


def newest_in(cluster, *, at, only_kinds=()) -> list[Item]:
    """What was published last, for readers whose unit nothing concerns, and for those who have none."""
    found = open_opportunities(cluster, at=at, kinds=only_kinds).order_by("-published_at", "-pk")
    return [Item(0, opportunity=row) for row in found.select_related("unit__organisation")[:RANKED]]


def cards_of(items, *, may_answer) -> list[MatchCard]:
    """The items of one page as cards."""
    told = {item.opportunity.pk: (item.why, item.against, item.distance_km) for item in items if item.opportunity}
    rows = [item.opportunity for item in items if item.opportunity]
    shown = dict(zip(told, opportunity_cards(rows, matches=told, may_answer=may_answer), strict=True))
    return [shown[item.opportunity.pk] if item.opportunity else item.card for item in items]


def agreed_lately(cluster, *, at) -> int:
    """How many agreed in the last 30 days; nobody is named."""
    return Engagement.objects.filter(opportunity__clusters=cluster, agreed_at__gt=at - LATELY).count()


def newcomers_for(cluster, unit, *, at) -> list[Item]:
    """New members that have something in common with the unit, each with the tie."""
    known = _new_peers(cluster, unit, at)
    tied = {concept for peer in known for reason in peer.reasons for concept in (reason.own, reason.theirs)}
    names = names_of(tied - {None}, get_language())
    cards = {card.id: card for card in unit_cards([peer.unit_id for peer in known], language=get_language())}
    return [
        Item(weight=peer.score, card=_member_card(cards[peer.unit_id], _ties(peer, names)))
        for peer in known
        if peer.unit_id in cards
    ]


def _new_peers(cluster, unit, at):
    words = vocabulary()
    mine = UnitConcept.objects.filter(unit=unit).exclude(role=ConceptRole.NEEDS).values_list("concept", flat=True)
    shared = UnitConcept.objects.filter(unit=OuterRef("unit"), concept__in=reach(mine, words))
    near = Exists(shared.exclude(role=ConceptRole.NEEDS))
    new = ClusterMembership.objects.shown(at).filter(near, cluster=cluster, joined_at__gt=at - NEW_FOR)
    others = new.exclude(unit__organisation=unit.organisation_id).order_by("-joined_at", "-pk")
    ids = list(others.values_list("unit", flat=True)[:NEW_LOOKED_AT])
    views = unit_views([unit.pk, *ids], at=at)
    own = views.pop(unit.pk)
    return peers(own, views.values(), words, PEERS_SHOWN)


def _of_match(one, row, words):
    match = one.match
    return Item(
        weight=one.weight,
        opportunity=row,
        why=tuple(words.sentence(reason) for reason in match.reasons_for),
        against=next((words.sentence(reason) for reason in match.reasons_against), ""),
        distance_km=None if row.remote else match.distance_km,
    )


def _ties(peer, names):
    return tuple(peer_sentence(reason, names.__getitem__, show_distance=km) for reason in peer.reasons)


def _member_card(card, why):
    return MatchCard(
        title=card.name,
        href=address("organisation", card.organisation_id),
        kind=_("New member"),
        who=", ".join(card.makes[:3]),
        reasons_for=why,
        place=card.place,
        key=f"unit-{card.id}",
    )
