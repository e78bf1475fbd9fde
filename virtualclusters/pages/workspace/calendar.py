"""A person's calendar address: make it, end it, and what a calendar program reads there."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.capabilities.calendars import feeds

ICS = "text/calendar; charset=utf-8"


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
@never_cache
def own(request):
    """Whether I have an address. A new one is shown this once; the former ends with it."""
    address = ""
    if request.method == "POST":
        key = feeds.open_feed(person=request.actor.person, at=timezone.now())
        address = settings.SITE_ADDRESS + reverse("calendar_feed", args=[key])
    return render(request, "workspace/calendar.html", {"address": address, "feed": feeds.feed_of(request.actor.person)})


@policy(SIGNED_IN)
@require_POST
def end(request):
    """Nobody reads at my address any more."""
    feeds.end_feed(person=request.actor.person)
    messages.success(request, _("Ended. The address shows nothing any more."))
    return redirect("my_calendar")


@policy(PUBLIC)
@require_GET
@never_cache
def read(request, key):
    """A person's own calendar; whoever knows the address may read it."""
    return HttpResponse(feeds.calendar_behind(key=key, at=timezone.now()), content_type=ICS)


@policy(PUBLIC)
@require_GET
@never_cache
def ended(request, key):
    """Trainings had addresses of their own, kept as they were given out. They have ended, and the page says where a new one is made."""
    return render(request, "workspace/calendar_ended.html", status=410)
