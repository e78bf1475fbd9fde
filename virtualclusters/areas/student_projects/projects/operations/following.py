"""What the portal's own clocks do: reach further colleges, ask somebody to call, ask after 90 days. Each may run twice."""

import secrets

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import CallItem, StillInUse, Widening
from virtualclusters.areas.student_projects.projects import nearby, notices, telling
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.engagements.people import people_of, people_of_organisations
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import PORTAL


@transaction.atomic
def widen(*, opportunity, at):
    """Tell the colleges of the next distance band of a project, and ask a facilitator to call; the last band is told once.

    Returns the band in kilometres, or None when all were told.
    """
    told = set(Widening.objects.filter(opportunity=opportunity).values_list("kilometres", flat=True))
    band = next((one for one in nearby.bands() if one not in told), None)
    call_for(opportunity=opportunity, engagement=None, why=CallItem.Why.NO_APPLICATION, at=at)
    if band is None:
        return None
    Widening.objects.create(opportunity=opportunity, kilometres=band, widened_at=at)
    for unit, kilometres in nearby.colleges_within(opportunity, band):
        notify(
            people_ids=people_of_organisations([unit.organisation_id]),
            key=notices.NEAR,
            variables={"title": opportunity.title, "km": round(kilometres)},
            at=at,
            about=reverse("opportunity", args=[opportunity.pk]),
            dedupe_key=f"project-near:{opportunity.pk}:{unit.pk}",
        )
    return band


def call_for(*, opportunity, engagement, why, at):
    """Put a call on the facilitator's desk; while one is open no second comes."""
    CallItem.objects.get_or_create(
        opportunity=opportunity, engagement=engagement, why=why, settled_at=None, defaults={"raised_at": at}
    )


@transaction.atomic
def ask_still_in_use(*, engagement, at):
    """Ask the unit whether what the team made is still in use, once."""
    asked, new = StillInUse.objects.get_or_create(
        engagement=engagement, defaults={"key": secrets.token_urlsafe(24), "asked_at": at}
    )
    if new:
        telling.tell(
            engagement,
            notices.IN_USE,
            people=people_of(engagement, side="publisher"),
            at=at,
            dedupe_key=f"project-in-use:{engagement.pk}",
            about=reverse("project_in_use", args=[asked.key]),
        )
    return asked


def asked_by(key) -> StillInUse:
    """The question behind a link.

    Raises:
        NotFound: there is none.
    """
    rows = StillInUse.objects.select_related(
        "engagement__opportunity__unit__organisation", "engagement__lead__organisation"
    )
    asked = rows.filter(key=key).first()
    if asked is None:
        raise NotFound
    return asked


@transaction.atomic
def answer_still_in_use(*, key, in_use, words, at):
    """Keep the answer of whoever has the link. A second answer within the same words changes nothing.

    Raises:
        NotFound: there is no such link.
        Refused: it was answered otherwise already.
    """
    asked = StillInUse.objects.select_for_update().filter(key=key).first()
    if asked is None:
        raise NotFound
    if asked.answered_at is not None:
        if asked.in_use == in_use:
            return asked
        raise Refused("answered_already", _("This was answered already. Thank you."))
    asked.in_use, asked.words, asked.answered_at = in_use, words, at
    asked.save(update_fields=["in_use", "words", "answered_at"])
    code = "project.still_in_use" if in_use else "project.not_in_use"
    record_of(code, asked_by(key).engagement, actor=PORTAL, at=at, side="publisher")
    return asked
