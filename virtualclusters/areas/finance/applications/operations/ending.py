"""The owner's side of the end: yes to one, which handles the others by rule; stepping back; and what follows when the exchange ended it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.applications.operations.standing import close, locked, tell_of, with_names
from virtualclusters.areas.finance.models import OWN_REASONS, Decline, LoanApplication, Stage
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.turns import hand_over
from virtualclusters.exchange.kinds.paths import ANSWERER, ENDED, LIVE, PUBLISHER
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import PORTAL


def others_of(application):
    """The same unit's other applications for the same purpose that she has said yes to nowhere: those a yes would end."""
    same = LoanApplication.objects.filter(engagement__lead=application.engagement.lead_id, purpose=application.purpose)
    return same.filter(engagement__phase__in=LIVE, accepted_at=None).exclude(pk=application.pk).order_by("pk")


@transaction.atomic
def accept(*, application_id, keep_ids, actor, at) -> LoanApplication:
    """The owner's yes to what one lender sanctioned. Her other applications for the same purpose end by rule, with their papers.

    Args:
        keep_ids: of those, the ones that she wants to go on with.

    Raises:
        NotFound: it is none of hers.
        Refused: nothing is sanctioned; she said yes already.
    """
    found = with_names(LoanApplication.objects.filter(pk=application_id)).first()
    if found is None:
        raise NotFound
    _lock_all([found.pk, *others_of(found).values_list("pk", flat=True)])
    application = locked(application_id, actor, side=ANSWERER)
    if application.stage != Stage.SANCTIONED or application.accepted_at is not None:
        raise Refused("not_to_accept", _("There is nothing to say yes to just now."), _("Look at where it stands."))
    application.accepted_at = at
    application.save(update_fields=["accepted_at"])
    hand_over(application.engagement, turn=PUBLISHER, due_at=days.in_days(at, days.TO_PAY_DAYS))
    tell_of("loan.accepted", application, actor=actor, at=at)
    for pk in others_of(application).exclude(pk__in=list(keep_ids)).values_list("pk", flat=True):
        withdraw(application_id=pk, reason="other_chosen", actor=actor, at=at)
    return application


def _lock_all(ids):
    """In the order of their ids, so that two yeses at once cannot wait for each other."""
    list(Engagement.objects.filter(pk__in=ids).select_for_update(of=("self",)).order_by("pk"))


@transaction.atomic
def withdraw(*, application_id, reason, actor, at) -> LoanApplication:
    """Step back from an application; its lender reads the papers no longer.

    Args:
        reason: a code of ``OWN_REASONS``.

    Raises:
        NotFound: it is none of hers.
        Refused: it has ended; the money is paid out; the reason is missing.
    """
    application = locked(application_id, actor, side=ANSWERER)
    if reason not in OWN_REASONS:
        raise Refused("reason_missing", _("Say why."), _("Choose one of the reasons."))
    if application.stage == Stage.DISBURSED:
        raise Refused("paid_out", _("The money is paid out already."), _("Talk to the lender."))
    application.engagement = act(engagement_id=application.pk, verb="withdraw", reason=reason, actor=actor, at=at)
    close(application, reason=str(OWN_REASONS[reason]), actor=actor, at=at)
    return application


@transaction.atomic
def tidy_up(*, application_id, at) -> LoanApplication | None:
    """Close what the exchange ended, whoever or whatever ended it. Run twice it changes nothing; None when it is no application."""
    engagement = Engagement.objects.select_for_update(of=("self",)).filter(pk=application_id).first()
    application = with_names(LoanApplication.objects.filter(pk=application_id)).first()
    if application is None or engagement.phase not in ENDED:
        return None
    close(application, reason=gettext_noop("The application is over"), actor=PORTAL, at=at)
    return application


def may_come_back(application, *, day) -> bool:
    """Whether a declined one may be sent anew on a day in India."""
    declined = Decline.objects.filter(application=application.pk).first()
    return declined is not None and declined.come_back_on <= day
