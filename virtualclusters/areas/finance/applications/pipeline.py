"""A lender's applications: the table with what is late on top, and one with everything its owner shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q

from virtualclusters.areas.finance.applications import facts, standing
from virtualclusters.areas.finance.applications.numbers import shown_number
from virtualclusters.areas.finance.applications.operations.standing import with_names
from virtualclusters.areas.finance.applications.own import title_of
from virtualclusters.areas.finance.applications.rules import BEFORE_SANCTION, PLAIN_MOVES
from virtualclusters.areas.finance.models import Decline, Disbursement, LoanApplication, LoanQuery, Stage, Visit
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.wallet.models import Look, Paper
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.components import Row

AT_ONCE = 500


@dataclass(frozen=True)
class LoanRow:
    """One application in the lender's table."""

    application: LoanApplication
    who: str
    place: str
    number: str
    stage: str
    colour: str
    days: int
    turn: str
    late: bool
    missing_money: bool

    @property
    def pk(self):
        return self.application.pk

    @property
    def moves(self) -> bool:
        """Whether it can be put to another stage by a tick."""
        return self.application.stage in PLAIN_MOVES


@dataclass(frozen=True)
class LoanPage:
    """One application with all that the lender's page shows."""

    row: LoanRow
    package: str
    facts: list[Row]
    papers: list[Paper]
    unchecked: int
    looks: list[Look]
    queries: list[LoanQuery]
    visits: list[Visit]
    paid: list[Disbursement]
    decline: Decline | None
    history: list
    reads_papers: bool
    open_query: LoanQuery | None
    open_visit: Visit | None
    ended_because: str
    verbs: frozenset[str] = field(default_factory=frozenset)


def lenders_loans(actor):
    """Applications at the lenders for which she works."""
    return with_names(_own(actor))


def _own(actor):
    return LoanApplication.objects.filter(lender__in=actor.organisations_where(LoanPermission.LOAN_WORK))


class Pipeline(Sequence):
    """Ids of applications, the late first, then the longest in their stage; a page of them is read without putting all in order."""

    def __init__(self, rows, *, at, many=None):
        self.rows, self.at, self._many = rows, at, many

    def __len__(self):
        if self._many is None:
            self._many = self.rows.count()
        return self._many

    @cached_property
    def late(self) -> list[int]:
        """Those past their promised day, the longest in their stage first."""
        return list(_in_order(self.rows.filter(late_on(day_in_india(self.at)))))

    def __getitem__(self, place):
        if not isinstance(place, slice):
            return self[place : place + 1][0]
        begin, end, _step = place.indices(len(self))
        others = _in_order(self.rows.exclude(late_on(day_in_india(self.at))))
        first = len(self.late)
        return self.late[begin:end] + list(others[max(0, begin - first) : max(0, end - first)])


def pipeline(actor, *, at, stage="", package="", turn="", counts=None) -> Pipeline:
    """What the table lists. Without a stage, those that are not over. ``counts``: by stage, when the caller has counted them."""
    rows = _own(actor)
    rows = rows.filter(stage=stage) if stage else rows.exclude(stage=Stage.CLOSED)
    if package:
        rows = rows.filter(engagement__opportunity=package)
    if turn:
        rows = rows.filter(engagement__turn=turn)
    counted = counts is not None and not package and not turn
    return Pipeline(rows, at=at, many=_many_in(counts, stage) if counted else None)


def _many_in(counts, stage):
    return sum(many for one, many in counts.items() if (one == stage if stage else one != Stage.CLOSED))


def _in_order(rows):
    return rows.order_by("stage_since", "pk").values_list("pk", flat=True)


def rows_on(page, at) -> list[LoanRow]:
    """The rows of a page of ``pipeline``, read whole only now: one query however long the table is."""
    missing = Disbursement.objects.filter(application=OuterRef("pk"), came=False)
    found = read_in_order(page.object_list, LoanApplication.objects.annotate(unpaid=Exists(missing)))
    return [row_of(one, at) for one in found]


def read_in_order(ids, rows) -> list[LoanApplication]:
    """The applications of these ids, whole, in the order of the ids."""
    found = with_names(rows.filter(pk__in=ids)).in_bulk()
    return [found[pk] for pk in ids]


