"""Publishing: choose a kind, fill its form, check what we understood, publish. What was typed is kept at every step."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange import drafting
from virtualclusters.pages.exchange.common import sent, units_where
from virtualclusters.pages.exchange.forms import UnderstoodForm, UnitForm
from virtualclusters.ui.components import Row

PUBLISH = ExchangePermission.OPPORTUNITY_PUBLISH


@policy(PUBLISH)
def publish(request):
    """What may be published, and what was begun."""
    begun = drafting.begun(request.actor.person)
    offered = [
        {"kind": kind, "words": screens_of(kind.slug).publish_words or kind.words, "begun": kind.slug in begun}
        for kind in drafting.publishable(request.actor)
    ]
    return render(request, "exchange_pages/publish.html", {"offered": offered})


@policy(PUBLISH)
def form(request, kind):
    """The form of a kind. Every page sent is kept, also one with errors."""
    declared = _publishable(request, kind)
    if request.method == "POST":
        drafting.keep(request.actor.person, kind, request.POST, at=timezone.now())
        filled = screens_of(kind).form(request.POST)
        if "look" in request.POST:
            return redirect(f"{reverse('publish_form', args=[kind])}#scope")
        if filled.is_valid():
            return redirect("publish_check", kind=kind)
    else:
        filled = drafting.filled_in(request.actor.person, kind)
    screens = screens_of(kind)
    facts = {
        "form": filled,
        "kind": declared,
        "words": screens.publish_words or declared.words,
        "has_scope": bool(screens.scope),
        "scope": drafting.scope_so_far(request.actor.person, kind),
    }
    return render(request, "exchange_pages/publish_form.html", facts)


@policy(PUBLISH)
def check(request, kind):
    """What we understood, to be corrected; then it is published, once however often the button is pressed."""
    declared = _publishable(request, kind)
    kept = drafting.kept_form(request.actor.person, kind)
    if kept is None or not kept.is_valid():
        return redirect(
            "my_opportunities" if kept is None else "publish_form", **({} if kept is None else {"kind": kind})
        )
    units = units_where(request.actor, PUBLISH)
    understood, place = _check_forms(request, kept, units)
    if request.method == "POST" and understood.is_valid() and place.is_valid():
        published = drafting.publish_kept(
            kind=kind,
            unit_id=place.cleaned_data["unit"],
            understood=understood.cleaned_data,
            actor=request.actor,
            at=timezone.now(),
        )
        if published is None:
            return redirect("my_opportunities")
        messages.success(request, _("Published. We now look for units that fit, and you can invite some yourself."))
        if published.need_id:
            return redirect("need_shown", pk=published.need_id)
        return redirect("my_opportunity", pk=published.pk)
    facts = {
        "form": understood,
        "place": place if len(units) > 1 else None,
        "kind": declared,
        "rows": _rows(kept),
        "scope": drafting.scope_so_far(request.actor.person, kind),
    }
    return render(request, "exchange_pages/publish_check.html", facts)


def _check_forms(request, kept, units):
    concepts = drafting.concepts_in(kept.cleaned_data)
    clusters = drafting.clusters_of(units)
    initial = {"concepts": [pk for pk, _name in concepts], "clusters": [pk for pk, _name in clusters]}
    understood = UnderstoodForm(sent(request), concepts=concepts, clusters=clusters, initial=initial)
    if len(units) == 1:
        return understood, UnitForm({"unit": units[0].pk}, units=units)
    return understood, UnitForm(sent(request), units=units, initial={"unit": units[0].pk if units else None})


def _publishable(request, slug):
    """The declared kind.

    Raises:
        NotFound: there is none of that name, or her kind of organisation does not publish it.
    """
    if slug not in {kind.slug for kind in drafting.publishable(request.actor)}:
        raise NotFound
    return kind_of(slug)


def _rows(kept):
    told = [(bound, drafting.shown(bound)) for bound in kept if bound.name != "once"]
    return [Row(str(bound.label), value) for bound, value in told if value]
