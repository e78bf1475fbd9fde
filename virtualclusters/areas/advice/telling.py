"""Who is told what about advice: once each, with a link to the page on which it goes on."""

from django.urls import reverse

from virtualclusters.areas.advice import notices
from virtualclusters.areas.advice.asking.link import path_for
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import OpenedBy
from virtualclusters.exchange.engagements.people import people_of, people_of_organisations
from virtualclusters.exchange.engagements.telling import OTHER, told_to
from virtualclusters.foundation.time import day_in_india


def tell_adviser_asked(engagement, *, at):
    """The adviser hears that a unit asks her; a link of her own opens the request with its three answers, without signing in."""
    for person_id in people_of(engagement, side=OpenedBy.PUBLISHER):
        notify(
            people_ids=[person_id],
            key=notices.ASKED,
            variables=told_to(engagement, OpenedBy.PUBLISHER),
            at=at,
            about=path_for(engagement_id=engagement.pk, person_id=person_id, at=at),
            dedupe_key=f"advice-asked:{engagement.pk}",
        )


def tell_asked_next(turn, *, at):
    """The unit hears who is asked now."""
    request, engagement = turn.request, turn.engagement
    notify(
        people_ids=people_of_organisations([request.unit.organisation_id]),
        key=notices.ASKED_NEXT,
        variables={
            "firm": turn.opportunity.unit.organisation.name,
            "day": day_in_india(engagement.due_at).isoformat(),
        },
        at=at,
        about=reverse("advice_request", args=[request.pk]),
        dedupe_key=f"advice-next:{engagement.pk}",
    )


def tell_passed_on(request, *, at):
    """The unit hears that a facilitator now looks for help."""
    notify(
        people_ids=people_of_organisations([request.unit.organisation_id]),
        key=notices.PASSED_ON,
        variables={},
        at=at,
        about=reverse("advice_request", args=[request.pk]),
        dedupe_key=f"advice-passed-on:{request.pk}:{at:%Y%m%d%H%M}",
    )


def tell_booked(engagement, slot, *, side, at):
    """The other side hears when they meet."""
    _tell_of_slot(engagement, slot, notices.BOOKED, side=side, at=at, occasion=f"{at:%Y%m%d%H%M%S}")


def tell_called_off(engagement, slot, *, side, reason, at):
    """The other side hears that a meeting is off, and why."""
    _tell_of_slot(engagement, slot, notices.CALLED_OFF, side=side, at=at, occasion=f"{at:%Y%m%d%H%M%S}", why=reason)


def tell_tomorrow(engagement, slot, *, at):
    """Both sides are reminded of tomorrow's meeting."""
    for side in (OpenedBy.PUBLISHER, OpenedBy.ANSWERER):
        _tell_of_slot(
            engagement, slot, notices.TOMORROW, side=OTHER[side], at=at, occasion=f"{slot.starts_at:%Y%m%d%H%M}"
        )


def tell_scope(engagement, *, side, at):
    """The other side hears that there is something to say yes to, or that work can begin."""
    scope = engagement.advice_scope
    key = notices.SCOPE_AGREED if scope.is_agreed else notices.SCOPE_WRITTEN
    occasion = f"advice-scope:{engagement.pk}:{at:%Y%m%d%H%M%S}"
    _notify_side(engagement, OTHER[side], key, at=at, dedupe_key=occasion)


def _tell_of_slot(engagement, slot, key, *, side, at, occasion, **more):
    dedupe_key = f"{key}:{engagement.pk}:{slot.pk}:{side}:{occasion}"
    when = {"when": slot.starts_at.isoformat()}
    _notify_side(engagement, OTHER[side], key, at=at, dedupe_key=dedupe_key, **when, **more)


def _notify_side(engagement, side, key, *, at, dedupe_key, **variables):
    notify(
        people_ids=people_of(engagement, side=side),
        key=key,
        variables=told_to(engagement, side) | variables,
        at=at,
        about=reverse("advice_case", args=[engagement.pk]),
        dedupe_key=dedupe_key,
    )
