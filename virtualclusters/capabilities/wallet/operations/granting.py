"""The owner's yes to one reader, and its end."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.wallet.models import Dossier, Grant
from virtualclusters.capabilities.wallet.operations.rights import kept_by, locked, write_down
from virtualclusters.foundation.errors import NotFound, Refused

LONGEST = timedelta(days=366)
"""How far ahead a grant may reach. Whoever needs longer asks again."""


@transaction.atomic
def grant(*, dossier_id, reader, until, person, at) -> Grant:
    """Let one reader read a dossier until a moment. The caller's row holds the grant and knows who reads.

    Args:
        reader: the reader's name as the owner reads it, such as ``Sample Gramin Bank, Nashik branch``.
        until: the first moment at which it is over; for a day, ``end_of_day_in_india(day)``.
        person: a keeper of the wallet. A helper never grants.

    Raises:
        NotFound: it is no dossier of a wallet she keeps.
        Refused: ``until_past``, ``until_too_far``; ``paper_gone`` when a paper of it was removed since.
    """
    dossier = Dossier.objects.filter(pk=dossier_id).first()
    if dossier is None:
        raise NotFound
    kept_by(person, dossier.wallet_id)
    _refuse_unfit_moment(until, at)
    if dossier.papers.filter(removed_at__isnull=False).exists():
        raise Refused("paper_gone", _("One of these papers was removed since."), _("Choose the papers again."))
    given = Grant.objects.create(dossier=dossier, reader=reader.strip(), given_by=person, given_at=at, until=until)
    write_down("grant.given", wallet_id=dossier.wallet_id, person=person, at=at, grant=given.pk)
    return given


@transaction.atomic
def withdraw(*, grant_id, person, reason, at) -> Grant:
    """Stop showing at once. Stopping what was stopped changes nothing.

    Args:
        person: a keeper of the wallet; None when the caller's own row ended it, such as an application that was withdrawn.
        reason: for the owner's own list, such as ``The loan was declined``; may be empty.

    Raises:
        NotFound: there is no such grant, or it is of no wallet she keeps.
    """
    found = Grant.objects.select_related("dossier").one(grant_id)
    wallet_id = found.dossier.wallet_id
    (kept_by(person, wallet_id) if person else locked(wallet_id))
    given = Grant.objects.select_for_update().get(pk=grant_id)
    if given.withdrawn_at is None:
        given.withdrawn_at, given.withdrawn_by, given.reason = at, person, reason.strip()
        given.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
        write_down("grant.withdrawn", wallet_id=wallet_id, person=person, at=at, grant=given.pk)
    return given


def _refuse_unfit_moment(until, at):
    if until <= at:
        raise Refused("until_past", _("This day is over."), _("Choose a day that comes."))
    if until > at + LONGEST:
        raise Refused("until_too_far", _("This day is too far off."), _("Choose a day within a year."))
