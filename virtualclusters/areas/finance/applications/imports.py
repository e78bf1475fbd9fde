"""What a row of a lender's stage file means: one application by its number, and to which stage the lender's own system has put it."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Person
from virtualclusters.areas.finance.applications.numbers import as_number
from virtualclusters.areas.finance.applications.operations import deciding, paying, working
from virtualclusters.areas.finance.applications.pipeline import lenders_loans
from virtualclusters.areas.finance.models import DeclineReason, LoanApplication, Stage
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for

DECLINED = "declined"
PLAIN = (Stage.DOCUMENTS, Stage.VISIT, Stage.DECISION)
TAKEN = (*PLAIN, Stage.SANCTIONED, Stage.DISBURSED, Stage.CLOSED)
STAGES = {stage.value: stage.value for stage in TAKEN} | {
    DECLINED: DECLINED,
    "rejected": DECLINED,
    "papers": Stage.DOCUMENTS.value,
    "approved": Stage.SANCTIONED.value,
    "paid": Stage.DISBURSED.value,
    "paid back": Stage.CLOSED.value,
}

FIELDS = (
    Field("number", _("Application number"), required=True, synonyms=("Acknowledgement number", "Ack no", "Number", "आवेदन संख्या")),
    Field("stage", _("Stage"), required=True, synonyms=("Status", "चरण", "स्थिति")),
    Field("date", _("Date"), Type.MOMENT, synonyms=("Stage date", "On", "तारीख", "दिनांक")),
    Field("amount", _("Amount"), Type.MONEY, synonyms=("Sanctioned amount", "Disbursed amount", "राशि")),
    Field("rate", _("Interest a year, in per cent"), synonyms=("Rate", "Interest rate", "ब्याज")),
    Field("months", _("Months"), Type.INTEGER, synonyms=("Tenor", "Tenure", "Term", "महीने")),
    Field("reason", _("Reason code"), synonyms=("Reason", "Decline reason", "कारण")),
    Field("way_to_fix", _("How to mend it"), synonyms=("Way to fix", "Remedy", "Remarks", "सुधार")),
    Field("come_back_on", _("Come back on"), Type.MOMENT, synonyms=("Return date", "Apply again on", "फिर आएँ")),
)  # fmt: skip


def key_of(row) -> str:
    """The same step in every file: which application, which stage, which day, how much."""
    number = as_number(row["number"]) or row["number"]
    day = day_in_india(row["date"]).isoformat() if row["date"] else ""
    return f"{number}:{fold(row['stage'])}:{day}:{row['amount'] or ''}"[:120]


def check(row) -> list[Problem]:
    """What no single field shows."""
    found, stage = [], STAGES.get(fold(row["stage"]))
    if as_number(row["number"]) is None:
        found.append(Problem("number", "no_number"))
    if stage is None:
        found.append(Problem("stage", "no_stage"))
    if stage == DECLINED and row["reason"] not in DeclineReason.values:
        found.append(Problem("reason", "no_reason"))
    if stage == DECLINED and not (row["way_to_fix"] and row["come_back_on"]):
        found.append(Problem("way_to_fix", "no_way"))
    if stage == Stage.SANCTIONED and (row["amount"] is None or _percent(row["rate"]) is None):
        found.append(Problem("rate", "no_terms"))
    if stage == Stage.DISBURSED and (row["amount"] is None or row["date"] is None):
        found.append(Problem("amount", "no_payment"))
    return found


def apply(row, source) -> str:
    """Take one step of one of the sender's applications, unless it is taken already. The owner is told of what changed."""
    actor = actor_for(Person.objects.get(pk=source.person_id)) if source.person_id else None
    application = _application(row, actor)
    stage = STAGES[fold(row["stage"])]
    if _stands(application, stage, row):
        return Outcome.SAME
    _STEPS.get(stage, _move)(application, stage, row, actor, source.at)
    return Outcome.CHANGED


def _application(row, actor) -> LoanApplication:
    own = lenders_loans(actor) if actor and actor.may_somewhere(LoanPermission.LOAN_WORK) else None
    found = own.filter(number=as_number(row["number"])).first() if own is not None else None
    if found is None:
        raise Refused("unknown_number", str(_("You have no application of this number.")))
    return found


def _stands(application, stage, row):
    """Whether the step was taken before: the same file twice changes nothing."""
    if stage == DECLINED:
        return application.engagement.phase == Phase.DECLINED
    if stage == Stage.DISBURSED:
        return application.disbursements.filter(amount=row["amount"], paid_on=day_in_india(row["date"])).exists()
    if stage == Stage.CLOSED:
        return application.engagement.phase == Phase.CLOSED
    return application.engagement.milestones.filter(code=stage, done_at__isnull=False).exists()


def _move(application, stage, row, actor, at):
    working.move(application_id=application.pk, stage=Stage(stage), actor=actor, at=at)


def _sanction(application, stage, row, actor, at):
    deciding.sanction(
        application_id=application.pk,
        amount=row["amount"],
        rate_percent=_percent(row["rate"]),
        term=row["months"] or application.months,
        words="",
        actor=actor,
        at=at,
    )


def _pay(application, stage, row, actor, at):
    paid_on = day_in_india(row["date"])
    paying.pay_out(application_id=application.pk, amount=row["amount"], paid_on=paid_on, actor=actor, at=at)


def _decline(application, stage, row, actor, at):
    deciding.decline(
        application_id=application.pk,
        reason=row["reason"],
        way_to_fix=row["way_to_fix"],
        come_back_on=day_in_india(row["come_back_on"]),
        actor=actor,
        at=at,
    )


def _close(application, stage, row, actor, at):
    paying.pay_back(application_id=application.pk, actor=actor, at=at)


_STEPS = {
    DECLINED: _decline,
    Stage.SANCTIONED.value: _sanction,
    Stage.DISBURSED.value: _pay,
    Stage.CLOSED.value: _close,
}


def undo(import_id: int, limit: int) -> int:
    """Nothing is taken back: owners were told."""
    return 0


def put_back(key: str, before: dict) -> None:
    """Nothing is put back: owners were told."""


def _percent(words):
    """A rate as typed, or None when it is none."""
    try:
        rate = Decimal(str(words or "").replace("%", "").strip())
    except InvalidOperation:
        return None
    return rate if 0 <= rate <= 100 else None


LOAN_STAGES = RowSpec(
    name="loan_stages",
    label=_("Stages of loan applications"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    rows_a_transaction=50,
    permission=LoanPermission.LOAN_WORK,
    field_of={"unknown_number": "number", "moved_on": "stage", "decided_already": "stage", "paid_too_much": "amount"},
    sentences={
        "no_number": _("This is no number of an application: ten digits, as we gave them."),
        "no_stage": _("Write documents, visit, decision, sanctioned, declined, disbursed or closed."),
        "no_reason": _("Write one of: papers, rules, repayment, security, record, purpose, visit."),
        "no_way": _("A no needs how to mend it and the day to come back."),
        "no_terms": _("A sanction needs the amount and the interest a year."),
        "no_payment": _("A payment needs its amount and its day."),
        "unknown_number": _("You have no application of this number."),
    },
    stays=_("Owners were told of each step, so none is taken back."),
)
"""Stages as a lender's own system writes them."""
