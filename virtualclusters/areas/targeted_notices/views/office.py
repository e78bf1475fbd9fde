"""The office's pages: its notices, the form with its live count, a notice before and after it is sent."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.targeted_notices import looking, queries
from virtualclusters.areas.targeted_notices.forms import AudienceForm, NoticeForm
from virtualclusters.areas.targeted_notices.models import Notice
from virtualclusters.areas.targeted_notices.operations import acting, writing
from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.foundation.errors import NotFound

WRITE = NoticePermission.NOTICE_WRITE
A_PAGE = 20


@policy(WRITE)
@require_GET
def listed(request):
    """All notices of the office, the newest first."""
    page = Paginator(queries.notices_of_office(request.actor), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page,
        "rows": looking.rows_of(page.object_list),
        "two_persons": writing.wants_two_persons(request.actor.organisation_id),
        "may_set": request.actor.may(NoticePermission.NOTICE_OFFICE_SET),
    }
    return render(request, "targeted_notices/office.html", facts)


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def new(request):
    """A new notice; ``?copy=`` begins with another one of the office."""
    copied = request.GET.get("copy", "")
    stored = {}
    if copied.isdecimal() and len(copied) < 19:
        stored = looking.typed(Notice.objects.of_office(request.actor).one(int(copied)))
    return _edit(request, stored)


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def change(request, pk):
    """A draft, to be written anew."""
    notice = Notice.objects.of_office(request.actor).filter(submitted_at=None).one(pk)
    return _edit(request, looking.typed(notice), notice_id=pk)


def _edit(request, stored, notice_id=None):
    if request.method != "POST":
        return _form_page(request, NoticeForm(initial=stored), notice_id)
    form, now = NoticeForm(request.POST), timezone.now()
    if not form.is_valid() or "look" in request.POST:
        return _form_page(request, _about_the_group(form) if "look" in request.POST else form, notice_id)
    kept = writing.keep_draft(notice_id=notice_id, actor=request.actor, at=now, **form.columns())
    messages.success(request, _("Kept as a draft. Look at it once more, then send it."))
    return redirect("notice_shown", pk=kept.pk)


def _about_the_group(form):
    """Who only counts is not yet told what else is missing."""
    for name in set(form.errors) - set(AudienceForm.base_fields):
        del form.errors[name]
    return form


def _form_page(request, form, notice_id):
    beside = looking.beside(form, request.actor, at=timezone.now())
    return render(request, "targeted_notices/form.html", {"form": form, "notice_id": notice_id, **beside})


@policy(WRITE)
@require_POST
def look(request):
    """How many the group has, while it is put together."""
    form = NoticeForm(request.POST)
    form.is_valid()
    facts = looking.beside(form, request.actor, at=timezone.now())
    return render(request, "targeted_notices/_count.html", facts)


@policy(WRITE)
@require_GET
def shown(request, pk):
    """A notice: before it is sent whom it would reach and at which cost, afterwards what came of it."""
    notice = Notice.objects.of_office(request.actor).select_related("organisation", "opportunity").one(pk)
    facts = looking.review(notice, request.actor, at=timezone.now())
    return render(request, "targeted_notices/sent.html" if notice.sent_at else "targeted_notices/draft.html", facts)


@policy(WRITE)
@require_POST
def act(request, pk, verb):
    """One step of a notice."""
    if verb not in acting.VERBS:
        raise NotFound
    said = acting.act(verb, notice_id=pk, told=request.POST, actor=request.actor, at=timezone.now())
    messages.success(request, said)
    return redirect("desk_notices") if verb == "discard" else redirect("notice_shown", pk=pk)


@policy(NoticePermission.NOTICE_OFFICE_SET)
@require_POST
def setting(request):
    """Whether a notice needs the yes of a second person."""
    writing.set_two_persons(wanted="two_persons" in request.POST, actor=request.actor, at=timezone.now())
    messages.success(request, _("Kept."))
    return redirect("desk_notices")
