"""The calendar of trainings, one training, and booking it."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.trainings import queries
from virtualclusters.areas.trainings.forms import BookingForm, CalendarFilter
from virtualclusters.areas.trainings.operations import booking
from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Unit

A_PAGE = 10


@policy(PUBLIC)
@require_GET
def listed(request):
    """What can be booked, by month."""
    now, form = timezone.now(), CalendarFilter(request.GET)
    point, chosen = _point_of(request.actor), form.chosen()
    if point is None:
        del form.fields["near"]
    page = Paginator(queries.upcoming(at=now, point=point, **chosen), A_PAGE).get_page(request.GET.get("page"))
    waiting = queries.waiting_counts([row.pk for row in page])
    for row in page:
        row.seats = queries.shown_seats(row, waiting.get(row.pk, 0))
        row.is_full = not queries.seats_free(row, waiting.get(row.pk, 0))
        row.km = queries.distance_to(row, point)
    facts = {"form": form, "chosen": len(chosen), "page": page, "months": queries.by_month(page, get_language())}
    return render(request, "trainings/calendar.html", facts | {"now": now})


@policy(PUBLIC)
@require_GET
def shown(request, pk):
    """All about one training, and the one next step."""
    now = timezone.now()
    return render(request, "trainings/training.html", _facts(request.actor, pk, now) | {"now": now})


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_http_methods(["GET", "POST"])
def book(request, pk):
    """Who comes; then places are taken at once, or the next place in the queue."""
    now, units = timezone.now(), _units(request.actor)
    facts = _facts(request.actor, pk, now)
    form = BookingForm(request.POST or None, units=units, initial={"name_1": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            engagement = booking.book(
                opportunity_id=pk, unit_id=_unit_id(form, units), names=form.names(), actor=request.actor, at=now
            )
            return redirect(f"{reverse('training_booking', args=[engagement.pk])}?new=1")
        except Refused as refusal:
            form.add_error(None, f"{refusal.sentence} {refusal.change}".strip())
    return render(request, "trainings/book.html", facts | {"form": form, "now": now})


def _unit_id(form, units):
    if not units:
        raise NotFound
    return int(form.cleaned_data.get("unit", units[0].pk))


def _facts(actor, pk, now):
    """What the page of a training shows to this reader."""
    opportunity = queries.trainings().filter(pk__in=_visible(actor, now)).filter(pk=pk).first()
    if opportunity is None:
        raise NotFound
    waiting = queries.waiting_counts([pk]).get(pk, 0)
    booked = queries.live_booking(actor, pk)
    return {
        "opportunity": opportunity,
        "detail": opportunity.training,
        "free": queries.seats_free(opportunity, waiting),
        "waiting": waiting,
        "seats": queries.shown_seats(opportunity, waiting),
        "km": queries.distance_to(opportunity, _point_of(actor)),
        "booked": booked,
        "queue_place": place_in_queue(booked) if booked else None,
        "is_open": opportunity.is_open(now),
        "is_own": opportunity.unit.organisation_id in actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH),
    }


def _visible(actor, now):
    return Opportunity.objects.visible_to(actor, now)


def _units(actor):
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    units = Unit.objects.working().filter(organisation__in=own).select_related("organisation")
    return sorted(units, key=lambda unit: (unit.organisation_id != actor.organisation_id, unit.pk))


def _point_of(actor):
    """Where the reader's own unit stands, or None."""
    if actor.organisation_id is None:
        return None
    units = Unit.objects.working().filter(organisation=actor.organisation_id, latitude__isnull=False)
    return units.order_by("pk").values_list("latitude", "longitude").first()
