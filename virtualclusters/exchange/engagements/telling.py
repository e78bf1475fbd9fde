"""Who is told what, when an engagement moved: the other side, once each, with a link."""

from datetime import timedelta

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements import notices
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.kinds.paths import ANSWERER, CLOCK, ENDED, PATHS, PUBLISHER, Phase
from virtualclusters.foundation.time import day_in_india

OTHER = {PUBLISHER: ANSWERER, ANSWERER: PUBLISHER}
LAST_DAYS = timedelta(days=3)
AT_ONCE = 500

_OPENING = {
    step.verb for path in PATHS.values() for step in path.steps if step.before is None and step.side == ANSWERER
}
_AGREEING = {
    step.verb
    for path in PATHS.values()
    for step in path.steps
    if step.after == Phase.AGREED and step.before != Phase.AGREED
}
_TEXTS = {
    **dict.fromkeys(_OPENING | {"take_up"}, notices.ANSWERED),
    **dict.fromkeys(_AGREEING, notices.AGREED),
    "invite": notices.INVITED,
    "said": notices.SAID,
}


def tell(*, event_id, at):
    """Tell the people whom an event of an engagement concerns. A kind may name a text of its own, or none, for an event."""
    event = Event.objects.get(pk=event_id)
    engagement = _with_names(Engagement.objects.filter(pk=event.subject_id)).get()
    verb = event.code.partition(".")[2]
    for side, key in _told(engagement, verb, event.dimensions.get("side", "")):
        own = screens_of(engagement.opportunity.kind).notices
        if key := own.get(event.code, key):
            _notify(engagement, side, key, dedupe_key=f"{event.code}:{event_id}:{side}", at=at)


def tell_last_days(*, at):
    """Tell each side whose turn ends within three days, once a turn."""
    ending = Engagement.objects.filter(due_at__gt=at, due_at__lte=at + LAST_DAYS, moved_at__lte=at - LAST_DAYS)
    for engagement in _with_names(ending).order_by("due_at", "pk")[:AT_ONCE]:
        if kind_of(engagement.opportunity.kind).path.find(Phase(engagement.phase), "lapse", CLOCK):
            key = f"last_days:{engagement.pk}:{engagement.due_at:%Y%m%d%H%M}"
            _notify(engagement, engagement.turn, notices.LAST_DAYS, dedupe_key=key, at=at)


def _with_names(engagements):
    return engagements.select_related("opportunity__unit__organisation", "lead__organisation")


def _told(engagement, verb, acted):
    """Pairs of side and text."""
    if verb == "queue" or (verb in _OPENING and engagement.waiting_since is not None):
        return []
    if verb == "move_up":
        return [(ANSWERER, notices.MOVED_UP), (PUBLISHER, notices.ANSWERED)]
    if verb == "remind":
        return [(engagement.turn, notices.REMINDED)] if engagement.turn else []
    ended = engagement.phase in ENDED and verb not in _TEXTS and verb != "finish"
    key = notices.ENDED if ended else _TEXTS.get(verb, notices.REPLIED)
    if acted == CLOCK:
        return [(PUBLISHER, key), (ANSWERER, key)] if verb == "lapse" else [(ANSWERER, key)]
    return [(OTHER[acted], key)] if acted in OTHER else []


def told_to(engagement, side):
    """What texts say to one side: the other side's name, and by which day it is somebody's turn (empty: nobody's)."""
    other = engagement.lead if side == PUBLISHER else engagement.opportunity.unit
    day = day_in_india(engagement.due_at).isoformat() if engagement.due_at else ""
    return {"firm": other.organisation.name, "day": day}


def _notify(engagement, side, key, *, dedupe_key, at):
    why = f"{engagement.opportunity.kind}:{engagement.end_reason}"
    notify(
        people_ids=people_of(engagement, side=side),
        key=key,
        variables=told_to(engagement, side) | {"title": engagement.opportunity.title, "why": why},
        at=at,
        about=notices.talk_page(engagement.pk),
        dedupe_key=dedupe_key,
    )


def told_events():
    """Codes of the events of which somebody is told."""
    verbs = {step.verb for path in PATHS.values() for step in path.steps} | {"said"}
    return sorted(f"engagement.{verb}" for verb in verbs - {"queue"})
