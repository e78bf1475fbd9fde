"""How a unit's need becomes a request for advice: what goes round without a further question, and how well advice fits."""

from django.urls import reverse

from virtualclusters.areas.advice.asking.operations import begin_request, send_request, stop
from virtualclusters.areas.advice.models import AdviceRequest
from virtualclusters.areas.advice.models.choices import Pays, Urgency
from virtualclusters.exchange.kinds.from_need import Fit, NeedDraft, NeedSent, NeedView, Trouble
from virtualclusters.foundation.errors import NotFound
from virtualclusters.ui.languages import OWN_NAMES

HELPS_WITH = (Trouble.QUALITY, Trouble.LOSS, Trouble.PACKING, Trouble.PRODUCT, Trouble.PAPERS)
MAY_HELP_WITH = (Trouble.MACHINE, Trouble.SELL, Trouble.PEOPLE, Trouble.TESTING, Trouble.MONEY, Trouble.SOFTWARE)


def draft_of(need: NeedView) -> NeedDraft | None:
    """A free talk by phone or video in the language of the words; None for a plain wish to buy."""
    wishes = {
        "spoken": need.language if need.language in OWN_NAMES else "hi",
        "urgency": Urgency.THIS_MONTH,
        "pays": Pays.FREE,
        "remote_fits": True,
    }
    if need.is_about(*HELPS_WITH):
        return NeedDraft(values=wishes, fits=Fit.HELPS)
    if need.is_about(*MAY_HELP_WITH) or not need.troubles:
        return NeedDraft(values=wishes, fits=Fit.MAY_HELP)
    return None


def send_need(*, need, values, actor, at):
    """Let the need go round as a request, in the portal's own order, and return the request.

    Args:
        need: a ``NeedView``.
        values: of ``draft_of``.

    Raises:
        NotFound: she does not act for that unit.
        Refused: only enterprises ask; three requests go round already.
    """
    request = begin_request(
        unit_id=need.unit.pk,
        words=need.words,
        language=need.language,
        need_id=need.need_id,
        actor=actor,
        at=at,
        **values,
    )
    return send_request(request_id=request.pk, actor=actor, at=at)


def sent_need(need_id) -> NeedSent | None:
    """The request that goes round for a need, or None."""
    request = _going_round(need_id)
    return request and NeedSent(request.asked_at, reverse("advice_request", args=[request.pk]))


def take_back_need(*, need_id, actor, at):
    """Stop the request that goes round for a need.

    Raises:
        NotFound: there is none, or she does not act for its unit.
    """
    request = _going_round(need_id)
    if request is None:
        raise NotFound
    stop(request_id=request.pk, actor=actor, at=at)


def _going_round(need_id):
    return AdviceRequest.objects.filter(need=need_id, ended_at=None, asked_at__isnull=False).order_by("pk").last()
