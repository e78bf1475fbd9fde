"""What an adviser's answer says beside the other answers to a need: cost, time, evidence. Two queries however many."""

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.advice.kinds import HELP_OFFER, KINDS
from virtualclusters.areas.advice.models import Slot
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.ui.formatters import inr, moment, number


def answer_facts(engagement_ids) -> dict[int, dict]:
    """Per talk what it costs, when the two meet or could, and how many cases the adviser has finished here."""
    rows = Engagement.objects.filter(pk__in=list(engagement_ids)).select_related(
        "opportunity__adviser", "opportunity__help_offer", "advice_case", "advice_scope"
    )
    talks = list(rows.annotate(helped=_helped()))
    meetings, free = _times(talks, [talk.opportunity.unit_id for talk in talks])
    return {
        talk.pk: {
            "cost": _cost(talk),
            "time": _time(talk, meetings.get(talk.pk), free.get(talk.opportunity.unit_id)),
            "evidence": _evidence(talk.helped or 0),
        }
        for talk in talks
    }


def _cost(talk):
    """What both agreed, else what the adviser said with her yes, else what she usually takes."""
    if scope := getattr(talk, "advice_scope", None):
        return inr(scope.fee) if scope.fee else _("Free")
    case = getattr(talk, "advice_case", None)
    if case and case.fee_line:
        return case.get_fee_line_display()
    detail = getattr(talk.opportunity, "help_offer" if talk.opportunity.kind == HELP_OFFER else "adviser", None)
    return detail.get_fee_band_display() if detail else ""


def _times(talks, units):
    """By talk the meeting ahead, and by adviser's unit her first free time."""
    ahead = Q(taken_by__in=talks, held=False) | Q(taken_by=None, unit__in=units, starts_at__gt=timezone.now())
    meetings, free = {}, {}
    for slot in Slot.objects.filter(ahead, withdrawn_at=None).order_by("starts_at", "pk"):
        if slot.taken_by_id:
            meetings[slot.taken_by_id] = slot
        else:
            free.setdefault(slot.unit_id, slot)
    return meetings, free


def _time(talk, meeting, free):
    if meeting:
        return moment(meeting.starts_at)
    if free and talk.phase == Phase.SHORTLISTED:
        return _("From %(when)s on") % {"when": moment(free.starts_at)}
    return ""


def _helped():
    """An annotation: the cases that the adviser's unit finished with at least one session, None when it has none."""
    own = Engagement.objects.filter(opportunity__unit=OuterRef("opportunity__unit"), opportunity__kind__in=KINDS)
    done = own.filter(phase=Phase.CLOSED, agreed_at__isnull=False, advice_sessions__isnull=False).order_by()
    return Subquery(done.values("opportunity__unit").annotate(cases=Count("pk", distinct=True)).values("cases"))


def _evidence(cases):
    if not cases:
        return ""
    return ngettext("Helped in %(n)s case here", "Helped in %(n)s cases here", cases) % {"n": number(cases)}
