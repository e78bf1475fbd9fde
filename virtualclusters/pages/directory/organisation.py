"""An organisation as everybody may see it: what it makes and has, what was checked, what it offers; no way to reach it past the portal."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.network.verification.badges import badges_of
from virtualclusters.pages.directory.cards import opportunity_cards
from virtualclusters.pages.finding.words import state_names

MOST_OPPORTUNITIES = 10


@dataclass(frozen=True)
class Place:
    """One of its places, with what is done there: (heading, names) pairs."""

    name: str
    where: str
    parts: list


@policy(PUBLIC)
def organisation(request, pk):
    """The public page. One that is not claimed, closed or no longer confirmed by its owner is not there."""
    now = timezone.now()
    units = list(Unit.objects.shown(now).filter(organisation=pk).select_related("organisation").order_by("pk"))
    if not units:
        raise NotFound
    published = Opportunity.objects.open_at(now).filter(unit__organisation=pk).order_by("-published_at", "-pk")
    ids = list(published.values_list("pk", flat=True)[:MOST_OPPORTUNITIES])
    facts = {
        "now": now,
        "organisation": units[0].organisation,
        "places": _places(units),
        "badges": badges_of([pk])[pk],
        "cards": opportunity_cards(ids, middle=None, at=now),
        "own": request.actor.organisation_id == pk,
    }
    return render(request, "directory/organisation.html", facts)


def _places(units):
    chips, states = chips_of([unit.pk for unit in units], language=get_language()), state_names()
    headings = (("makes", _("Makes")), ("can", _("Can do")), ("uses", _("Works with")), ("holds", _("Has")))
    return [
        Place(
            name=unit.name,
            where=", ".join(filter(None, [unit.district, states.get(unit.state, "")])),
            parts=[(label, chips[unit.pk][role]) for role, label in headings if chips[unit.pk][role]],
        )
        for unit in units
    ]
