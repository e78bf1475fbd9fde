"""Money paid out, and whether it came."""

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.applications.operations.standing import close, locked, set_stage, tell_of
from virtualclusters.areas.finance.board.entering import enter, leave
from virtualclusters.areas.finance.models import Disbursement, LoanApplication, Stage
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.turns import hand_over
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

DAYS_A_MONTH = 30


@transaction.atomic
def pay_out(*, application_id, amount, paid_on, actor, at) -> Disbursement:
    """Note money that was paid out; the same amount of the same day twice is one. The owner is asked later whether it came.

    Raises:
        NotFound: it is none of the lender's.
        Refused: the owner has not said yes here; the day is ahead, or before the application; more than was sanctioned.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    if application.accepted_at is None or application.stage not in (Stage.SANCTIONED, Stage.DISBURSED):
        raise Refused("not_accepted", _("The owner has not said yes to it here."), _("Ask the owner to say yes first."))
    before = application.disbursements.filter(amount=amount, paid_on=paid_on).first()
    if before is not None:
        return before
    _refuse_unfit(application, amount, paid_on, at)
    made = _note(application, amount, paid_on, actor, at)
    enter(application, at=at)
    if application.stage != Stage.DISBURSED:
        set_stage(application, Stage.DISBURSED, actor=actor, at=at)
    if application.engagement.phase == Phase.AGREED:
        application.engagement = act(engagement_id=application.pk, verb="start", actor=actor, at=at)
    until = days.in_days(at, application.sanctioned_months * DAYS_A_MONTH)
    hand_over(application.engagement, turn=PUBLISHER, due_at=until)
    tell_of("loan.paid_out", application, actor=actor, at=at, disbursement=made.pk)
    return made


def _note(application, amount, paid_on, actor, at):
    try:
        with transaction.atomic():
            return application.disbursements.create(amount=amount, paid_on=paid_on, noted_by=actor.person, noted_at=at)
    except IntegrityError as wrong:
        raise Refused("paid_out_wrong", _("This payment cannot be noted."), _("Check amount and day.")) from wrong


def _refuse_unfit(application, amount, paid_on, at):
    if not amount or amount <= 0:
        raise Refused("paid_nothing", _("Say how much was paid out."))
    if not day_in_india(application.received_at) <= paid_on <= day_in_india(at):
        raise Refused("paid_when", _("Choose a day between the application and today."))
    paid = application.disbursements.aggregate(paid=Sum("amount"))["paid"] or 0
    if paid + amount > application.sanctioned_amount:
        raise Refused("paid_too_much", _("This is more than was sanctioned."), _("Check the amount."))


@transaction.atomic
def say_whether_it_came(*, application_id, disbursement_id, came, actor, at) -> Disbursement:
    """The owner's word on a payment; the lender hears it when it did not come. She may correct herself.

    Raises:
        NotFound: it is none of hers, or there is no such payment.
    """
    application = locked(application_id, actor, side=ANSWERER)
    paid = application.disbursements.filter(pk=disbursement_id).first()
    if paid is None:
        raise NotFound
    paid.came, paid.said_at = came, at
    paid.save(update_fields=["came", "said_at"])
    code = "loan.money_came" if came else "loan.money_missing"
    tell_of(code, application, actor=actor, at=at, disbursement=paid.pk)
    return paid


@transaction.atomic
def pay_back(*, application_id, actor, at) -> LoanApplication:
    """The loan is paid back: both are asked for their figures and a last word.

    Raises:
        NotFound: it is none of the lender's.
        Refused: no money was paid out.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    application.engagement = act(engagement_id=application.pk, verb="finish", actor=actor, at=at)
    leave(application)
    close(application, reason=gettext_noop("The loan is paid back"), actor=actor, at=at)
    return application
