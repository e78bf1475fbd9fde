"""'For you', where registration ends, and others like you."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.exchange.alerts.by_hand import suggestions_for
from virtualclusters.exchange.alerts.finding import find_for
from virtualclusters.exchange.alerts.peers import peers_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.matching.reasons import what_would_change
from virtualclusters.matching.rules import change_sentence
from virtualclusters.matching.sentences import peer_sentence
from virtualclusters.network.organisations.models import UnitConcept
from virtualclusters.network.organisations.queries import all_units_of
from virtualclusters.pages.finding.cards import match_cards
from virtualclusters.pages.finding.forms import KindForm, kind_asked
from virtualclusters.pages.finding.suggested import suggested_cards
from virtualclusters.pages.finding.tabs import tabs
from virtualclusters.pages.finding.words import Words, words_for
from virtualclusters.ui.cards import MatchCard
from virtualclusters.ui.formatters import km
from virtualclusters.ui.navigation import Tab

A_PAGE = 10
GREETED_FOR = timedelta(days=1)


@dataclass(frozen=True)
class NearMiss:
    """What a hard condition ends, and the smallest change that would turn it."""

    title: str
    href: str
    who: str
    why: str
    changes: list[str]


@policy(SIGNED_IN)
def for_you(request):
    """What was suggested by hand, then what concerns the unit, best first, with reasons; or honestly nothing, and what was looked at."""
    unit, units = _unit(request)
    if unit is None:
        return redirect("workspace")
    now = timezone.now()
    kind = kind_asked(request)
    only_kinds = (kind,) if kind else ()
    found = find_for(unit.pk, at=now, only_kinds=only_kinds, page=_page(request), most=A_PAGE)
    shows_suggested = found.suggested and found.page == 1
    by_hand = suggestions_for(unit.pk, at=now, only_kinds=only_kinds) if shows_suggested else []
    on_top = {one.opportunity.pk for one in by_hand}
    matches = [one.match for one in found.ranked if one.match.opportunity_id not in on_top]
    own = [] if matches else _own_concepts(unit)
    words = words_for([*found.fits.values(), *matches, *found.near_misses], more=own)
    facts = {
        "now": now,
        "unit": unit,
        "tabs": tabs("for_you"),
        "units": _unit_tabs(units, unit),
        "filter": KindForm(kind=kind, unit_id=unit.pk),
        "kind": kind,
        "cards": [
            *suggested_cards(by_hand, found.fits, unit=unit, words=words, at=now),
            *match_cards(matches, found.rows, unit_id=unit.pk, words=words, at=now, moved=found.moved),
        ],
        "page": Paginator(range(found.total), A_PAGE).get_page(found.page),
        "near_misses": [_near_miss(match, found.rows, words) for match in found.near_misses],
        "looked_at": _counted(found.looked_at),
        "own": [words.name(concept) for concept in own],
        "greet": _greets(request, unit, now),
    }
    return render(request, "finding/for_you.html", facts)


@policy(SIGNED_IN)
def peers(request):
    """Units that make the same or what goes with it, each with the reason."""
    unit, units = _unit(request)
    if unit is None:
        return redirect("workspace")
    found = peers_of(unit.pk, at=timezone.now())
    concepts = {one for peer in found.peers for why in peer.reasons for one in (why.own, why.theirs) if one is not None}
    words = words_for([], more=concepts)
    cards = [_peer_card(peer, found.units[peer.unit_id], words) for peer in found.peers]
    facts = {"cards": cards, "tabs": tabs("peers"), "units": _unit_tabs(units, unit)}
    return render(request, "finding/peers.html", facts)


def _unit(request):
    """The unit asked for or the first one, and all of them."""
    units = all_units_of(request.actor) if request.actor.membership else []
    wanted = request.GET.get("unit")
    return next((unit for unit in units if str(unit.pk) == wanted), units[0] if units else None), units


def _page(request):
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 5 else 1


def _unit_tabs(units, unit):
    return [Tab(str(one), f"?unit={one.pk}", current=one == unit) for one in units] if len(units) > 1 else []


def _greets(request, unit, now):
    """Whether this is her first look after she registered."""
    if request.session.get("greeted") or now - unit.created_at > GREETED_FOR:
        return False
    request.session["greeted"] = True
    return True


def _own_concepts(unit):
    return list(UnitConcept.objects.filter(unit=unit).order_by("pk").values_list("concept", flat=True)[:20])


def _counted(looked_at):
    return [(kind_of(slug).words_plural, count) for slug, count in sorted(looked_at.items())]


def _near_miss(match, rows, words: Words):
    opportunity = rows[match.opportunity_id]
    against = next((reason for reason in match.reasons_against if reason.verdict), None)
    return NearMiss(
        title=opportunity.title,
        href=reverse("opportunity", args=[opportunity.pk]),
        who=opportunity.unit.organisation.name,
        why=words.sentence(against) if against else "",
        changes=[change_sentence(change, words.show) for change in what_would_change(match)[:1]],
    )


def _peer_card(peer, unit, words: Words):
    distance = next((why.distance_km for why in peer.reasons if why.distance_km is not None), None)
    return MatchCard(
        title=unit.organisation.name,
        href=reverse("organisation", args=[unit.organisation_id]),
        reasons_for=[peer_sentence(why, words.name, km) for why in peer.reasons],
        place=unit.district,
        distance_km=distance,
    )
