"""Terms: one side chooses from the ready texts, the other says yes. Every choice is kept as a version."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import Terms
from virtualclusters.areas.student_projects.projects import baseline
from virtualclusters.areas.student_projects.projects.standing import Seat, place_for_change
from virtualclusters.areas.student_projects.projects.terms import words_of
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound, Refused

AGREEING = (Phase.AGREED, Phase.UNDER_WAY)


@transaction.atomic
def propose_terms(*, engagement_id, actor, at, objectives="", **chosen):
    """Choose terms for the actor's side, which says yes to them by that; return the new version.

    Args:
        chosen: ownership, publish_after_months, secrecy, insurance, visits, names_unit, as columns of ``Terms``.

    Raises:
        NotFound: she does not act for either side.
        Refused: the team is not chosen yet, or the project has ended; publishing needs a number of months.
    """
    place = _principal(engagement_id, actor)
    if chosen["ownership"] == Terms.Ownership.COLLEGE_PUBLISHES and not chosen["publish_after_months"]:
        raise Refused("months_missing", _("Say after how many months the college may publish."))
    newest = Terms.objects.filter(engagement=place.engagement).aggregate(last=Max("version"))["last"] or 0
    terms = Terms.objects.create(
        engagement=place.engagement,
        version=newest + 1,
        words=words_of(**chosen),
        objectives=objectives,
        proposed_by=place.side,
        proposed_at=at,
        **chosen,
    )
    return _say_yes(terms, place, actor, at, "project.terms_proposed")


@transaction.atomic
def say_yes(*, engagement_id, version, actor, at):
    """Say yes to the newest terms for the actor's side. A second yes changes nothing.

    Raises:
        NotFound: she does not act for either side, or there is no such version.
        Refused: a newer version stands; the project has ended.
    """
    place = _principal(engagement_id, actor)
    newest = Terms.objects.filter(engagement=place.engagement).first()
    if newest is None:
        raise NotFound
    if newest.version != version:
        raise Refused("newer_terms", _("The other side has chosen again."), _("Read the new terms first."))
    return _say_yes(newest, place, actor, at, "project.terms_agreed")


def _principal(engagement_id, actor):
    place = place_for_change(engagement_id, actor=actor)
    Engagement.objects.for_change(actor).one(engagement_id)
    if place.engagement.phase not in AGREEING:
        raise Refused("not_agreed", _("Terms are chosen when a team was chosen, and until the end of the project."))
    return place


def _say_yes(terms, place, actor, at, code):
    column = "unit_agreed_at" if place.side == "publisher" else "college_agreed_at"
    if getattr(terms, column) is None:
        setattr(terms, column, at)
        terms.save(update_fields=[column])
        record_of(code, place.engagement, actor=actor, at=at, side=place.side)
    if place.seat == Seat.UNIT:
        baseline.keep(place.engagement, actor=actor, at=at)
    return terms
