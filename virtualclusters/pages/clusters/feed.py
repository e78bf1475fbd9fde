"""The members' feed: what concerns the reader's unit first, each item with its reason; else what is new."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from virtualclusters.exchange.alerts.finding import find_for, reach
from virtualclusters.exchange.alerts.values import unit_views, vocabulary
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.peers import peers
from virtualclusters.matching.sentences import peer_sentence, reason_sentence
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.organisations.queries import unit_cards
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.pages.clusters.addresses import address
from virtualclusters.pages.clusters.cards import opportunity_cards
from virtualclusters.pages.clusters.figures import open_opportunities
from virtualclusters.ui.cards import MatchCard
from virtualclusters.ui.formatters import km, number

NEW_FOR = timedelta(days=60)
RANKED, NEW_LOOKED_AT, PEERS_SHOWN = 50, 40, 5
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    """A thing in the feed: of an opportunity or of a new member. ``weight`` orders them, 0 to 1."""

    weight: float
    opportunity: int | None = None
    unit: int | None = None
    why: tuple = ()
    against: str = ""
    distance_km: float | None = None


def feed_for(cluster, unit, *, at, only_kinds=(), with_peers=True) -> list[Item]:
    """What concerns a unit in a cluster, best first. As many queries for 5,000 members as for 3."""
    found = find_for(unit.pk, at=at, only_kinds=only_kinds or tuple(cluster.shown_kinds), most=RANKED).ranked
    inside = set(
        Opportunity.objects.filter(pk__in=[one.match.opportunity_id for one in found], clusters=cluster).values_list(
            "pk", flat=True
        )
    )
    ranked = [one for one in found if one.match.opportunity_id in inside]
    known = _new_peers(cluster, unit, at) if with_peers else []
    names = _names(ranked, known)
    items = [_of_match(one, names) for one in ranked] + [_of_peer(one, names) for one in known]
    return sorted(items, key=lambda item: -item.weight)


def newest_in(cluster, *, at, only_kinds=()) -> list[Item]:
    """What was published last, for readers whose unit nothing concerns, and for those who have none."""
    found = open_opportunities(cluster, at=at, kinds=only_kinds).order_by("-published_at", "-pk")
    return [Item(0, opportunity=pk) for pk in found.values_list("pk", flat=True)[:RANKED]]


def cards_of(items, *, may_answer) -> list[MatchCard]:
    """The items of one page as cards."""
    told = {item.opportunity: (item.why, item.against, item.distance_km) for item in items if item.opportunity}
    shown = {card.key: card for card in opportunity_cards(list(told), matches=told, may_answer=may_answer)}
    members = {card.id: card for card in unit_cards([i.unit for i in items if i.unit], language=get_language())}
    cards = []
    for item in items:
        if item.opportunity:
            cards.append(shown.get(f"opportunity-{item.opportunity}"))
        elif item.unit in members:
            cards.append(_member_card(members[item.unit], item))
    return [card for card in cards if card]


def agreed_lately(cluster, *, at) -> list[str]:
    """How many agreed in the last 30 days, by number alone: nobody is named."""
    count = Engagement.objects.filter(opportunity__clusters=cluster, agreed_at__gt=at - LATELY).count()
    if not count:
        return []
    words = ngettext("%(n)s agreement in the last 30 days", "%(n)s agreements in the last 30 days", count)
    return [words % {"n": number(count)}]


def _new_peers(cluster, unit, at):
    """New members that have something in common with the unit."""
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


def _of_match(one, names):
    match = one.match
    return Item(
        weight=one.weight,
        opportunity=match.opportunity_id,
        why=tuple(reason_sentence(reason, names.__getitem__, show_distance=km) for reason in match.reasons_for),
        against=next(
            (reason_sentence(reason, names.__getitem__, show_distance=km) for reason in match.reasons_against), ""
        ),
        distance_km=match.distance_km,
    )


def _of_peer(peer, names):
    said = (peer_sentence(reason, names.__getitem__, show_distance=km) for reason in peer.reasons)
    return Item(weight=peer.score, unit=peer.unit_id, why=tuple(said))


def _names(ranked, known):
    ids = set()
    for one in ranked:
        for reason in (*one.match.reasons_for, *one.match.reasons_against):
            ids |= {*reason.own, reason.asked}
    for peer in known:
        for reason in peer.reasons:
            ids |= {reason.own, reason.theirs}
    return names_of(ids - {None}, get_language())


def _member_card(card, item):
    return MatchCard(
        title=card.name,
        href=address("directory_unit", card.id) or address("unit", card.id),
        kind=_("New member"),
        who=", ".join(card.makes[:3]),
        reasons_for=item.why,
        place=card.place,
        key=f"unit-{card.id}",
    )
