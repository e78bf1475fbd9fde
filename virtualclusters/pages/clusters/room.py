"""The members' room: a feed of what concerns the reader."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.clusters.operations import note_visit
from virtualclusters.pages.clusters.around import around_of
from virtualclusters.pages.clusters.feed import cards_of, feed_for, newest_in
from virtualclusters.pages.clusters.standing import standing_of
from virtualclusters.pages.clusters.words import words_of
from virtualclusters.ui.navigation import Tab

A_PAGE = 10


@policy(SIGNED_IN)
@require_GET
def shown(request, slug):
    """Ranked for the reader's unit; newest first where she has none or nothing concerns it."""
    now = timezone.now()
    cluster = Cluster.objects.visible_to(request.actor, now).one(slug=slug)
    standing = standing_of(cluster, request.actor)
    if not standing.may_enter:
        return redirect("cluster", slug=slug)
    note_visit(cluster_id=cluster.pk, actor=request.actor, at=now)
    tabs, kind = _tabs(request, cluster)
    around = around_of(cluster, standing.unit, at=now)
    facts = _feed(request, cluster, standing, kind, () if kind else around.newcomers, now)
    facts |= {"cluster": words_of(cluster), "standing": standing, "tabs": tabs, "around": around, "now": now}
    return render(request, "clusters/room.html", facts)


def _feed(request, cluster, standing, kind, newcomers, now):
    chosen = (kind,) if kind else ()
    items = feed_for(cluster, standing.unit, at=now, only_kinds=chosen, newcomers=newcomers) if standing.unit else []
    ranked = bool(items)
    page = Paginator(items or newest_in(cluster, at=now, only_kinds=chosen), A_PAGE).get_page(request.GET.get("page"))
    may_answer = standing.unit is not None and request.actor.may(ExchangePermission.ENGAGEMENT_ANSWER)
    return {"page": page, "ranked": ranked, "cards": cards_of(list(page), may_answer=may_answer)}


def _tabs(request, cluster):
    """All, and a tab for each kind that shows; the chosen kind, or empty."""
    shown_kinds = [kind for kind in kinds() if not cluster.shown_kinds or kind.slug in cluster.shown_kinds]
    wanted = request.GET.get("kind", "")
    chosen = wanted if wanted in {kind.slug for kind in shown_kinds} else ""
    tabs = [Tab(_("For you"), "?", current=not chosen)]
    for kind in shown_kinds:
        tabs.append(Tab(str(kind.words_plural), f"?kind={kind.slug}", current=kind.slug == chosen))
    return tabs, chosen
