"""My data: see, download, correct, take back, delete."""

import json

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from virtualclusters.accounts import exporting
from virtualclusters.accounts import operations as accounts
from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.network.organisations.operations.consenting import withdraw
from virtualclusters.pages.joining.proving import only_if_still_she
from virtualclusters.pages.workspace.consents import consents_of
from virtualclusters.pages.workspace.forms import EraseForm
from virtualclusters.pages.workspace.ways import own_ways_of
from virtualclusters.ui.languages import LANGUAGES

SECTIONS_A_PAGE = 8
"""Each section asks the database once, and the more areas there are, the more sections."""


@policy(SIGNED_IN)
@never_cache
def my_data(request):
    """Number, e-mail, language, phones she is signed in on, what she agreed to."""
    facts = {
        "person": request.user,
        "consents": consents_of(request.user),
        "sign_ins": request.user.open_sign_ins.order_by("-at"),
        "this_one": request.session.session_key,
        "languages": LANGUAGES,
        "ways": own_ways_of(request.actor),
    }
    return render(request, "workspace/my_data.html", facts)


@policy(SIGNED_IN)
@never_cache
def everything(request):
    """All that is kept of her, to read, some sections a page."""
    page = Paginator(exporting.sections(), SECTIONS_A_PAGE).get_page(request.GET.get("page"))
    facts = {"page": page, "sections": exporting.readable(request.user, page.object_list)}
    return render(request, "workspace/everything.html", facts)


@policy(SIGNED_IN)
@never_cache
def download(request):
    """All that is kept of her, as a file other programs can read."""
    kept = {section.name: rows for section, rows in exporting.everything_about(request.user)}
    text = json.dumps(kept, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@require_POST
@policy(SIGNED_IN)
def choose_language(request):
    """The language of pages and messages."""
    wanted = request.POST.get("language")
    if wanted in dict(LANGUAGES):
        accounts.describe_self(person=request.user, language=wanted)
        return redirect(translate_url(request.POST.get("here", request.path), wanted))
    return redirect("my_data")


@require_POST
@policy(SIGNED_IN)
def take_back(request):
    """Take back a consent."""
    if request.POST.get("purpose") in Consent.Purpose.values:
        withdraw(purpose=request.POST["purpose"], language=get_language(), actor=request.actor, at=timezone.now())
        messages.success(request, _("You took it back."))
    return redirect("my_data")


@require_POST
@policy(SIGNED_IN)
def end_sign_in(request):
    """Sign out one other phone, or all others."""
    chosen = request.POST.get("sign_in", "")
    only = int(chosen) if chosen.isdecimal() else None
    accounts.end_sessions(person=request.user, but=request.session.session_key, only=only)
    messages.success(request, _("Signed out there."))
    return redirect("my_data")


@policy(SIGNED_IN)
@only_if_still_she
def erase(request):
    """Delete the account."""
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        accounts.erase(person=request.user, at=timezone.now())
        logout(request)
        return render(request, "workspace/erased.html")
    return render(request, "workspace/erase.html", {"form": form})
