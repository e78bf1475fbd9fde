"""The locked application, its stage, and its end: what every verb begins and finishes with."""

from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.wallet.operations import withdraw as withdraw_grant
from virtualclusters.exchange.engagements.models import Engagement, Milestone
from virtualclusters.exchange.engagements.operations.turns import hand_over
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.foundation.errors import NotFound


def locked(pk, actor, *, side) -> LoanApplication:
    """An application in which the actor may act for a side; its engagement is locked first.

    Raises:
        NotFound: there is none, she takes no part, or takes part on the other side: the same answer.
    """
    engagement = Engagement.objects.for_change(actor).one(pk)
    if side_of(engagement, actor) != side:
        raise NotFound
    found = with_names(LoanApplication.objects.filter(pk=pk)).first()
    if found is None:
        raise NotFound
    return found


def with_names(rows):
    """Applications with everything their sentences name, in one query."""
    return rows.select_related(
        "engagement__opportunity__unit__organisation",
        "engagement__opportunity__loan_package",
        "engagement__lead__organisation",
        "grant",
    )


def set_stage(application, stage, *, actor, at) -> None:
    """Put a locked application to a stage, keep the first day of it as a milestone, and record it."""
    application.stage, application.stage_since = stage, at
    application.save()
    Milestone.objects.get_or_create(engagement=application.engagement, code=str(stage), defaults={"done_at": at})
    tell_of("loan.stage", application, actor=actor, at=at)


def lenders_turn(application) -> None:
    """The lender must act; its silence is borne until some time after the promised day."""
    hand_over(application.engagement, turn=PUBLISHER, due_at=days.patience_until(application.decide_by))


def close(application, *, reason, actor, at) -> None:
    """Note on an application whose engagement has ended that it is over, and stop showing its papers. Twice changes nothing."""
    if application.stage == Stage.CLOSED:
        return
    withdraw_grant(grant_id=application.grant_id, person=None, reason=reason, at=at)
    set_stage(application, Stage.CLOSED, actor=actor, at=at)


def tell_of(code, application, *, actor, at, **dimensions):
    """Record an event of an application: ids and codes only."""
    return record(
        code,
        actor=actor,
        at=at,
        subject="engagement",
        subject_id=application.pk,
        kind=PACKAGE,
        stage=str(application.stage),
        state=application.engagement.lead.state,
        **dimensions,
    )
