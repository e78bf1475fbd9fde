"""The facilitator's page: how her cluster is doing, each trouble with one next step."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Window
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.clusters.permissions import ClusterPermission
from virtualclusters.pages.addresses import address
from virtualclusters.pages.clusters import state_of_health
from virtualclusters.pages.clusters.figures import figures_of
from virtualclusters.pages.clusters.words import words_of
from virtualclusters.pages.clusters.writing import write_to
from virtualclusters.ui.formatters import number

OVERSEE = ExchangePermission.ENGAGEMENT_OVERSEE
SHOWN_OF_EACH, A_PAGE = 10, 50


@policy(OVERSEE)
@require_GET
def listed(request):
    """The clusters she looks after; the administrator's people see all, drafts too."""
    everything = Cluster.objects.visible_to(request.actor, timezone.now()).order_by("-published_at", "pk")
    hers = [cluster for cluster in everything[:100] if request.actor.may(OVERSEE, cluster_id=cluster.pk)]
    facts = {
        "clusters": [(words_of(cluster), cluster) for cluster in hers],
        "may_open": request.actor.may(ClusterPermission.CLUSTER_OPEN),
    }
    return render(request, "clusters/desk.html", facts)


@policy(OVERSEE)
@require_GET
def shown(request, slug):
    """Figures as of now, then what waits: silent members, needs, unanswered, stuck and lapsed."""
    now = timezone.now()
    cluster = _overseen(request, slug)
    silent = Paginator(state_of_health.silent_members(cluster, at=now), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "cluster": words_of(cluster),
        "figures": figures_of(cluster, at=now),
        "trends": state_of_health.trends(cluster, at=now),
        "cases": state_of_health.cases_waiting(cluster),
        "cases_href": address("desk_verification"),
        "silent": silent,
        "needs": _first(state_of_health.unmet_needs(cluster, at=now)),
        "unanswered": _first(state_of_health.unanswered(cluster, at=now)),
        "stuck": _named(state_of_health.stuck(cluster, request.actor, at=now)),
        "lapsed": _named(state_of_health.lapsed(cluster, request.actor, at=now)),
        "may_open": request.actor.may(ClusterPermission.CLUSTER_OPEN),
        "now": now,
    }
    return render(request, "clusters/health.html", facts)


@policy(OVERSEE)
@require_POST
def write(request, slug, about):
    """Write to those whom one part of the page lists."""
    count = write_to(about=about, cluster=_overseen(request, slug), actor=request.actor, at=timezone.now())
    told = ngettext("We wrote to %(n)s person.", "We wrote to %(n)s people.", count) % {"n": number(count)}
    messages.success(request, told)
    return redirect("cluster_health", slug=slug)


def _overseen(request, slug):
    cluster = Cluster.objects.visible_to(request.actor, timezone.now()).one(slug=slug)
    if not request.actor.may(OVERSEE, cluster_id=cluster.pk):
        raise NotFound
    return cluster


def _first(rows):
    """The first rows, and how many there are in all. One query."""
    shown_rows = list(rows.annotate(in_all=Window(Count("pk")))[:SHOWN_OF_EACH])
    return {"count": shown_rows[0].in_all if shown_rows else 0, "rows": shown_rows}


def _named(rows):
    """The first rows with their codes put into words, and how many there are in all. One query; two when not all are shown."""
    first = list(rows[:SHOWN_OF_EACH])
    shown_rows = [
        {
            "title": row["opportunity__title"],
            "kind": kind_of(row["opportunity__kind"]).words,
            "phase": Phase(row["phase"]).label,
            "waits_for": _whose_turn(row),
            "publisher": row["opportunity__unit__organisation__name"],
            "answerer": row["lead__organisation__name"],
            "opened_at": row["opened_at"],
            "moved_at": row["moved_at"],
        }
        for row in first
    ]
    return {"count": rows.count() if len(first) == SHOWN_OF_EACH else len(first), "rows": shown_rows}


def _whose_turn(row):
    names = {"publisher": "opportunity__unit__organisation__name", "answerer": "lead__organisation__name"}
    return row[names[row["turn"]]] if row["turn"] else ""
