"""Reads of a wallet."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import BigIntegerField, DateTimeField, Q, QuerySet

from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Dossier, Grant, Helper, Look, Paper
from virtualclusters.capabilities.wallet.owners import names_of, wallets_of
from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.foundation.time import day_in_india


class Completeness(NamedTuple):
    """Which of the wanted kinds are there and valid, which are there but expired, which are not there. In the order wanted."""

    have: tuple[PaperKind, ...]
    expired: tuple[PaperKind, ...]
    missing: tuple[PaperKind, ...]


def readable_papers(grant_id: int, at) -> list[Paper]:
    """The papers that a grant's reader may open at a moment, with their files; none once it is over or withdrawn. One query."""
    live = Grant.objects.live_at(at).filter(pk=grant_id)
    papers = Paper.objects.kept().filter(chosen__dossier__in=live.values("dossier"), file__state="checked")
    return list(papers.select_related("file").order_by("kind", "pk"))


def is_live(grant_id: int, at) -> bool:
    """Whether a grant's reader may read at a moment."""
    return Grant.objects.live_at(at).filter(pk=grant_id).exists()


def current_papers(wallet_id: int | None) -> list[Paper]:
    """The papers of a wallet that were neither replaced nor removed, by kind as the table has them, newest first. One query."""
    papers = (
        Paper.objects.current().filter(wallet=wallet_id).select_related("file", "added_by").order_by("-added_at", "-pk")
    )
    order = {kind: place for place, kind in enumerate(PaperKind.values)}
    return sorted(papers, key=lambda paper: order[paper.kind])


def completeness(wallet_id: int | None, wanted_kinds: Iterable[str], at) -> Completeness:
    """Which of these kinds a wallet has. A paper whose file was refused is none; one that is being checked counts. One query."""
    return completeness_of(current_papers(wallet_id), wanted_kinds, at)


def completeness_of(papers: Iterable[Paper], wanted_kinds: Iterable[str], at) -> Completeness:
    """The same for papers that were read already."""
    day, there = day_in_india(at), [paper for paper in papers if not paper.is_refused]
    valid = {paper.kind for paper in there if not paper.has_expired_on(day)}
    any_day = {paper.kind for paper in there}
    wanted = [PaperKind(kind) for kind in wanted_kinds]
    return Completeness(
        tuple(kind for kind in wanted if kind in valid),
        tuple(kind for kind in wanted if kind in any_day - valid),
        tuple(kind for kind in wanted if kind not in any_day),
    )


def live_grants_of(wallet_id: int | None, at) -> QuerySet[Grant]:
    """The grants of a wallet under which somebody may read now, with their papers; the one that ends first on top."""
    return _with_papers(Grant.objects.live_at(at).filter(dossier__wallet=wallet_id)).order_by("until", "pk")


def ended_grants_of(wallet_id: int | None, at) -> QuerySet[Grant]:
    """The grants of a wallet that are over or were withdrawn, the newest first."""
    ended = Grant.objects.filter(Q(withdrawn_at__isnull=False) | Q(until__lte=at), dossier__wallet=wallet_id)
    return _with_papers(ended).order_by("-given_at", "-pk")


def _with_papers(grants):
    return grants.select_related("dossier").prefetch_related("dossier__papers")


def dossiers_of(wallet_id: int | None) -> QuerySet[Dossier]:
    """All dossiers of a wallet, the newest first, each with its papers. Two queries."""
    made = Dossier.objects.filter(wallet=wallet_id).select_related("made_by").prefetch_related("papers")
    return made.order_by("-made_at", "-pk")


def dossiers_nobody_reads(wallet_id: int | None) -> QuerySet[Dossier]:
    """The dossiers that were put together and never shown to anybody, such as a helper's; the newest first."""
    return dossiers_of(wallet_id).filter(grants=None)


def paper_for(*, paper_id: int, person) -> Paper:
    """A paper that was not removed, of a wallet that she keeps.

    Raises:
        NotFound: there is none.
    """
    return Paper.objects.kept().filter(wallet__in=wallets_of(person)).select_related("file", "added_by").one(paper_id)


def grants_of_paper(paper_id: int, at) -> list[Grant]:
    """The grants under which a paper may be read now, the one that ends first on top."""
    return list(Grant.objects.live_at(at).of_paper(paper_id).select_related("dossier").order_by("until", "pk"))


def looks_at(paper_id: int) -> QuerySet[Look]:
    """Who opened a paper and when, the newest first."""
    return Look.objects.filter(paper=paper_id).select_related("person", "grant").order_by("-at", "-pk")


def helpers_of(wallet_id: int | None, at) -> list[Helper]:
    """Those asked to help and those who do."""
    return list(Helper.objects.open_at(at).filter(wallet=wallet_id).select_related("person").order_by("asked_at", "pk"))


def helping(person, at) -> list[Helper]:
    """The wallets that a person was asked to help with or helps with, as her rows there."""
    return _HELPING.ask(person=person.pk, at=at)


def _helping():
    hers = Helper.objects.open_at(Given("at", DateTimeField())).filter(person=Given("person", BigIntegerField()))
    return hers.select_related("asked_by").order_by("asked_at", "pk")


_HELPING = BuiltOnce(_helping)


def helping_named(person, at) -> list[tuple[Helper, str]]:
    """The same, each with the name of the wallet's owner. Two queries at most."""
    rows = helping(person, at)
    names = names_of(row.wallet_id for row in rows) if rows else {}
    return [(row, names.get(row.wallet_id, "")) for row in rows]


def helper_of(*, helper_id: int, person, at) -> Helper:
    """Her row at one wallet, asked or agreed.

    Raises:
        NotFound: she was not asked there, or it is over.
    """
    return Helper.objects.open_at(at).filter(person=person).select_related("asked_by").one(helper_id)
