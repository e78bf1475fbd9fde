"""What a lender does before its decision: put it to a stage, one or many; ask back and be answered; visit."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.applications.operations.showing import show_more
from virtualclusters.areas.finance.applications.operations.standing import lenders_turn, locked, set_stage, tell_of
from virtualclusters.areas.finance.applications.rules import BEFORE_SANCTION, PLAIN_MOVES
from virtualclusters.areas.finance.models import LoanApplication, LoanQuery, Stage, Visit
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.turns import hand_over
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def move(*, application_id, stage, actor, at) -> LoanApplication:
    """Put an application to papers, visit or decision. To where it stands already changes nothing.

    Raises:
        NotFound: it is none of the lender's.
        Refused: ``moved_on``: from its stage there is no way there.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    if application.stage == stage:
        return application
    if stage not in PLAIN_MOVES.get(Stage(application.stage), ()):
        raise _moved_on()
    return _put(application, Stage(stage), actor=actor, at=at)


@transaction.atomic
def move_many(*, application_ids, stage, actor, at) -> tuple[list[LoanApplication], list[int]]:
    """Put several to a stage; returns those moved, and the ids of those for which there is no way there. Others' are passed over."""
    moved, left = [], []
    for pk in sorted(set(application_ids)):
        try:
            with transaction.atomic():
                moved.append(move(application_id=pk, stage=stage, actor=actor, at=at))
        except (Refused, NotFound):
            left.append(pk)
    return moved, left


@transaction.atomic
def ask_back(*, application_id, words, paper_kind, actor, at) -> LoanQuery:
    """Ask the owner a question, or for a paper. Until she answers it is her turn, and the promised day stands still.

    Raises:
        NotFound: it is none of the lender's.
        Refused: nothing is asked; a question is open already; it is decided.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    if not (words.strip() or paper_kind):
        raise Refused("nothing_asked", _("Write a question, or choose a paper."))
    if application.stage not in BEFORE_SANCTION:
        raise _moved_on()
    if application.queries.filter(answered_at=None).exists():
        raise Refused("query_open", _("A question is open already."), _("Wait for the answer, then ask the next."))
    query = LoanQuery.objects.create(
        application=application, words=words.strip(), paper_kind=paper_kind, asked_by=actor.person, asked_at=at
    )
    _put(application, Stage.QUERY, actor=actor, at=at)
    hand_over(application.engagement, turn=ANSWERER, due_at=days.in_days(at, days.QUERY_DAYS))
    tell_of("loan.asked", application, actor=actor, at=at, query=query.pk)
    return query


@transaction.atomic
def answer_back(*, application_id, query_id, words, paper_ids, actor, at) -> LoanQuery:
    """Answer a lender's question in words, or with papers of the wallet, which that lender then reads too.

    Raises:
        NotFound: it is none of hers; there is no such question; a paper is not hers.
        Refused: nothing is said; it was answered already; it is over.
    """
    application = locked(application_id, actor, side=ANSWERER)
    query = application.queries.filter(pk=query_id).first()
    if query is None:
        raise NotFound
    if query.answered_at is not None or application.stage not in BEFORE_SANCTION:
        raise _moved_on()
    if not (words.strip() or paper_ids):
        raise Refused("nothing_said", _("Write an answer, or choose a paper."))
    if paper_ids:
        show_more(application, paper_ids, actor=actor, at=at)
    query.answer, query.answered_by, query.answered_at = words.strip(), actor.person, at
    query.save(update_fields=["answer", "answered_by", "answered_at"])
    application.decide_by = days.moved_on(application.decide_by, query.asked_at, at)
    if application.stage == Stage.QUERY:
        set_stage(application, Stage.DOCUMENTS, actor=actor, at=at)
    application.save()
    lenders_turn(application)
    tell_of("loan.answered", application, actor=actor, at=at, query=query.pk)
    return query


@transaction.atomic
def plan_visit(*, application_id, planned_at, place, actor, at) -> Visit:
    """Say when somebody comes to see the place.

    Raises:
        NotFound: it is none of the lender's.
        Refused: the time is over; no place; it is decided.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    if planned_at <= at:
        raise Refused("visit_past", _("This time is over."), _("Choose a later one."))
    if not place.strip():
        raise Refused("visit_nowhere", _("Write where you come to."))
    if application.stage not in BEFORE_SANCTION:
        raise _moved_on()
    visit = Visit.objects.create(
        application=application, planned_at=planned_at, place=place.strip(), planned_by=actor.person
    )
    if not application.queries.filter(answered_at=None).exists():
        _put(application, Stage.VISIT, actor=actor, at=at)
    tell_of("loan.visit_planned", application, actor=actor, at=at, visit=visit.pk)
    return visit


@transaction.atomic
def note_visit(*, application_id, visit_id, done_on, note, actor, at) -> Visit:
    """Note that the visit took place, with a word for the lender's own people.

    Raises:
        NotFound: it is none of the lender's, or there is no such visit.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    visit = application.visits.filter(pk=visit_id).first()
    if visit is None:
        raise NotFound
    visit.done_on, visit.note = done_on, note.strip()
    visit.save(update_fields=["done_on", "note"])
    return visit


def _put(application, stage, *, actor, at):
    """The stage first: the exchange's step asks for it."""
    set_stage(application, stage, actor=actor, at=at)
    if application.engagement.phase == Phase.ASKED:
        application.engagement = act(engagement_id=application.pk, verb="shortlist", actor=actor, at=at)
    lenders_turn(application)
    return application


def _moved_on():
    return Refused("moved_on", _("This has moved on since you opened the page."), _("Look at where it stands now."))
