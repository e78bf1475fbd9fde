"""Who is told what about a class: each booking's own people, with a link to their booking."""

from django.urls import reverse

from virtualclusters.areas.trainings import notices
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.foundation.time import day_in_india

HAVE_A_PLACE = (Phase.AGREED, Phase.UNDER_WAY)


def people_who_come(engagement) -> list[int]:
    """Ids of those who booked and of the named people who have an account."""
    named = engagement.attendees.filter(person__isnull=False).values_list("person_id", flat=True)
    return sorted({*people_of(engagement, side=OpenedBy.ANSWERER), *named})


def tell(engagement, key, *, at, dedupe_key, about="", **variables):
    """Tell the people of one booking; the link leads to it."""
    title = {"title": engagement.opportunity.title}
    notify(
        people_ids=people_who_come(engagement),
        key=key,
        variables=title | variables,
        at=at,
        about=about or reverse("training_booking", args=[engagement.pk]),
        dedupe_key=dedupe_key,
    )


def first_day(opportunity) -> str:
    """The Indian day on which a class begins, as ISO text."""
    return day_in_india(opportunity.closes_at).isoformat()


def tell_of_change(opportunity, *, at):
    """Tell those who have a place or wait that time or place changed."""
    opportunity.refresh_from_db(fields=["closes_at"])
    begins = opportunity.closes_at.isoformat()
    for engagement in _bookings(opportunity, phase__in=LIVE):
        key = f"training-changed:{opportunity.pk}:{at:%Y%m%d%H%M%S}:{engagement.pk}"
        tell(engagement, notices.CHANGED, at=at, dedupe_key=key, when=begins)


def tell_note(opportunity, note, *, at) -> int:
    """Send a note to those who have a place; the same note once a day. Returns how many bookings were told."""
    bookings = _bookings(opportunity, phase__in=HAVE_A_PLACE)
    for engagement in bookings:
        key = f"training-note:{engagement.pk}:{note}:{day_in_india(at)}"
        tell(engagement, notices.NOTE, at=at, dedupe_key=key, note=note, day=first_day(opportunity))
    return len(bookings)


def tell_certificates(opportunity, engagement, *, at):
    """Tell a booking's people that certificates are ready."""
    engagement.opportunity = opportunity
    tell(engagement, notices.CERTIFICATE, at=at, dedupe_key=f"training-certificate:{engagement.pk}")


def tell_cancelled(opportunity, *, at):
    """Tell everybody who had a place or waited that a class is cancelled, and why."""
    why = opportunity.training.cancel_reason
    live, ended = _bookings(opportunity, phase__in=LIVE), _bookings(opportunity, end_reason="opportunity_ended")
    for engagement in [*live, *ended]:
        key = f"training-cancelled:{engagement.pk}"
        about = reverse("trainings")
        tell(engagement, notices.CANCELLED, at=at, dedupe_key=key, about=about, day=first_day(opportunity), why=why)


def _bookings(opportunity, **which):
    rows = Engagement.objects.filter(opportunity=opportunity, **which).select_related("lead").order_by("pk")
    for engagement in (found := list(rows)):
        engagement.opportunity = opportunity
    return found
