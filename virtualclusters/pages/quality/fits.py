"""Who fits what, in full, for those who look after a cluster: find an opportunity, see all its units; see all of one unit."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.alerts.by_hand import opportunities_overseen_by, suggested_at, units_overseen_by
from virtualclusters.exchange.alerts.full_lists import opportunities_for, units_for
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.pages.finding.cards import place_of
from virtualclusters.pages.finding.words import words_for
from virtualclusters.pages.quality.forms import FindForm
from virtualclusters.pages.quality.words import lowered, reasons_at_the_desk, strength, what_ends_it

OVERSEE = ExchangePermission.ENGAGEMENT_OVERSEE
A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One line of a full list.

    Attributes:
        name: whom or what it is about, with ``place`` and ``distance_km`` when that is known.
        href: where more of it stands, or empty.
        strength: how strong the match is, in a word, with the ``colour`` of its tag.
        reasons: sentences for and against, or what ends it.
        happened: what happened between the two so far, in a word, or empty.
        suggest_href: where it is suggested by hand, or empty.
        language: of an opportunity's title; empty for the name of a unit.
    """

    name: str
    href: str
    place: str
    distance_km: float | None
    strength: str
    colour: str
    reasons: list[str]
    happened: str = ""
    suggest_href: str = ""
    language: str = ""


@policy(OVERSEE)
@require_GET
def found(request):
    """Open opportunities of her clusters, the newest first, narrowed by words."""
    now, form = timezone.now(), FindForm(request.GET)
    open_now = opportunities_overseen_by(request.actor, now).open_at(now)
    if words := form.asked():
        open_now = open_now.filter(Q(title__icontains=words) | Q(unit__organisation__name__icontains=words))
    rows = open_now.select_related("unit__organisation").order_by("-published_at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = [(row, kind_of(row.kind).words) for row in page]
    return render(request, "quality/found.html", {"form": form, "page": page, "rows": shown, "now": now})


@policy(OVERSEE)
@require_GET
def units(request, pk):
    """All units that one opportunity concerns, the best first; below, those that a rule ends."""
    now = timezone.now()
    opportunity = opportunities_overseen_by(request.actor, now).select_related("unit__organisation").one(pk)
    full = units_for(opportunity, at=now, page=_page(request), most=A_PAGE)
    both = [*full.fits, *full.blocked]
    words = words_for(one.match for one in both)
    hers = units_overseen_by(request.actor, now).filter(pk__in=[one.unit.pk for one in both])
    hers = set(hers.values_list("pk", flat=True))
    is_open = opportunity.is_open(now)
    facts = {
        "opportunity": opportunity,
        "kind": kind_of(opportunity.kind).words,
        "is_open": is_open,
        "full": full,
        "page": Paginator(range(full.total), A_PAGE).get_page(full.page),
        "fits": [_unit_line(one, opportunity, words, hers, may_suggest=is_open) for one in full.fits],
        "blocked": [_unit_line(one, opportunity, words, hers) for one in full.blocked],
        "now": now,
    }
    return render(request, "quality/units.html", facts)


@policy(OVERSEE)
@require_GET
def opportunities(request, pk):
    """All open opportunities for one unit of her clusters, the best first; below, those that a rule ends."""
    now = timezone.now()
    unit = units_overseen_by(request.actor, now).select_related("organisation").one(pk)
    full = opportunities_for(unit, at=now, page=_page(request), most=A_PAGE)
    matches = [*(one.match for one in full.fits), *full.blocked]
    words = words_for(matches)
    overseen = opportunities_overseen_by(request.actor, now).filter(pk__in=full.rows)
    overseen = set(overseen.values_list("pk", flat=True))
    before = suggested_at(unit.pk, list(full.rows))
    may = overseen - before.keys() if unit.may_be_approached else set()
    facts = {
        "unit": unit,
        "full": full,
        "page": Paginator(range(full.total), A_PAGE).get_page(full.page),
        "fits": [_opportunity_line(one.match, full, unit, words, may, before, one.damped) for one in full.fits],
        "blocked": [_opportunity_line(match, full, unit, words, may, before) for match in full.blocked],
    }
    return render(request, "quality/opportunities.html", facts)


def _unit_line(fit, opportunity, words, hers, *, may_suggest=False):
    """A unit as a line; it is suggested unless something happened between the two already."""
    happened, match = _happened(fit), fit.match
    wanted = may_suggest and not happened and fit.unit.may_be_approached
    words_of_strength, colour = strength(match)
    return Line(
        name=fit.unit.organisation.name,
        href=reverse("desk_unit_fits", args=[fit.unit.pk]) if fit.unit.pk in hers else "",
        place=fit.unit.district,
        distance_km=None if opportunity.remote else match.distance_km,
        strength=words_of_strength,
        colour=colour,
        reasons=what_ends_it(match, words) if match.blocked else reasons_at_the_desk(match, words),
        happened=happened or ("" if fit.unit.may_be_approached else _("does not want to be approached")),
        suggest_href=suggest_address(opportunity.pk, fit.unit.pk) if wanted else "",
    )


def _opportunity_line(match, full, unit, words, may_suggest, suggested_before, damped=frozenset()):
    opportunity = full.rows[match.opportunity_id]
    wanted = opportunity.pk in may_suggest and not match.blocked
    words_of_strength, colour = strength(match)
    reasons = what_ends_it(match, words) if match.blocked else reasons_at_the_desk(match, words)
    return Line(
        name=opportunity.title,
        href=reverse("opportunity", args=[opportunity.pk]),
        place=place_of(opportunity),
        distance_km=None if opportunity.remote else match.distance_km,
        strength=words_of_strength,
        colour=colour,
        reasons=[*reasons, *lowered(damped)],
        happened=_("suggested by hand") if opportunity.pk in suggested_before else "",
        suggest_href=suggest_address(opportunity.pk, unit.pk) if wanted else "",
        language=opportunity.language,
    )


def suggest_address(opportunity_id, unit_id) -> str:
    """Where an opportunity is suggested to a unit."""
    return f"{reverse('desk_suggest', args=[opportunity_id])}?unit={unit_id}"


def _happened(fit):
    if fit.answered:
        return _("has answered")
    if fit.put_away:
        return _("put away")
    return _("suggested by hand") if fit.by_hand else ""


def _page(request):
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 5 else 1
