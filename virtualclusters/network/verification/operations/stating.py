"""What an organisation's own people do: state a number, send a paper, take a number back."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.identifiers import IdentifierKind, Malformed, normal_form
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.verification.comparing import compare_again
from virtualclusters.network.verification.models import Case, Identifier
from virtualclusters.network.verification.sealing import blind_index, seal

SEVERAL = frozenset({IdentifierKind.GSTIN, IdentifierKind.FSSAI, IdentifierKind.IFSC})
"""An organisation may hold several of these (a GSTIN a state, an FSSAI number a plant).

Of any other a new one replaces the old.
"""


@transaction.atomic
def state_identifier(*, organisation_id, kind, text, actor, at, paper_says=""):
    """Keep a number that an organisation says is its own, and compare it with what else it stated.

    Stating the same number again changes nothing. The number counts as "format checked" from now on, never as more.

    Raises:
        NotFound: it is not her organisation, or she may not edit its profile.
        Refused: ``malformed``, with the sentence that says what is wrong.
    """
    kind = IdentifierKind(kind)
    organisation = _own_organisation(organisation_id, actor)
    number = _normal(kind, text)
    index = blind_index(kind, number)
    if kind not in SEVERAL:
        _replace(organisation, kind, index, at)
    identifier, is_new = Identifier.objects.get_or_create(
        organisation=organisation,
        kind=kind,
        blind_index=index,
        withdrawn_at=None,
        defaults={"sealed": seal(number), "format_ok": True, "stated_at": at, "stated_by": actor.person},
    )
    if paper_says and identifier.paper_says != paper_says:
        identifier.paper_says = paper_says
        identifier.save(update_fields=["paper_says"])
    compare_again(organisation_id=organisation.pk)
    if is_new:
        record("identifier.stated", actor=actor, at=at, subject="identifier", subject_id=identifier.pk, kind=kind.value)
    return identifier


@transaction.atomic
def attach_evidence(*, identifier_id, upload, actor, at):
    """Take the paper that proves a number, and open a case for a verifier. The paper passes quarantine first.

    A paper sent again replaces the one before, also in the hands of a verifier, who is then given the new one.

    Raises:
        NotFound: it is not a number of her organisation.
        Refused: ``already_verified`` until its recheck is due; ``file_empty``, ``file_too_large``.
    """
    identifier = Identifier.objects.for_change(actor).one(identifier_id)
    if identifier.verified_at and identifier.recheck_at > at:
        raise Refused("already_verified", _("This number is verified already. You need not send a paper."))
    identifier.evidence = receive(upload, person=actor.person, purpose="evidence", at=at)
    identifier.evidence_at = at
    identifier.save(update_fields=["evidence", "evidence_at"])
    Case.objects.waiting().filter(identifier=identifier).update(claimed_by=None, claimed_until=None)
    return open_case(organisation_id=identifier.organisation_id, identifier_id=identifier.pk, actor=actor, at=at)


@transaction.atomic
def open_case(*, organisation_id, actor, at, identifier_id=None):
    """Ask a verifier to look at a number, or at the organisation as such when none is named.

    A waiting case is asked once.

    Raises:
        NotFound: it is not her organisation, or not a number of it. The portal's own clocks may ask for any.
    """
    organisation = _any_organisation(organisation_id) if actor.is_portal else _own_organisation(organisation_id, actor)
    if identifier_id is not None:
        Identifier.objects.live().filter(organisation=organisation).one(identifier_id)
    case, is_new = Case.objects.get_or_create(
        organisation=organisation, identifier_id=identifier_id, state__in=Case.WAITING, defaults={"opened_at": at}
    )
    if is_new:
        record(
            "case.opened", actor=actor, at=at, subject="case", subject_id=case.pk, organisation_kind=organisation.kind
        )
    return case


@transaction.atomic
def withdraw_identifier(*, identifier_id, actor, at):
    """Take a number back: it no longer shows, and its waiting case is closed.

    Raises:
        NotFound: it is not a number of her organisation.
    """
    identifier = Identifier.objects.for_change(actor).one(identifier_id)
    _withdraw(Identifier.objects.filter(pk=identifier.pk), at)
    compare_again(organisation_id=identifier.organisation_id)
    facts = {"kind": identifier.kind, "organisation": identifier.organisation_id}
    record("identifier.withdrawn", actor=actor, at=at, subject="identifier", subject_id=identifier.pk, **facts)


def _own_organisation(organisation_id, actor):
    hers = actor.organisations_where(OrganisationPermission.PROFILE_EDIT)
    found = Organisation.objects.filter(pk=organisation_id, pk__in=hers, closed_at=None).select_for_update().first()
    if found is None:
        raise NotFound
    return found


def _any_organisation(organisation_id):
    found = Organisation.objects.filter(pk=organisation_id, closed_at=None).first()
    if found is None:
        raise NotFound
    return found


def _normal(kind, text):
    try:
        return normal_form(kind, text)
    except Malformed as error:
        raise Refused("malformed", str(error.sentence)) from error


def _replace(organisation, kind, index, at):
    _withdraw(Identifier.objects.live().filter(organisation=organisation, kind=kind).exclude(blind_index=index), at)


def _withdraw(identifiers, at):
    gone = list(identifiers.values_list("pk", flat=True))
    Case.objects.waiting().filter(identifier__in=gone).update(
        state=Case.State.WITHDRAWN, claimed_by=None, claimed_until=None
    )
    Identifier.objects.filter(pk__in=gone).update(withdrawn_at=at)
