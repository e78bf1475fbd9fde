"""A lender's own word: yes with the amount, the rate and the time, or no with a reason, the way to mend it and a day to come back."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.applications.operations.standing import close, locked, set_stage, tell_of
from virtualclusters.areas.finance.applications.rules import BEFORE_SANCTION
from virtualclusters.areas.finance.models import LONGEST_MONTHS, Decline, DeclineReason, LoanApplication, Stage
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.turns import hand_over
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

LATEST_RETURN = timedelta(days=366)


@transaction.atomic
def sanction(*, application_id, amount, rate_percent, term, words, actor, at) -> LoanApplication:
    """The lender's yes. It binds nobody until the owner says yes too.

    Args:
        amount: rupees. rate_percent: a year. term: months.
        words: the lender's conditions, as it wrote them.

    Raises:
        NotFound: it is none of the lender's.
        Refused: it is decided already; an amount, a rate or a time that cannot be.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    _refuse_decided(application)
    if not (amount and amount > 0 and rate_percent is not None and 0 <= rate_percent <= 100):
        raise Refused("sanction_incomplete", _("Say how much, at which rate."))
    if not 1 <= (term or 0) <= LONGEST_MONTHS:
        raise Refused("sanction_incomplete", _("Say for how many months."))
    application.sanctioned_at, application.sanctioned_amount = at, amount
    application.sanctioned_rate, application.sanctioned_months = rate_percent, term
    application.sanction_words = words.strip()
    set_stage(application, Stage.SANCTIONED, actor=actor, at=at)
    application.engagement = act(engagement_id=application.pk, verb="choose", actor=actor, at=at)
    hand_over(application.engagement, turn=ANSWERER, due_at=days.in_days(at, days.TO_ACCEPT_DAYS))
    tell_of("loan.sanctioned", application, actor=actor, at=at)
    return application


@transaction.atomic
def decline(*, application_id, reason, way_to_fix, come_back_on, actor, at) -> Decline:
    """The lender's no. The owner reads why, how to mend it, and from which day she may come again; her papers close.

    Raises:
        NotFound: it is none of the lender's.
        Refused: ``decline_incomplete``: one of the three is missing; ``come_back_when``: the day is over or more than a year ahead;
            it is decided already.
    """
    application = locked(application_id, actor, side=PUBLISHER)
    _refuse_decided(application)
    _refuse_incomplete(reason, way_to_fix, come_back_on, at)
    made = Decline.objects.create(
        application=application,
        reason=reason,
        way_to_fix=" ".join(way_to_fix.split()),
        come_back_on=come_back_on,
        declined_by=actor.person,
        declined_at=at,
    )
    application.engagement = act(engagement_id=application.pk, verb="decline", reason=reason, actor=actor, at=at)
    close(application, reason=gettext_noop("The loan was declined"), actor=actor, at=at)
    tell_of("loan.declined", application, actor=actor, at=at, reason=str(reason))
    return made


def _refuse_decided(application):
    if application.stage not in BEFORE_SANCTION:
        raise Refused("decided_already", _("This is decided already."), _("Look at where it stands now."))


def _refuse_incomplete(reason, way_to_fix, come_back_on, at):
    if reason not in DeclineReason.values:
        raise Refused("decline_incomplete", _("Choose why."))
    if len(way_to_fix.split()) < 2:
        raise Refused("decline_incomplete", _("Write how the owner can mend it."), _("A few words are enough."))
    if come_back_on is None:
        raise Refused("decline_incomplete", _("Say from which day the owner may come back."))
    today = day_in_india(at)
    if not today < come_back_on <= today + LATEST_RETURN:
        raise Refused("come_back_when", _("Choose a day from tomorrow on, within a year."))
