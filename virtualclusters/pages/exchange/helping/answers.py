"""The answers to a need side by side: who, what, cost, time, distance, evidence, and where each stands."""

from dataclasses import dataclass, field

from django.db.models import Q

from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.outcomes.queries import confirmed_changes
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point
from virtualclusters.network.organisations.models import Membership
from virtualclusters.network.verification.badges import badges_of
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.ui.formatters import inr

MOST = 30
FIRST_WORDS = 160


@dataclass(frozen=True)
class Answer:
    """One answer. ``cost``, ``time`` and ``offer`` are empty when nobody said; ``confirmed`` counts changes others confirmed,
    ``evidence`` is what its kind knows besides."""

    engagement: Engagement
    who: str
    kind: str
    offer: str
    cost: str
    time: str
    distance_km: float | None
    badges: list = field(default_factory=list)
    confirmed: int = 0
    evidence: str = ""
    my_turn: bool = False
    ended_because: str = ""


def answers_to(need) -> list[Answer]:
    """Live answers first, those that wait for the owner on top. Six queries, and one a kind for its facts."""
    sides = Q(opportunity__need=need) | Q(need=need)
    found = Engagement.objects.filter(sides).select_related("opportunity__unit__organisation", "lead__organisation")
    rows = sorted(found.order_by("-opened_at", "-pk")[:MOST], key=lambda one: _standing(one, need))
    others = {one.pk: _other(one, need) for one in rows}
    organisations = {unit.organisation_id for unit in others.values()}
    badges, confirmed = badges_of(list(organisations)), confirmed_changes(organisations)
    words, facts = _first_words(rows, need), _facts(rows, need)
    return [
        Answer(
            engagement=one,
            who=unit_in_words(others[one.pk]),
            kind=str(kind_of(one.opportunity.kind).words),
            offer=facts[one.pk].get("offer") or words.get(one.thread_id, ""),
            cost=facts[one.pk].get("cost", ""),
            time=facts[one.pk].get("time", ""),
            distance_km=None if one.opportunity.remote else _distance(need.unit, others[one.pk]),
            badges=[badge for badge in badges[others[one.pk].organisation_id] if badge.verified],
            confirmed=confirmed.get(others[one.pk].organisation_id, 0),
            evidence=facts[one.pk].get("evidence", ""),
            my_turn=one.turn == _my_side(one, need),
            ended_because=end_in_words(one) if one.phase not in LIVE else "",
        )
        for one in rows
    ]


def count_by_need(need_ids) -> dict[int, int]:
    """How many live answers stand on each of these needs. One query."""
    sides = Q(opportunity__need__in=need_ids) | Q(need__in=need_ids)
    counts: dict[int, int] = {}
    for published_for, asked_for in Engagement.objects.live().filter(sides).values_list("opportunity__need", "need"):
        for need in {published_for, asked_for} & set(need_ids):
            counts[need] = counts.get(need, 0) + 1
    return counts


def _my_side(engagement, need):
    return "publisher" if engagement.opportunity.unit_id == need.unit_id else "answerer"


def _other(engagement, need):
    return engagement.lead if _my_side(engagement, need) == "publisher" else engagement.opportunity.unit


def _standing(engagement, need):
    return engagement.phase not in LIVE, engagement.turn != _my_side(engagement, need)


def _distance(own, other):
    if None in (own.latitude, other.latitude):
        return None
    return distance_km(Point(own.latitude, own.longitude), Point(other.latitude, other.longitude))


def _first_words(rows, need):
    """By thread what the other side wrote first, shortened; numbers and addresses stand in the talk, once both agreed."""
    own = Membership.objects.filter(organisation=need.unit.organisation_id).values("person")
    said = Post.objects.filter(thread__in=[one.thread_id for one in rows], erased_at=None).exclude(author__in=own)
    first = said.exclude(words="").order_by("thread", "pk").distinct("thread").values_list("thread", "words")
    return {thread: _short(mask_contacts(words)) for thread, words in first}


def _short(words):
    words = " ".join(words.split())
    return words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def _facts(rows, need):
    """By engagement what its kind says of an answer; else, of what she asked for herself, what its card shows."""
    told: dict[int, dict] = {one.pk: {} for one in rows}
    asked = [one for one in rows if _my_side(one, need) == "answerer"]
    shown = card_facts([one.opportunity for one in asked if not screens_of(one.opportunity.kind).answer_facts])
    for one in asked:
        facts = shown.get(one.opportunity_id, {})
        told[one.pk] = {
            "offer": one.opportunity.title,
            "cost": _cost(facts.get("money")),
            "time": facts.get("line", ""),
        }
    for kind in {one.opportunity.kind for one in rows}:
        if answer_facts := screens_of(kind).answer_facts:
            said = answer_facts([one.pk for one in rows if one.opportunity.kind == kind])
            for pk, facts in said.items():
                told[pk] = told[pk] | facts
    return told


def _cost(money):
    return money if isinstance(money, str) else inr(money) if money is not None else ""
