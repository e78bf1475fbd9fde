"""Adding, replacing and removing papers."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Grant, Paper
from virtualclusters.capabilities.wallet.operations.rights import kept_by, tended_by, write_down
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.formatters import long_date

MOST_PAPERS = 200
"""Papers in one wallet. Ten years of twelve kinds stay below it; a wallet is no archive."""


@transaction.atomic
def add_paper(
    *, wallet_id, kind, upload, person, at, title="", period_from=None, period_to=None, expires_on=None
) -> Paper:
    """Keep a new paper; its file passes quarantine first.

    Args:
        person: who adds it: a keeper of the wallet, or its helper.
        period_from, period_to: first and last day the paper speaks of; both or none.
        expires_on: the last day on which it is valid.

    Raises:
        NotFound: it is no wallet of hers.
        Refused: ``file_empty``, ``file_too_large``, ``period_backwards``, ``expired``, ``too_many_papers``.
    """
    wallet = tended_by(person, wallet_id, at=at)
    facts = _checked_facts(title, period_from, period_to, expires_on, at)
    file = receive(upload, person=person, purpose="evidence", at=at)
    return _keep(wallet, PaperKind(kind), file, person, at, facts)


@transaction.atomic
def keep_file(*, wallet_id, kind, file, person, at, title="") -> Paper:
    """Keep a file that was given elsewhere on the portal. It stays there when the paper is removed here.

    Keeping the same file twice changes nothing. The caller has checked that the file is the wallet owner's.

    Raises:
        NotFound: it is no wallet of hers.
        Refused: ``file_refused``, ``too_many_papers``.
    """
    wallet = kept_by(person, wallet_id)
    found = Paper.objects.current().filter(wallet=wallet, file=file).first()
    if found:
        return found
    if file.state == File.State.REFUSED:
        raise Refused("file_refused", _("This file could not be used. Send it again."))
    return _keep(wallet, PaperKind(kind), file, person, at, {"title": title.strip(), "is_borrowed": True})


@transaction.atomic
def replace_paper(
    *, paper_id, upload, person, at, title="", period_from=None, period_to=None, expires_on=None
) -> Paper:
    """Keep a newer paper in the place of one. Whoever reads the older one now goes on reading that until his day.

    Raises:
        NotFound: it is no paper of a wallet of hers, or it was replaced or removed before.
        Refused: as ``add_paper``.
    """
    older = Paper.objects.current().one(paper_id)
    wallet = tended_by(person, older.wallet_id, at=at)
    older = Paper.objects.current().filter(wallet=wallet).one(paper_id)
    facts = _checked_facts(title or older.title, period_from, period_to, expires_on, at)
    file = receive(upload, person=person, purpose="evidence", at=at)
    newer = _keep(wallet, PaperKind(older.kind), file, person, at, facts, code="paper.replaced")
    Paper.objects.filter(pk=older.pk).update(replaced_by=newer)
    return newer


@transaction.atomic
def remove_paper(*, paper_id, person, at) -> None:
    """Take a paper out, and its file with it. That it was there, and who opened it, stays written.

    Raises:
        NotFound: it is no paper of a wallet she keeps. A helper removes nothing.
        Refused: ``paper_shown``: somebody may read it now; the sentence says who, until when.
    """
    paper = Paper.objects.kept().one(paper_id)
    wallet = kept_by(person, paper.wallet_id)
    paper = Paper.objects.kept().filter(wallet=wallet).one(paper_id)
    _refuse_while_shown(paper, at)
    take_out(paper, at=at)
    write_down("paper.removed", wallet_id=wallet.pk, person=person, at=at, kind=paper.kind)


def take_out(paper, *, at) -> None:
    """Empty a locked wallet's paper; a file that proves something elsewhere stays."""
    file_id, is_borrowed = paper.file_id, paper.is_borrowed
    paper.file, paper.title, paper.removed_at = None, "", at
    paper.save(update_fields=["file", "title", "removed_at"])
    if not is_borrowed:
        File.objects.filter(pk=file_id).delete()


def _keep(wallet, kind, file, person, at, facts, code="paper.added"):
    if Paper.objects.current().filter(wallet=wallet).count() >= MOST_PAPERS:
        raise Refused(
            "too_many_papers", _("There are too many papers here."), _("Remove some that you no longer need.")
        )
    paper = Paper.objects.create(wallet=wallet, kind=kind, file=file, added_by=person, added_at=at, **facts)
    write_down(code, wallet_id=wallet.pk, person=person, at=at, kind=kind.value)
    return paper


def _checked_facts(title, period_from, period_to, expires_on, at):
    if (period_from is None) != (period_to is None) or (period_from and period_from > period_to):
        raise Refused("period_backwards", _("The first day must come before the last."), _("Give both days, or none."))
    if expires_on and expires_on < day_in_india(at):
        raise Refused("expired", _("This paper has expired."), _("Send one that is valid now."))
    return {
        "title": " ".join(title.split()),
        "period_from": period_from,
        "period_to": period_to,
        "expires_on": expires_on,
    }


def _refuse_while_shown(paper, at):
    shown = Grant.objects.live_at(at).of_paper(paper.pk).order_by("-until").first()
    if shown:
        facts = {"reader": shown.reader, "day": long_date(shown.until)}
        raise Refused(
            "paper_shown",
            _("%(reader)s may read this paper until %(day)s.") % facts,
            _("Stop showing it first. Then you can remove it."),
        )


def paper_of(*, paper_id, wallet_ids) -> Paper:
    """A paper that was not removed, of one of these wallets.

    Raises:
        NotFound: there is none.
    """
    found = Paper.objects.kept().filter(pk=paper_id, wallet__in=wallet_ids).select_related("file").first()
    if found is None:
        raise NotFound
    return found
