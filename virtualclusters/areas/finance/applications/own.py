"""An owner's applications: all side by side, and one with what she can do."""

from dataclasses import dataclass, field

from django.db.models import Case, When
from django.utils.translation import get_language

from virtualclusters.areas.finance.applications import standing
from virtualclusters.areas.finance.applications.numbers import shown_number
from virtualclusters.areas.finance.applications.operations.ending import others_of
from virtualclusters.areas.finance.models import Decline, Disbursement, LoanApplication, LoanQuery, Stage, Visit
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.capabilities.wallet.queries import current_papers
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.paths import ANSWERER
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india


@dataclass(frozen=True)
class OwnLoan:
    """One application as its owner reads it in a list."""

    application: LoanApplication
    lender: str
    title: str
    number: str
    stage: str
    colour: str
    turn: str
    my_turn: bool
    promise: str
    late: bool
    decline: Decline | None
    ended_because: str

    @property
    def pk(self):
        return self.application.pk

    @property
    def pk_text(self) -> str:
        """Its id as text, for the end of an address."""
        return str(self.pk)

    @property
    def amount_typed(self) -> str:
        """The amount as the end of an address takes it."""
        return f"{self.application.amount.normalize():f}"


@dataclass(frozen=True)
class OwnLoanPage:
    """One application with all that its page shows."""

    loan: OwnLoan
    query: LoanQuery | None
    answered: list[LoanQuery]
    visits: list[Visit]
    may_accept: bool
    may_step_back: bool
    may_return: bool
    unsaid: list[Disbursement]
    paid: list[Disbursement]
    papers: list = field(default_factory=list)
    others: list = field(default_factory=list)


def own_loans(actor):
    """The applications of her enterprises; the live ones first, the newest on top."""
    own = actor.organisations_where(LoanPermission.LOAN_APPLY)
    rows = LoanApplication.objects.filter(engagement__lead__organisation__in=own)
    with_words = rows.prefetch_related("engagement__opportunity__loan_package__words")
    return with_words.select_related(
        "engagement__opportunity__unit__organisation",
        "engagement__opportunity__loan_package",
        "engagement__lead__organisation",
        "decline",
        "dossier",
        "grant",
    ).order_by(Case(When(stage=Stage.CLOSED, then=1), default=0), "-received_at", "-pk")


def row_of(application, at) -> OwnLoan:
    """An application with its words."""
    engagement = application.engagement
    return OwnLoan(
        application=application,
        lender=engagement.opportunity.unit.organisation.name,
        title=title_of(engagement.opportunity),
        number=shown_number(application.number),
        stage=standing.stage_in_words(application),
        colour=standing.colour_of(application),
        turn=standing.turn_in_words(application, at, side=ANSWERER),
        my_turn=engagement.turn == ANSWERER,
        promise=standing.promise_in_words(application, at),
        late=standing.is_overdue(application, at),
        decline=getattr(application, "decline", None),
        ended_because=end_in_words(engagement) if application.stage == Stage.CLOSED else "",
    )


def title_of(opportunity):
    """The package's name in the language in use, where its lender wrote it."""
    words = opportunity.loan_package.words.all()
    return next((one.title for one in words if one.language == get_language()), opportunity.title)


def own_loan(pk, actor, *, at) -> OwnLoanPage:
    """One of hers.

    Raises:
        NotFound: it is none of hers.
    """
    application = own_loans(actor).filter(pk=pk).first()
    if application is None:
        raise NotFound
    row = row_of(application, at)
    queries, paid = list(application.queries.all()), list(application.disbursements.all())
    may_accept = application.stage == Stage.SANCTIONED and application.accepted_at is None
    query = next((one for one in queries if one.answered_at is None and row.my_turn), None)
    return OwnLoanPage(
        loan=row,
        query=query,
        answered=[one for one in queries if one.answered_at],
        visits=list(application.visits.all()),
        may_accept=may_accept,
        may_step_back=application.stage not in (Stage.DISBURSED, Stage.CLOSED),
        may_return=row.decline is not None and row.decline.come_back_on <= day_in_india(at),
        unsaid=[one for one in paid if one.came is None],
        paid=paid,
        papers=current_papers(application.dossier.wallet_id) if query else [],
        others=list(others_of(application).select_related("engagement__opportunity__unit__organisation"))
        if may_accept
        else [],
    )
