"""The office's desk: write a version, look at it, publish it; who follows, how far; applications decided here."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.schemes import applications, operations, queries
from virtualclusters.areas.schemes.models import SchemeVersion
from virtualclusters.areas.schemes.permissions import SchemePermission
from virtualclusters.areas.schemes.version_forms import VersionForm, filled_from
from virtualclusters.areas.schemes.views.starting import StartForm
from virtualclusters.foundation.errors import NotFound

WRITE = SchemePermission.SCHEME_WRITE


@policy(WRITE)
@require_GET
def desk(request):
    """All schemes the office writes, with what waits and how many follow."""
    return render(
        request,
        "schemes/desk.html",
        {"rows": queries.desk_rows(request.actor, language=get_language()), "now": timezone.now()},
    )


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def begin(request):
    """A new scheme: for which office, and whether it decides here; then its first version."""
    offices = list(operations.offices_of(request.actor).filter(organisation__claimed_at__isnull=False))
    start = StartForm(request.POST or None, offices=offices)
    form = VersionForm(request.POST or None)
    if request.method == "POST" and start.is_valid() and form.is_valid():
        draft = operations.write_draft(
            content=form.content(), actor=request.actor, at=timezone.now(), **start.cleaned_data
        )
        return redirect("scheme_preview", pk=draft.pk)
    return render(request, "schemes/write.html", {"start": start, "form": form, "scheme": None})


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def write(request, pk):
    """The next version: it begins as a copy of the draft, or of what holds today."""
    scheme = _own(request, pk)
    last = scheme.versions.order_by("published_at", "-effective_from").filter(published_at=None).first()
    copied = last or scheme.versions.order_by("-effective_from").first()
    form = VersionForm(request.POST or None, initial=filled_from(copied) if copied else {})
    if request.method == "POST" and form.is_valid():
        draft = operations.write_draft(
            content=form.content(), scheme_id=scheme.pk, actor=request.actor, at=timezone.now()
        )
        return redirect("scheme_preview", pk=draft.pk)
    return render(request, "schemes/write.html", {"form": form, "scheme": scheme})


@policy(WRITE)
@require_GET
def preview(request, pk):
    """A draft as an owner will see it."""
    draft = SchemeVersion.objects.prefetch_related("texts", "figures", "rules").filter(pk=pk, published_at=None).first()
    if draft is None:
        raise NotFound
    scheme = _own(request, draft.scheme_id)
    told = queries.shown_version(draft, [], at=timezone.now(), language=get_language())
    return render(request, "schemes/preview.html", {"scheme": scheme, "version": told, "draft": draft})


@policy(WRITE)
@require_POST
def publish(request, pk):
    """Publish a draft."""
    version = operations.publish_version(version_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Published. It holds from its first day on."))
    return redirect("opportunity" if version.scheme.opportunity.published_at else "scheme_desk", **_target(version))


def _target(version):
    return {"pk": version.scheme_id} if version.scheme.opportunity.published_at else {}


@policy(WRITE)
@require_GET
def applied(request, pk):
    """Who applied for a scheme that is decided here, the one that waits longest on top."""
    scheme = _own(request, pk)
    rows = applications.rows_of(scheme, at=timezone.now())
    return render(request, "schemes/applications.html", {"scheme": scheme, "rows": rows, "now": timezone.now()})


def _own(request, pk):
    found = operations.own_schemes(request.actor).select_related("opportunity", "in_force").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
