"""Reads of trainings: the calendar, one class with its lists, a person's own."""

from dataclasses import dataclass, field
from itertools import groupby
from math import cos, radians

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings.models import Attendance, Attendee
from virtualclusters.areas.trainings.operations.publishing import KIND
from virtualclusters.areas.trainings.rules import share_attended
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import to_ist
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point
from virtualclusters.ui.formatters import inr, moment, month_names, number

NEAR_KM = 100
KM_A_DEGREE = 111.0


def training_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {
        "money": inr(detail.fee) if detail.fee else _("Free"),
        "line": f"{detail.get_mode_display()}, {moment(detail.opportunity.closes_at)}",
    }


def trainings():
    """Classes with all that their cards and pages show. Two queries."""
    rows = Opportunity.objects.filter(kind=KIND).select_related("training", "unit__organisation")
    return rows.prefetch_related("training__sessions")


def upcoming(*, at, point=None, language="", free=False, online=False, near=False):
    """Classes that can be booked, the first to begin on top. ``point``: (latitude, longitude) of whoever asks."""
    rows = trainings().filter(pk__in=Opportunity.objects.open_at(at).filter(kind=KIND)).order_by("closes_at", "pk")
    if language:
        rows = rows.filter(training__languages__contains=[language])
    if free:
        rows = rows.filter(training__fee=0)
    if online:
        rows = rows.filter(training__mode="online")
    if near and point:
        rows = rows.filter(_within(point), training__mode="in_person")
    return rows


def _within(point):
    """About 100 km around a point: a square, so that an index can serve it."""
    latitude, longitude = point
    high, wide = NEAR_KM / KM_A_DEGREE, NEAR_KM / (KM_A_DEGREE * max(0.1, cos(radians(latitude))))
    box = {
        "latitude__range": (latitude - high, latitude + high),
        "longitude__range": (longitude - wide, longitude + wide),
    }
    return Q(**box) | Q(latitude=None) & Q(**{f"unit__{name}": value for name, value in box.items()})


def distance_to(opportunity, point) -> float | None:
    """Kilometres from a point to where a class is held; None when it is online or a point is not known."""
    stands = opportunity if opportunity.latitude is not None else opportunity.unit
    if point is None or opportunity.training.mode == "online" or stands.latitude is None:
        return None
    return distance_km(Point(*point), Point(stands.latitude, stands.longitude))


def waiting_counts(opportunity_ids) -> dict[int, int]:
    """How many bookings wait, by class. One query."""
    waiting = Engagement.objects.filter(opportunity__in=opportunity_ids, waiting_since__isnull=False)
    return dict(waiting.values_list("opportunity").annotate(count=Count("pk")).order_by())


def seats_free(opportunity, waiting: int) -> int:
    """Seats that can be booked now: none while others wait for them."""
    return 0 if waiting else max(0, (opportunity.places or 0) - opportunity.places_taken)


def by_month(opportunities, language):
    """(name of the month and year, its classes) in order."""
    names = month_names(language)

    def month(opportunity):
        day = to_ist(opportunity.closes_at)
        return day.year, day.month

    return [(f"{names[when[1] - 1]} {when[0]}", list(rows)) for when, rows in groupby(opportunities, key=month)]


def bookings_of(actor):
    """The actor's bookings, the newest first, with class, sessions and people. Four queries."""
    rows = Engagement.objects.visible_to(actor).filter(opportunity__kind=KIND)
    own = rows.filter(lead__organisation__in=[membership.organisation_id for membership in actor.memberships])
    related = own.select_related("opportunity__training", "opportunity__unit__organisation", "lead__organisation")
    return related.prefetch_related("opportunity__training__sessions", "attendees").order_by("-opened_at", "-pk")


def booking_for(actor, engagement_id):
    """One booking that the actor may see. Raises NotFound."""
    rows = Engagement.objects.visible_to(actor).filter(opportunity__kind=KIND)
    rows = rows.select_related("opportunity__training", "opportunity__unit__organisation", "lead__organisation")
    return rows.prefetch_related("opportunity__training__sessions", "attendees__certificate").one(engagement_id)


def live_booking(actor, opportunity_id):
    """The live booking of one of the actor's units in a class, or None."""
    own = [membership.organisation_id for membership in actor.memberships]
    rows = Engagement.objects.filter(opportunity=opportunity_id, lead__organisation__in=own, phase__in=LIVE)
    return rows.first()


@dataclass
class Named:
    """Somebody on a list of a class. ``share``: percent of the hours so far attended; ``present_at``: ids of sessions."""

    attendee: Attendee
    engagement: Engagement
    present_at: set[int] = field(default_factory=set)
    share: int = 0


def class_lists(opportunity):
    """(those who have a place, by name; bookings that wait, in order; invited or still open). Four queries."""
    rows = Engagement.objects.filter(opportunity=opportunity).select_related("lead__organisation")
    rows = rows.prefetch_related(
        Prefetch("attendees", Attendee.objects.select_related("certificate").prefetch_related("attendances"))
    )
    bookings = list(rows.exclude(phase__in=[Phase.DECLINED, Phase.WITHDRAWN]).order_by("waiting_since", "pk"))
    sessions = list(opportunity.training.sessions.all())
    seated = [
        _named(attendee, booking, sessions)
        for booking in bookings
        if booking.agreed_at is not None
        for attendee in booking.attendees.all()
    ]
    waiting = [booking for booking in bookings if booking.waiting_since is not None]
    asked = [booking for booking in bookings if booking.phase == Phase.ASKED and booking.waiting_since is None]
    return sorted(seated, key=lambda one: one.attendee.name.casefold()), waiting, asked


def _named(attendee, booking, sessions):
    present = {attendance.session_id for attendance in attendee.attendances.all()}
    return Named(attendee, booking, present, share_attended(sessions, present))


def own_class(actor, opportunity_id):
    """A class that the actor gives, with its detail. Raises NotFound."""
    own = trainings().filter(unit__organisation__in=_own_publishing(actor))
    found = own.filter(pk=opportunity_id).first()
    if found is None:
        raise NotFound
    return found


def classes_of(actor):
    """Classes that the actor's organisations give, the next or newest on top."""
    return trainings().filter(unit__organisation__in=_own_publishing(actor)).order_by("-closes_at", "-pk")


def _own_publishing(actor):
    return actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)


def present_in(session) -> set[int]:
    """Ids of the attendees who were marked as present. One query."""
    return set(Attendance.objects.filter(session=session).values_list("attendee", flat=True))


def shown_seats(opportunity, waiting) -> str:
    """How many seats are free, or how many wait, in words."""
    free = seats_free(opportunity, waiting)
    if free:
        return _("%(free)s of %(all)s seats free") % {"free": number(free), "all": number(opportunity.places)}
    if waiting:
        return _("Full. Waiting: %(waiting)s") % {"waiting": number(waiting)}
    return _("Full. You can wait for a place")
