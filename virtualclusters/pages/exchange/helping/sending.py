"""Sending a draft of a need, once however often it is pressed, and taking it back within ten minutes."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.exchange.kinds.from_need import NeedSent
from virtualclusters.exchange.kinds.kind import kinds, screens_of
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import end, tie_to_need
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.pages.exchange.helping.drafts import draft_for

UNDO_FOR = timedelta(minutes=10)


@transaction.atomic
def send(*, need_id, kind, actor, at):
    """Publish the draft of a kind for a need, or hand the need to the kind's own operation. Pressed again it changes nothing.

    Raises:
        NotFound: the actor does not act for the need's unit, or the kind cannot help with it.
        Refused: something is missing that only she knows; what the kind's own publishing refuses.
    """
    need = Need.objects.visible_to(actor).select_related("unit__organisation").one(need_id)
    declared = next((one for one in kinds() if one.slug == kind), None)
    view = view_of(need, at=at, language=need.language)
    filled = draft_for(view, declared) if declared else None
    if filled is None:
        raise NotFound
    Need.objects.for_change(actor).one(need_id)
    if kind in sent_for(need, [kind]):
        return
    if filled.form is None:
        screens_of(kind).send_need(need=view, values=filled.draft.values, actor=actor, at=at)
    else:
        _publish(need, filled, view, actor, at)


@transaction.atomic
def take_back(*, need_id, kind, actor, at):
    """Take back what was sent for a need less than ten minutes ago.

    Raises:
        NotFound: the actor does not act for the need's unit, or nothing of that kind was sent.
        Refused: it was sent longer ago.
    """
    need = Need.objects.for_change(actor).one(need_id)
    sent = sent_for(need, [kind]).get(kind)
    if sent is None:
        raise NotFound
    if not may_take_back(sent.sent_at, at):
        raise Refused(
            "too_late",
            _("You sent this more than 10 minutes ago. It cannot be undone here any more."),
            _("Go back, tap “Open it”, and end it there."),
        )
    published = _published_for(need).filter(kind=kind).first()
    if published:
        end(opportunity_id=published.pk, reason=Opportunity.EndReason.WITHDRAWN, actor=actor, at=at)
    else:
        screens_of(kind).take_back_need(need_id=need.pk, actor=actor, at=at)


def may_take_back(sent_at, at) -> bool:
    """Whether what was sent then can be taken back now."""
    return at - sent_at < UNDO_FOR


def sent_for(need, kind_slugs) -> dict[str, NeedSent]:
    """By kind what was sent for a need and still stands. One query, and one for each kind with an operation of its own."""
    sent = {
        one.kind: NeedSent(one.published_at, reverse("my_opportunity", args=[one.pk])) for one in _published_for(need)
    }
    for kind in kinds():
        if kind.slug in kind_slugs and (sent_need := screens_of(kind.slug).sent_need) and (own := sent_need(need.pk)):
            sent[kind.slug] = own
    return sent


def _published_for(need):
    return Opportunity.objects.filter(need=need, ended_at=None, published_at__isnull=False).order_by("published_at")


def _publish(need, filled, view, actor, at):
    if not filled.is_whole:
        raise Refused(
            "not_enough", _("Something is missing that only you know."), _("Tap “Change first” and fill it in.")
        )
    sits = ClusterMembership.objects.filter(unit=need.unit_id, left_at=None, cluster__published_at__isnull=False)
    concepts = view.concepts if filled.draft.concepts is None else filled.draft.concepts
    published = screens_of(filled.kind.slug).publish(
        actor=actor,
        at=at,
        unit_id=need.unit_id,
        language=need.language,
        concept_ids=list(concepts),
        clusters=list(sits.values_list("cluster", flat=True)),
        remote=False,
        **filled.columns,
    )
    tie_to_need(published, need)
