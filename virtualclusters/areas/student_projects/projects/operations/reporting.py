"""Somebody asks for money, or somebody should call: told here, settled at the desk. The project itself is left as it is."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import CallItem, FeeReport
from virtualclusters.areas.student_projects.permissions import ProjectPermission
from virtualclusters.areas.student_projects.projects import telling
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import record_of
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def report_fee(*, opportunity_id, asker, words, actor, at):
    """Tell the administrator that somebody asks for money; a second report of the same person is the first.

    Raises:
        NotFound: no such project or offer shows to her.
    """
    kinds = ("student_project", "college_offer")
    opportunity = Opportunity.objects.visible_to(actor, at).filter(kind__in=kinds).one(opportunity_id)
    try:
        with transaction.atomic():
            report = FeeReport.objects.create(
                opportunity=opportunity, reporter=actor.person, asker=asker, words=words, reported_at=at
            )
    except IntegrityError:
        return FeeReport.objects.get(opportunity=opportunity, reporter=actor.person, settled_at=None)
    record_of("project.money_reported", opportunity, actor=actor, at=at)
    return report


@transaction.atomic
def settle_report(*, report_id, settlement, actor, at):
    """Write what was found and done about a report; whoever reported is told.

    Raises:
        NotFound: there is none, or the actor is none of the administrator's people who settle them.
        Refused: it is settled already; nothing was written.
    """
    if not actor.may(ProjectPermission.FEE_REPORT_SETTLE):
        raise NotFound
    report = (
        FeeReport.objects.select_for_update(of=("self",)).select_related("opportunity").filter(pk=report_id).first()
    )
    _refuse_settled(report, settlement)
    report.settled_at, report.settled_by, report.settlement = at, actor.person, settlement
    report.save(update_fields=["settled_at", "settled_by", "settlement"])
    record_of("project.money_settled", report.opportunity, actor=actor, at=at)
    if report.reporter_id:
        telling.tell_settled(report, at=at)
    return report


def calls_for(actor):
    """The open calls of the actor's clusters, or of all for the administrator's people; oldest first."""
    rows = CallItem.objects.filter(settled_at=None)
    if not actor.may(ProjectPermission.PROJECT_CALL):
        rows = rows.filter(opportunity__clusters__in=actor.clusters_where(ProjectPermission.PROJECT_CALL)).distinct()
    return rows.select_related("opportunity__unit__organisation", "engagement__lead__organisation").order_by(
        "raised_at", "pk"
    )


@transaction.atomic
def settle_call(*, call_id, note, actor, at):
    """Write what came of a call.

    Raises:
        NotFound: there is none open in her clusters.
        Refused: nothing was written.
    """
    if not calls_for(actor).filter(pk=call_id).exists():
        raise NotFound
    call = CallItem.objects.select_for_update(of=("self",)).select_related("opportunity").get(pk=call_id)
    _refuse_settled(call, note)
    call.settled_at, call.settled_by, call.note = at, actor.person, note
    call.save(update_fields=["settled_at", "settled_by", "note"])
    record_of("project.call_settled", call.opportunity, actor=actor, at=at)
    return call


def _refuse_settled(row, words):
    if row is None:
        raise NotFound
    if row.settled_at is not None:
        raise Refused("settled_already", _("This was settled already."))
    if not words.strip():
        raise Refused("nothing_said", _("Write what came of it."))
