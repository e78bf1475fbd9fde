"""A unit's bookings: what was booked, who comes, the calendar, the certificate, giving back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.trainings import feeds, queries
from virtualclusters.areas.trainings.forms import NameForm
from virtualclusters.areas.trainings.models import Attendee
from virtualclusters.areas.trainings.operations import booking
from virtualclusters.capabilities.certificates import printing
from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound, Refused

A_PAGE = 10
ICS = "text/calendar; charset=utf-8"


@policy(SIGNED_IN)
@require_GET
def mine(request):
    """What my units booked and what we give."""
    now = timezone.now()
    page = Paginator(queries.bookings_of(request.actor), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page,
        "classes": queries.classes_of(request.actor)[:A_PAGE],
        "may_publish": request.actor.may(ExchangePermission.OPPORTUNITY_PUBLISH),
        "now": now,
    }
    return render(request, "trainings/mine.html", facts)


@policy(ExchangePermission.ENGAGEMENT_READ)
@require_GET
def shown(request, pk):
    """One booking: what to know, who comes, where to join."""
    engagement = queries.booking_for(request.actor, pk)
    facts = {
        "engagement": engagement,
        "opportunity": engagement.opportunity,
        "detail": engagement.opportunity.training,
        "queue_place": place_in_queue(engagement),
        "has_place": engagement.phase in (Phase.AGREED, Phase.UNDER_WAY),
        "may_leave": engagement.phase in (Phase.ASKED, Phase.AGREED),
        "is_new": "new" in request.GET,
        "now": timezone.now(),
    }
    return render(request, "trainings/booking.html", facts)


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_http_methods(["GET", "POST"])
def leave(request, pk):
    """Give all places back, after one look at what that means."""
    engagement = queries.booking_for(request.actor, pk)
    if request.method == "POST":
        booking.leave(engagement_id=pk, actor=request.actor, at=timezone.now())
        messages.success(request, _("Given back. Thank you: the next who waits gets it."))
        return redirect("training_booking", pk=pk)
    return render(request, "trainings/leave.html", {"engagement": engagement})


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_http_methods(["GET", "POST"])
def rename(request, pk):
    """The name as it shall stand on the certificate."""
    attendee, engagement = _attendee(request.actor, pk)
    form = NameForm(request.POST or None, initial={"name": attendee.name})
    if request.method == "POST" and form.is_valid():
        try:
            name = form.cleaned_data["name"]
            booking.rename(attendee_id=pk, name=name, actor=request.actor, at=timezone.now())
            return redirect("training_booking", pk=engagement.pk)
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
    return render(request, "trainings/rename.html", {"form": form, "attendee": attendee, "engagement": engagement})


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_POST
def drop(request, pk):
    """One person fewer."""
    attendee, engagement = _attendee(request.actor, pk)
    booking.drop(attendee_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("%(name)s is off the list.") % {"name": attendee.name})
    return redirect("training_booking", pk=engagement.pk)


@policy(ExchangePermission.ENGAGEMENT_READ)
@require_GET
@never_cache
def calendar_file(request, pk):
    """The sessions of a booking as a calendar file."""
    content = feeds.calendar_of_booking(queries.booking_for(request.actor, pk), at=timezone.now())
    return HttpResponse(
        content, content_type=ICS, headers={"Content-Disposition": f'attachment; filename="training-{pk}.ics"'}
    )


@policy(ExchangePermission.ENGAGEMENT_READ)
@require_GET
@never_cache
def certificate(request, pk):
    """The PDF of a certificate, for the unit whose person it is and for the trainer."""
    attendee, _engagement = _attendee(request.actor, pk)
    if attendee.certificate is None:
        raise NotFound
    name = f'inline; filename="certificate-{attendee.certificate.code}.pdf"'
    return HttpResponse(
        printing.pdf(attendee.certificate), content_type="application/pdf", headers={"Content-Disposition": name}
    )


def _attendee(actor, pk):
    """An attendee of a booking that the actor may see, with the booking. Raises NotFound."""
    attendee = Attendee.objects.select_related("certificate").filter(pk=pk).first()
    if attendee is None:
        raise NotFound
    return attendee, queries.booking_for(actor, attendee.engagement_id)
