"""The work of a case: what both want to do, sessions with their hours, how much of the change came from the help."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice import telling
from virtualclusters.areas.advice.cases.meeting import lock_case
from virtualclusters.areas.advice.cases.queries import moment_asked
from virtualclusters.areas.advice.models import Attribution, ScopeNote, Session, Slot
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

WORKS = (Phase.AGREED, Phase.UNDER_WAY)


@transaction.atomic
def write_scope(*, engagement_id, actor, at, conflict="", conflict_words="", **columns):
    """Write what both want to do, or change it; the writer's side says yes with it and the other side is asked (anew).

    Args:
        conflict: the adviser's own declaration; what a unit sends here is not used.
        columns: of ``ScopeNote``: goal, baseline_of, baseline, tasks, visits, fee, paid_by, confidential.

    Raises:
        NotFound: she does not see it.
        Refused: the two have not agreed to work together, or it is over; the adviser declares nothing.
    """
    engagement = _at_work(engagement_id, actor)
    side = side_of(engagement, actor)
    adviser = side == OpenedBy.PUBLISHER
    if adviser:
        columns |= _declared(conflict, conflict_words)
    said = {"adviser_agreed_at": at if adviser else None, "unit_agreed_at": None if adviser else at}
    ScopeNote.objects.update_or_create(
        engagement=engagement, defaults=columns | said | {"written_by": side, "written_at": at}
    )
    engagement = Engagement.objects.select_related("advice_scope", "opportunity", "lead").get(pk=engagement.pk)
    record_of("advice.scope_written", engagement, actor=actor, at=at, side=side)
    telling.tell_scope(engagement, side=side, at=at)
    return engagement.advice_scope


@transaction.atomic
def agree_scope(*, engagement_id, actor, at, conflict="", conflict_words=""):
    """Say yes to what stands there. When both did, work begins and sessions count. A second click changes nothing.

    Raises:
        NotFound: she does not see it, or nothing was written.
        Refused: the adviser declares nothing; it is over.
    """
    engagement = _at_work(engagement_id, actor)
    scope = ScopeNote.objects.select_for_update().filter(pk=engagement.pk).first()
    if scope is None:
        raise NotFound
    side = side_of(engagement, actor)
    if side == OpenedBy.PUBLISHER:
        for name, value in _declared(conflict or scope.conflict, conflict_words or scope.conflict_words).items():
            setattr(scope, name, value)
        scope.adviser_agreed_at = scope.adviser_agreed_at or at
    else:
        scope.unit_agreed_at = scope.unit_agreed_at or at
    scope.save()
    engagement.advice_scope = scope
    record_of("advice.scope_agreed", engagement, actor=actor, at=at, side=side)
    telling.tell_scope(engagement, side=side, at=at)
    if scope.is_agreed and engagement.phase == Phase.AGREED:
        act(engagement_id=engagement.pk, verb="start", actor=actor, at=at)
    return scope


@transaction.atomic
def log_session(*, engagement_id, held_on, hours, way, notes, actor, at, once=None):
    """The adviser writes a meeting down; its hours count for her. The same form sent twice is one session.

    Raises:
        NotFound: she does not see it.
        Refused: she is not the adviser; work has not begun; the plan was changed and not both said yes to it; the day lies ahead
            or before the agreement.
    """
    engagement = lock_case(engagement_id, actor)
    if side_of(engagement, actor) != OpenedBy.PUBLISHER:
        raise Refused("adviser_writes", _("The adviser writes the sessions down."))
    if engagement.phase != Phase.UNDER_WAY:
        raise Refused("no_scope", _("Hours count once both agreed what to do."), _("Agree on it first."))
    _refuse_while_plan_is_open(engagement)
    if not day_in_india(engagement.agreed_at) <= held_on <= day_in_india(at):
        raise Refused("odd_day", _("Choose a day between your agreement and today."))
    session = _session(engagement, actor, held_on, hours, way, notes, once, at)
    Slot.objects.filter(taken_by=engagement, withdrawn_at=None, held=False, starts_at__lte=at).update(held=True)
    record_of("advice.session", engagement, actor=actor, at=at, side=OpenedBy.PUBLISHER)
    return session


@transaction.atomic
def strike_session(*, session_id, actor, at):
    """Take a session away that was written down wrongly, while the work goes on.

    Raises:
        NotFound: she does not see it, or another wrote it.
        Refused: the work is over.
    """
    session = Session.objects.filter(pk=session_id, adviser=actor.person_id).first()
    if session is None:
        raise NotFound
    engagement = lock_case(session.engagement_id, actor)
    if engagement.phase != Phase.UNDER_WAY:
        raise Refused("over", _("This work is over: its hours stay as they are."))
    session.delete()
    record_of("advice.session_struck", engagement, actor=actor, at=at, side=OpenedBy.PUBLISHER)
    return engagement


@transaction.atomic
def say_share(*, engagement_id, share, actor, at, value_now=None):
    """The unit says how much of the change came from the help, at the end and after 3 and 12 months, once each.

    Raises:
        NotFound: she does not see it.
        Refused: she is the adviser; nothing is asked now.
    """
    engagement = lock_case(engagement_id, actor)
    if side_of(engagement, actor) != OpenedBy.ANSWERER:
        raise Refused("unit_says", _("Only the unit can say this."))
    moment = moment_asked(engagement, engagement.advice_attributions.all(), at=at)
    if not moment:
        raise Refused("not_asked_now", _("We do not ask this now."), _("We ask again after 3 and 12 months."))
    said = Attribution.objects.create(
        engagement=engagement, moment=moment, share=share, value_now=value_now, said_at=at
    )
    record_of("advice.share_said", engagement, actor=actor, at=at, side=OpenedBy.ANSWERER)
    return said


def _at_work(engagement_id, actor):
    engagement = lock_case(engagement_id, actor)
    if engagement.phase not in WORKS:
        raise Refused("not_at_work", _("First agree to work together."), _("Take a time to meet."))
    return engagement


def _refuse_while_plan_is_open(engagement):
    """Hours count for what both agreed: while a change waits for a yes, none is written down. The case is locked."""
    scope = ScopeNote.objects.filter(pk=engagement.pk).first()
    if scope is None or not scope.is_agreed:
        raise Refused(
            "plan_changed",
            _("The plan was changed, and not both of you have said yes to it."),
            _("First both say yes to the plan. Then write the session down."),
        )


def _declared(conflict, words):
    if not conflict:
        raise Refused("conflict_not_said", _("Say whether you have an interest of your own in this."))
    if conflict == "some" and not words:
        raise Refused("interest_not_named", _("Say which interest you have."))
    return {"conflict": conflict, "conflict_words": words if conflict == "some" else ""}


def _session(engagement, actor, held_on, hours, way, notes, once, at):
    """The case is locked, so a second click finds the first; a token that was used for another case is none here."""
    same = Session.objects.filter(once=once).first() if once else None
    if same is not None and same.engagement_id == engagement.pk:
        return same
    columns = {"held_on": held_on, "hours": hours, "way": way, "notes": notes, "once": None if same else once}
    return Session.objects.create(engagement=engagement, adviser=actor.person, written_at=at, **columns)
