"""Screens of a person's messages."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.capabilities.messaging import operations, outbox_page, queries
from virtualclusters.capabilities.messaging.links import read_token, target_of
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.messages.forms import AddressForm, ChoicesForm
from virtualclusters.pages.messages.words import CATEGORIES, CHANNELS

A_PAGE = 10


@policy(SIGNED_IN)
@require_GET
def told(request):
    """What the portal told her, newest first."""
    lines = queries.told(
        person=request.user, language=get_language(), before=_number(request, "before"), most=A_PAGE + 1
    )
    facts = {"lines": lines[:A_PAGE], "older": lines[A_PAGE - 1].id if len(lines) > A_PAGE else None}
    return render(request, "messages_pages/told.html", facts)


@policy(SIGNED_IN)
@require_POST
def read(request):
    """She has seen them all."""
    operations.mark_read(person=request.user, at=timezone.now())
    return redirect("messages")


@policy(SIGNED_IN)
def choices(request):
    """How often she wants to hear of what, by SMS and by e-mail."""
    forms = [
        (
            CHANNELS[channel],
            ChoicesForm(request.POST or None, channel=channel, frequencies=frequencies, prefix=channel.value),
        )
        for channel, frequencies in queries.choices_of(person=request.user)
    ]
    if request.method == "POST" and not [form for _title, form in forms if not form.is_valid()]:
        chosen = {choice: often for _title, form in forms for choice, often in form.chosen().items()}
        operations.choose_all(person=request.user, chosen=chosen, at=timezone.now())
        messages.success(request, _("Saved. We will write to you like this."))
        return redirect("message_choices")
    return render(
        request, "messages_pages/choices.html", {"channels": forms, "forms": [form for _title, form in forms]}
    )


@policy(PUBLIC)
@require_GET
@never_cache
def outbox(request):
    """What a trial portal would have sent, as a telephone shows it."""
    form = AddressForm(request.GET or None)
    to = form.cleaned_data["to"] if form.is_valid() else ""
    shown = outbox_page.messages_for(reader=request.user, to=to, before=_number(request, "before"), most=A_PAGE + 1)
    facts = {
        "form": form,
        "to": to,
        "shown": shown[:A_PAGE],
        "older": shown[A_PAGE - 1].id if len(shown) > A_PAGE else None,
    }
    return render(request, "messages_pages/outbox.html", facts)


@policy(PUBLIC)
@require_GET
@never_cache
def short_link(request, key):
    """On to the page behind a short address; in plain words when it has ended."""
    try:
        return redirect(target_of(key=key, at=timezone.now()))
    except NotFound:
        return render(request, "messages_pages/link_ended.html", status=410)


@csrf_exempt  # the signed token is the right; a mail program posts without a cookie (RFC 8058)
@policy(PUBLIC)
@never_cache
def unsubscribe(request, token):
    """One button that ends such messages. Looking at the page changes nothing: scanners and previews look too."""
    _person_id, category, channel = read_token(token)
    if request.method == "POST":
        operations.unsubscribe(token=token, at=timezone.now())
    facts = {"what": CATEGORIES.get(category), "channel": CHANNELS[channel], "done": request.method == "POST"}
    return render(request, "messages_pages/unsubscribe.html", facts)


def _number(request, name):
    given = request.GET.get(name, "")
    if not given:
        return None
    if not given.isdecimal() or len(given) > 18:
        raise Http404
    return int(given)
