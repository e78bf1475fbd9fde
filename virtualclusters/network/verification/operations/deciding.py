"""What a verifier does with the case in her hands."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.verification.jobs import tell_owner_of_decision
from virtualclusters.network.verification.kinds import RECHECK_AFTER_DAYS
from virtualclusters.network.verification.models import CannedReason, Case, Decision, Identifier
from virtualclusters.network.verification.operations.queue import LEASE
from virtualclusters.network.verification.permissions import VerificationPermission
from virtualclusters.network.verification.telling import UNDO_FOR

RESTS = timedelta(hours=1)
"""How long a case that was put aside waits before it is given out again."""

UNVERIFIED = {
    "verified_at": None, "verified_by": None, "verified_as": "", "verified_for": None, "recheck_at": None,
    "shows_women_owned": None, "shows_sc_st_owned": None,
}  # fmt: skip


@transaction.atomic
def approve(*, case_id, actor, at, owners=None):
    """Say that the paper proves the number (or that the organisation is what it says it is).

    The owner is told after ten minutes.

    Args:
        owners: of an Udyam certificate, whom the verifier read on it as owners: some of ``women`` and ``sc_st``; None when she did
            not look.

    Raises:
        NotFound: there is no such case for her.
        Refused: ``own_organisation``; ``case_moved_on`` when it is not in her hands any more.
    """
    case = _settle(case_id, actor, at, state=Case.State.APPROVED, decided_by=actor.person_id, decided_at=at)
    verify_numbers([case], actor, at)
    if owners is not None and case.identifier and case.identifier.kind == IdentifierKind.UDYAM:
        read = {"shows_women_owned": "women" in owners, "shows_sc_st_owned": "sc_st" in owners}
        Identifier.objects.filter(pk=case.identifier_id).update(**read)
    return close(case, Decision.Verdict.APPROVED, actor, at)


@transaction.atomic
def return_with_reason(*, case_id, reason_code, actor, at):
    """Send the case back to the owner with one of the canned reasons.

    Raises:
        NotFound: there is no such case for her, or no such reason.
        Refused: as for ``approve``.
    """
    reason = CannedReason.objects.filter(pk=reason_code).first()
    if reason is None:
        raise NotFound
    case = _settle(
        case_id, actor, at, state=Case.State.RETURNED, reason=reason, decided_by=actor.person_id, decided_at=at
    )
    Identifier.objects.filter(pk=case.identifier_id).update(**UNVERIFIED)
    return close(case, Decision.Verdict.RETURNED, actor, at, reason=reason)


@transaction.atomic
def skip(*, case_id, actor, at):
    """Put the case aside. After an hour it is given out again, to whoever asks.

    Raises:
        NotFound, Refused: as for ``approve``.
    """
    case = _settle(case_id, actor, at, state=Case.State.SKIPPED, rests_until=at + RESTS)
    write_down(case, Decision.Verdict.SKIPPED, actor, at)
    return case


@transaction.atomic
def undo(*, case_id, actor, at):
    """Take back one's own last act on a case, within ten minutes and before the owner was told.

    The case is in her hands again.

    Raises:
        NotFound: there is no such case for her.
        Refused: ``too_late``, or somebody else acted on it.
    """
    taken_back = Case.objects.decidable_by(actor).filter(_undoable(case_id, actor, at), pk=case_id)
    changed = taken_back.update(
        state=Case.State.OPEN,
        decided_by=None,
        decided_at=None,
        reason=None,
        rests_until=None,
        undone_at=at,
        claimed_by=actor.person_id,
        claimed_until=at + LEASE,
    )
    if not changed:
        Case.objects.visible_to(actor).one(case_id)
        raise Refused("too_late", _("This can no longer be undone: ten minutes have passed, or the owner was told."))
    case = Case.objects.get(pk=case_id)
    Identifier.objects.filter(pk=case.identifier_id).update(**UNVERIFIED)
    write_down(case, Decision.Verdict.UNDONE, actor, at)
    return case


def verify_numbers(cases, actor, at):
    """Write onto the numbers of these cases who verified them, for whom, and when they are looked at again."""
    by_kind = {}
    for case in cases:
        if case.identifier_id:
            by_kind.setdefault(case.identifier.kind, []).append(case.identifier_id)
    for kind, identifier_ids in by_kind.items():
        Identifier.objects.filter(pk__in=identifier_ids).update(
            verified_at=at,
            verified_by=actor.person_id,
            verified_as=role_of(actor),
            verified_for=actor.organisation_id,
            recheck_at=at + timedelta(days=RECHECK_AFTER_DAYS[kind]),
        )


def close(case, verdict, actor, at, *, reason=None, in_batch=False):
    """Write the decision down, and leave it to a job to tell the owner once it can no longer be undone."""
    write_down(case, verdict, actor, at, reason=reason, in_batch=in_batch)
    enqueue(tell_owner_of_decision, at=at + UNDO_FOR, case_id=case.pk)
    return case


def write_down(case, verdict, actor, at, *, reason=None, in_batch=False):
    """Add to the history that nobody can change, and to the events."""
    Decision.objects.create(
        case=case,
        verdict=verdict,
        reason=reason,
        by=actor.person,
        role=role_of(actor),
        institution=actor.organisation,
        in_batch=in_batch,
        at=at,
    )
    facts = {"organisation": case.organisation_id} | ({"reason": reason.pk} if reason else {})
    record(f"case.{verdict}", actor=actor, at=at, subject="case", subject_id=case.pk, in_batch=in_batch, **facts)


def role_of(actor):
    """In which role she decides: her role at the administrator's, or ``verifier`` of a cluster."""
    if VerificationPermission.VERIFICATION_DECIDE in actor.permissions:
        return actor.membership.role
    return "verifier"


def _settle(case_id, actor, at, **facts):
    """Move the case by one conditional UPDATE: it must wait, be hers to decide, and be in her hands."""
    hers = Case.objects.decidable_by(actor).ready().filter(pk=case_id, claimed_by=actor.person_id)
    if not hers.update(claimed_by=None, claimed_until=None, **facts):
        _refuse(case_id, actor)
    return Case.objects.select_related("identifier").get(pk=case_id)


def _refuse(case_id, actor):
    case = Case.objects.visible_to(actor).one(case_id)
    if not Case.objects.decidable_by(actor).filter(pk=case.pk).exists():
        raise Refused(
            "own_organisation",
            _("You cannot decide about your own organisation, nor about one you registered."),
            _("Another verifier will be given this case."),
        )
    raise Refused("case_moved_on", _("This case is not in your hands any more."), _("Go on with the next one."))


def _undoable(case_id, actor, at):
    """Her own last act was within ten minutes, the owner has not been told, and nobody asked anew."""
    again = (
        Case.objects.waiting()
        .filter(organisation=OuterRef("organisation"), identifier=OuterRef("identifier"))
        .exclude(pk=case_id)
    )
    last = Decision.objects.filter(case=OuterRef(OuterRef("pk"))).order_by("-id")
    hers = Exists(
        Decision.objects.filter(pk=Subquery(last.values("pk")[:1]), by=actor.person_id, at__gte=at - UNDO_FOR).exclude(
            verdict=Decision.Verdict.UNDONE
        )
    )
    return hers & Q(owner_told_at=None) & ~Exists(again)
