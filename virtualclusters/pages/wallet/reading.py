"""Papers as their pages show them: a word on how each stands, and what a bank would miss."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.capabilities.wallet.kinds import WANTED_FOR_A_LOAN
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.capabilities.wallet.queries import completeness_of, current_papers
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.ui.components import Task
from virtualclusters.ui.formatters import number

SOON_DAYS = 30


@dataclass(frozen=True)
class Shown:
    """A paper and how it stands, in words and in a tag's colour."""

    paper: Paper
    words: str
    colour: str


@dataclass(frozen=True)
class Shelf:
    """All papers of a wallet, and those that banks mostly ask for."""

    papers: list[Shown]
    wanted: list[Task]
    there: int

    @property
    def asked(self) -> int:
        """How many kinds banks mostly ask for."""
        return len(self.wanted)


def own_shelf(wallet_id, *, at) -> Shelf:
    """The papers of a wallet for its keeper: what is there leads to the paper, what is not to adding it. One query."""
    papers = current_papers(wallet_id)
    newest = {paper.kind: reverse("wallet_paper", args=[paper.pk]) for paper in reversed(papers)}
    return _shelf(papers, at, lambda kind: newest.get(kind, reverse("wallet_add", args=[kind.value])))


def helped_shelf(helper, *, at) -> Shelf:
    """The same for a helper: every kind leads to adding one. One query."""
    papers = current_papers(helper.wallet_id)
    return _shelf(papers, at, lambda kind: reverse("helping_add", args=[helper.pk, kind.value]))


def kept_by(actor):
    """The organisation she acts for, when she keeps its papers: a page's policy lets in also who keeps another's.

    Raises:
        NotFound: she does not.
    """
    if not actor.may(OrganisationPermission.WALLET_KEEP):
        raise NotFound
    return actor.organisation


def _shelf(papers, at, href_of):
    have, expired, _missing = completeness_of(papers, WANTED_FOR_A_LOAN, at)
    words = dict.fromkeys(have, _("Ready")) | dict.fromkeys(expired, _("Expired"))
    wanted = [
        Task(kind.label, href_of(kind), words.get(kind, _("Missing")), kind in have) for kind in WANTED_FOR_A_LOAN
    ]
    return Shelf([shown(paper, day_in_india(at)) for paper in papers], wanted, len(have))


def shown(paper, day) -> Shown:
    """A paper and how it stands on a day in India."""
    return Shown(paper, *_standing(paper, day))


def _standing(paper, day):
    if paper.is_refused:
        return _("Could not be used"), "clay"
    if not paper.is_checked:
        return _("Being checked"), "grey"
    if paper.expires_on is None:
        return _("Ready"), "leaf"
    left = (paper.expires_on - day).days
    if left < 0:
        return _("Expired"), "clay"
    if left <= SOON_DAYS:
        return ngettext("Ends in %(count)s day", "Ends in %(count)s days", left) % {"count": number(left)}, "marigold"
    return _("Ready"), "leaf"
