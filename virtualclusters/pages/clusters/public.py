"""What everybody may see of a cluster, and how a unit joins or leaves."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.network.clusters import operations
from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.organisations.queries import unit_cards, units_of
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.pages.clusters.cards import opportunity_cards
from virtualclusters.pages.clusters.figures import open_opportunities, recent_figures
from virtualclusters.pages.clusters.standing import standing_of
from virtualclusters.pages.clusters.words import words_of
from virtualclusters.ui.state_tiles import STATE_NAMES

OPEN_SHOWN, TRAININGS_SHOWN, A_PAGE = 10, 2, 10


@policy(PUBLIC)
@require_GET
def listed(request):
    """All clusters; with one alone, that one."""
    clusters = list(Cluster.objects.open_at(timezone.now()).order_by("published_at")[:100])
    if len(clusters) == 1:
        return redirect("cluster", slug=clusters[0].slug)
    return render(request, "clusters/listed.html", {"clusters": [words_of(cluster) for cluster in clusters]})


@policy(PUBLIC)
@require_GET
def shown(request, slug):
    """What the cluster is, who is in it, what stands open, how to join."""
    now = timezone.now()
    cluster = Cluster.objects.visible_to(request.actor, now).one(slug=slug)
    facts = {
        "cluster": words_of(cluster),
        "standing": standing_of(cluster, request.actor),
        **public_facts(cluster, at=now),
    }
    return render(request, "clusters/shown.html", facts)


def public_facts(cluster, *, at) -> dict:
    """What the public page tells of a cluster, drafts too, for the preview."""
    found = open_opportunities(cluster, at=at).select_related("unit__organisation")
    newest = list(found.exclude(kind="training").order_by("-published_at", "-pk")[:OPEN_SHOWN])
    trainings = list(found.filter(kind="training").order_by("closes_at", "pk")[:TRAININGS_SHOWN])
    cards = opportunity_cards([*newest, *trainings])
    return {
        "figures": recent_figures(cluster, language=get_language(), at=at),
        "cards": cards[: len(newest)],
        "trainings": cards[len(newest) :],
        "now": at,
    }


@policy(PUBLIC)
@require_GET
def members(request, slug):
    """Members, the newest first; by state when one was chosen."""
    now = timezone.now()
    cluster = Cluster.objects.visible_to(request.actor, now).one(slug=slug)
    state = request.GET.get("state", "")
    found = ClusterMembership.objects.shown(now).filter(cluster=cluster).order_by("-joined_at", "-pk")
    if state in STATE_NAMES:
        found = found.filter(unit__state=state)
    page = Paginator(found.values_list("unit", flat=True), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "cluster": words_of(cluster),
        "page": page,
        "units": unit_cards(list(page), language=get_language()),
        "state": STATE_NAMES.get(state, ""),
    }
    return render(request, "clusters/members.html", facts)


@policy(OrganisationPermission.PROFILE_EDIT)
@require_POST
def join(request, slug):
    """One of her units takes part: the one named, else her first."""
    now = timezone.now()
    cluster = Cluster.objects.open_at(now).one(slug=slug)
    operations.join(cluster_id=cluster.pk, unit_id=_unit(request), actor=request.actor, at=now)
    messages.success(request, _("Your unit is in. Here is what concerns you."))
    return redirect("cluster_room", slug=slug)


@policy(OrganisationPermission.PROFILE_EDIT)
@require_POST
def leave(request, slug):
    """One of her units leaves."""
    now = timezone.now()
    cluster = Cluster.objects.open_at(now).one(slug=slug)
    operations.leave(cluster_id=cluster.pk, unit_id=_unit(request), actor=request.actor, at=now)
    messages.success(request, _("Your unit has left. You can join again at any time."))
    return redirect("cluster", slug=slug)


def _unit(request):
    named = request.POST.get("unit", "")
    if named.isdigit():
        return int(named)
    first = units_of(request.actor).first()
    return first.pk if first else None
