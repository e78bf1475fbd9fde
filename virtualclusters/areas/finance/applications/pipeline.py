"""A lender's applications: the table with what is late on top, and one with everything its owner shows."""

from dataclasses import dataclass, field

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, Value, When

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
    own = actor.organisations_where(LoanPermission.LOAN_WORK)
    rows = LoanApplication.objects.filter(engagement__opportunity__unit__organisation__in=own)
    return rows.select_related(
        "engagement__opportunity__unit__organisation",
        "engagement__opportunity__loan_package",
        "engagement__lead__organisation",
        "grant",
    )


def pipeline(actor, *, at, stage="", package="", turn=""):
    """What the table lists: the late first, then the longest in their stage. Without a stage, those that are not over."""
    rows = lenders_loans(actor)
    rows = rows.filter(stage=stage) if stage else rows.exclude(stage=Stage.CLOSED)
    if package:
        rows = rows.filter(engagement__opportunity=package)
    if turn:
        rows = rows.filter(engagement__turn=turn)
    return rows.annotate(late=_late(at)).order_by("-late", "stage_since", "pk")


def rows_on(page, at) -> list[LoanRow]:
    """The rows of a page of ``pipeline``, read whole only now: two queries however long the table is."""
    ids = list(page.object_list.values_list("pk", flat=True))
    missing = Disbursement.objects.filter(application=OuterRef("pk"), came=False)
    found = with_names(LoanApplication.objects.filter(pk__in=ids)).annotate(unpaid=Exists(missing)).in_bulk()
    return [row_of(found[pk], at) for pk in ids]


def _late(at):
    over = Q(stage__in=[str(stage) for stage in BEFORE_SANCTION], engagement__turn=PUBLISHER)
    return Case(
        When(over & Q(decide_by__lt=day_in_india(at)), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def counts_by_stage(actor) -> dict[str, int]:
    """How many stand in each stage."""
    counted = lenders_loans(actor).order_by().values("stage").annotate(many=Count("pk"))
    return {row["stage"]: row["many"] for row in counted}


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