def all_in(listed: Pipeline) -> Iterator[LoanApplication]:
    """All of a list in its order, some hundred read at a time."""
    for begin in range(0, len(listed), AT_ONCE):
        yield from read_in_order(listed[begin : begin + AT_ONCE], LoanApplication.objects.all())


def waiting_of(actor, *, at) -> tuple[int, int]:
    """How many wait for the lender, and how many of them are late."""
    waiting = _own(actor).exclude(stage__in=[Stage.DISBURSED, Stage.CLOSED]).filter(engagement__turn=PUBLISHER)
    counted = waiting.aggregate(many=Count("pk"), late=Count("pk", filter=late_on(day_in_india(at))))
    return counted["many"], counted["late"]


def late_on(day) -> Q:
    """The lender's promised day is over without its decision, and the turn is its own."""
    return Q(stage__in=[str(one) for one in BEFORE_SANCTION], engagement__turn=PUBLISHER, decide_by__lt=day)


def counts_by_stage(actor) -> dict[str, int]:
    """How many stand in each stage."""
    return dict(_own(actor).order_by().values_list("stage").annotate(many=Count("pk")))


def packages_of(actor) -> list[tuple[str, str]]:
    """The packages by which the table can be filtered: those somebody applied for."""
    own = actor.organisations_where(LoanPermission.LOAN_WORK)
    asked = LoanApplication.objects.filter(engagement__opportunity=OuterRef("pk"))
    rows = Opportunity.objects.filter(Exists(asked), kind=PACKAGE, unit__organisation__in=own)
    return [(str(pk), title) for pk, title in rows.order_by("title", "pk").values_list("pk", "title")]


def row_of(application, at) -> LoanRow:
    """An application with its words for the lender."""
    lead = application.engagement.lead
    return LoanRow(
        application=application,
        who=lead.organisation.name,
        place=lead.district,
        number=shown_number(application.number),
        stage=standing.stage_in_words(application),
        colour=standing.colour_of(application),
        days=standing.days_waited(application, at),
        turn=standing.turn_in_words(application, at, side=PUBLISHER),
        late=standing.is_overdue(application, at),
        missing_money=bool(getattr(application, "unpaid", 0)),
    )


def lenders_loan(pk, actor, *, at) -> LoanPage:
    """One of the lender's.

    Raises:
        NotFound: it is none of the lender's.
    """
    application = lenders_loans(actor).select_related("dossier", "decline").filter(pk=pk).first()
    if application is None:
        raise NotFound
    queries, visits = list(application.queries.all()), list(application.visits.all())
    reads = application.grant.is_live_at(at) and application.stage != Stage.CLOSED
    papers = _papers(application) if reads else []
    looks = Look.objects.filter(grant=application.grant_id).select_related("person", "paper").order_by("-at", "-pk")
    return LoanPage(
        row=row_of(application, at),
        package=title_of(application.engagement.opportunity),
        facts=facts.facts_in_words(application.dossier) if reads else [],
        papers=[paper for paper in papers if paper.is_checked],
        unchecked=sum(not paper.is_checked and not paper.is_refused for paper in papers),
        looks=list(looks[:20]),
        queries=queries,
        visits=visits,
        paid=list(application.disbursements.all()) if application.accepted_at else [],
        decline=getattr(application, "decline", None),
        history=list(application.engagement.milestones.order_by("done_at", "pk")),
        reads_papers=reads,
        open_query=next((one for one in queries if one.answered_at is None), None),
        open_visit=next((one for one in visits if one.done_on is None), None),
        ended_because=end_in_words(application.engagement) if application.stage == Stage.CLOSED else "",
        verbs=_verbs(application, queries, visits),
    )


def _papers(application):
    """The papers of the set she shows now; those still being checked are among them. The caller has asked whether the grant stands."""
    papers = application.dossier.papers.filter(removed_at=None).select_related("file")
    return list(papers.order_by("kind", "pk"))


def _verbs(application, queries, visits):
    """What the lender may do now."""
    found = set()
    if application.stage in BEFORE_SANCTION:
        found |= {"move", "visit", "sanction", "decline"}
        found |= set() if any(one.answered_at is None for one in queries) else {"ask"}
    if any(one.done_on is None for one in visits):
        found.add("visited")
    if application.accepted_at and application.stage in (Stage.SANCTIONED, Stage.DISBURSED):
        found.add("paid")
    if application.stage == Stage.DISBURSED:
        found.add("paid_back")
    return frozenset(found)
