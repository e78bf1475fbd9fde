"""The administrator opens a cluster: choose a template, name it, look at it, publish it, name who looks after it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.models import Person
from virtualclusters.accounts.policy import policy
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.clusters import operations
from virtualclusters.network.clusters.models import Cluster, ClusterRole
from virtualclusters.network.clusters.permissions import ClusterPermission
from virtualclusters.network.clusters.templates import missing_texts
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.pages.clusters.forms import OfficerForm, OpenForm
from virtualclusters.pages.clusters.public import public_facts
from virtualclusters.pages.clusters.words import words_of
from virtualclusters.ui.languages import OWN_NAMES


@policy(ClusterPermission.CLUSTER_OPEN)
@require_http_methods(["GET", "POST"])
def opened(request):
    """Make a draft from a template."""
    form = OpenForm(request.POST or None)
    if form.is_valid():
        try:
            cluster = operations.open_cluster(actor=request.actor, at=timezone.now(), **form.columns())
        except Refused as refused:
            form.add_error("slug" if refused.code == "address_taken" else "template", refused.sentence)
        else:
            return redirect("cluster_preview", slug=cluster.slug)
    return render(request, "clusters/open.html", {"form": form})


@policy(ClusterPermission.CLUSTER_OPEN)
@require_GET
def preview(request, slug):
    """The public page as it will look, and what is still missing."""
    now = timezone.now()
    cluster = Cluster.objects.visible_to(request.actor, now).one(slug=slug)
    concepts = list(cluster.concepts.values_list("pk", flat=True))
    facts = {
        "cluster": words_of(cluster),
        "row": cluster,
        "missing": [(OWN_NAMES[language], _words()[word]) for language, word in missing_texts(cluster.texts)],
        "belongs": sorted(names_of(concepts, get_language()).values()),
        **public_facts(cluster, at=now),
    }
    return render(request, "clusters/preview.html", facts)


@policy(ClusterPermission.CLUSTER_OPEN)
@require_POST
def publish(request, slug):
    """Let everybody see it."""
    cluster = Cluster.objects.one(slug=slug)
    operations.publish_cluster(cluster_id=cluster.pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("The cluster is open. Units of its trade are being told."))
    return redirect("cluster", slug=slug)


@policy(ClusterPermission.CLUSTER_OPEN)
@require_http_methods(["GET", "POST"])
def officers(request, slug):
    """Who looks after it: name somebody, or end her role."""
    cluster = Cluster.objects.one(slug=slug)
    form = OfficerForm(request.POST or None)
    if request.POST.get("end", "").isdecimal():
        operations.dismiss(officer_id=int(request.POST["end"]), actor=request.actor, at=timezone.now())
        return redirect("cluster_officers", slug=slug)
    if form.is_valid() and _appoint(form, cluster, request):
        return redirect("cluster_officers", slug=slug)
    held = list(cluster.officers.filter(ended_at=None).select_related("person").order_by("role", "pk"))
    lacking = [role.label for role in ClusterRole if role not in {officer.role for officer in held}]
    facts = {"cluster": words_of(cluster), "form": form, "officers": held, "lacking": lacking}
    return render(request, "clusters/officers.html", facts)


def _appoint(form, cluster, request):
    """False, with a sentence beside the field, when nobody with that number is here."""
    person = Person.objects.filter(phone=form.cleaned_data["mobile"], is_active=True).first()
    if person is None:
        form.add_error("mobile", _("Nobody with this number has signed in here. Ask the person to sign in first."))
        return False
    operations.appoint(
        cluster_id=cluster.pk, person=person, role=form.cleaned_data["role"], actor=request.actor, at=timezone.now()
    )
    return True


def _words():
    return {
        "name": _("its name"),
        "summary": _("what it is"),
        "for_whom": _("for whom it is"),
        "welcome": _("the welcome"),
    }
