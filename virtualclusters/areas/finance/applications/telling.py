"""Who is told what about an application: once each, with a link to her own page of it."""

from django.urls import reverse

from virtualclusters.areas.finance.applications import notices
from virtualclusters.areas.finance.applications.operations.standing import with_names
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.foundation.time import day_in_india

PAGES = {ANSWERER: "my_loan", PUBLISHER: "lender_loan"}
QUIET_STAGES = frozenset({Stage.RECEIVED, Stage.QUERY, Stage.VISIT, Stage.SANCTIONED, Stage.DISBURSED, Stage.CLOSED})
"""Stages of which a message of their own tells, or none is needed."""

TEXTS = {
    "loan.received": ((ANSWERER, notices.SENT), (PUBLISHER, notices.RECEIVED)),
    "loan.asked": ((ANSWERER, notices.ASKED),),
    "loan.answered": ((PUBLISHER, notices.ANSWERED),),
    "loan.visit_planned": ((ANSWERER, notices.VISIT),),
    "loan.sanctioned": ((ANSWERER, notices.SANCTIONED),),
    "loan.declined": ((ANSWERER, notices.DECLINED),),
    "loan.accepted": ((PUBLISHER, notices.ACCEPTED),),
    "loan.paid_out": ((ANSWERER, notices.PAID),),
    "loan.money_missing": ((PUBLISHER, notices.MISSING),),
}


def tell_of_event(*, event_id, at) -> None:
    """Tell whom an event of an application concerns."""
    event = Event.objects.get(pk=event_id)
    application = found(event.subject_id)
    if application is None:
        return
    if event.code == "loan.stage":
        stage = event.dimensions["stage"]
        told = () if stage in QUIET_STAGES else ((ANSWERER, notices.STAGE),)
    else:
        told = TEXTS[event.code]
    for side, key in told:
        tell(application, side, key, occasion=str(event_id), at=at, facts=event.dimensions)


def tell_it_is_over(*, event_id, at) -> None:
    """Tell the other side that an application ended, when no message of its own says so."""
    event = Event.objects.get(pk=event_id)
    application = found(event.subject_id)
    if application is None or application.engagement.phase == Phase.CLOSED or hasattr(application, "decline"):
        return
    acted = event.dimensions.get("side", "")
    if acted != ANSWERER:
        tell(application, ANSWERER, notices.OVER, occasion=str(event_id), at=at)
    if acted != PUBLISHER:
        tell(application, PUBLISHER, notices.TAKEN_BACK, occasion=str(event_id), at=at)


def tell_sanctioned(*, event_id, package_id, at) -> None:
    """Tell owners to whom a lender said yes, and whose money has not come, that it took the package back or left the portal."""
    left = Event.objects.get(pk=event_id).code == "organisation.closed"
    rows = LoanApplication.objects.filter(engagement__opportunity=package_id, stage=Stage.SANCTIONED)
    for application in with_names(rows).order_by("pk").iterator(chunk_size=500):
        tell(application, ANSWERER, notices.LENDER_LEFT if left else notices.STANDS, occasion=str(event_id), at=at)


def found(pk) -> LoanApplication | None:
    """An application with everything its messages name."""
    return with_names(LoanApplication.objects.filter(pk=pk)).select_related("decline").first()


def tell(application, side, key, *, occasion, at, facts=None) -> None:
    """Tell one side of an application something, once an occasion."""
    engagement = application.engagement
    other = engagement.opportunity.unit if side == ANSWERER else engagement.lead
    notify(
        people_ids=people_of(engagement, side=side),
        key=key,
        variables={
            "firm": other.organisation.name,
            "number": application.number,
            "stage": (facts or {}).get("stage", str(application.stage)),
            "why": engagement.end_reason,
            "day": _day(application, key, facts or {}),
            "amount": str(_amount(application, facts or {})),
        },
        at=at,
        about=reverse(PAGES[side], args=[application.pk]),
        dedupe_key=f"{key}:{application.pk}:{side}:{occasion}",
    )


def _day(application, key, facts):
    if key == notices.DECLINED:
        return application.decline.come_back_on.isoformat()
    if key == notices.VISIT:
        return day_in_india(application.visits.get(pk=facts["visit"]).planned_at).isoformat()
    if key in (notices.ASKED, notices.SANCTIONED, notices.ACCEPTED):
        due_at = application.engagement.due_at
        return day_in_india(due_at).isoformat() if due_at else ""
    return application.decide_by.isoformat()


def _amount(application, facts):
    if "disbursement" in facts:
        return application.disbursements.get(pk=facts["disbursement"]).amount
    return application.sanctioned_amount or application.amount
