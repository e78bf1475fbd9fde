"""Every move of a person or of the clock after the opening. What a verb may do is the path's table; what it takes or gives back is here."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.capabilities.threads.operations import post
from virtualclusters.exchange.engagements.jobs import decline_the_rest, move_up
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.advance import advance
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import CLOCK, LIVE, Phase, Side
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import give_back_answer, give_back_places, take_places
from virtualclusters.foundation.errors import Refused

GIVES_BACK = (Phase.DECLINED, Phase.WITHDRAWN, Phase.LAPSED)


@transaction.atomic
def act(*, engagement_id, verb, actor, at, reason="", words=""):
    """Take one step in an engagement for the actor's side, with a word in its thread if she gives one.

    A step into agreement takes the places; a step that falls out gives them back and lets the next in the queue move up.

    Raises:
        NotFound: the actor may not see it, or there is none: the same answer.
        Refused: the path has no such step for her side now; no place is left; the reason is missing; a guard objects.
    """
    engagement = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement_id)
    side = CLOCK if actor.is_portal else Side(side_of(engagement, actor))
    before, waited = engagement.phase, engagement.waiting_since is not None
    kind = kind_of(engagement.opportunity.kind)
    step = kind.path.find(Phase(before), verb, side)
    if step and step.after == Phase.AGREED and before != Phase.AGREED:
        _take_places(engagement)
    advance(engagement, verb, side=side, actor=actor, at=at, reason=reason)
    _say(engagement, actor, words, at)
    if engagement.phase in GIVES_BACK:
        _give_back(engagement, had_agreed=engagement.agreed_at is not None, waited=waited)
    if engagement.phase == Phase.AGREED and before != Phase.AGREED:
        _tell_the_rest_when_full(engagement)
    return engagement


@transaction.atomic
def say(*, engagement_id, words, actor, at, file_id=None):
    """Write in an engagement's thread. Contact details are masked until all have agreed.

    Raises:
        NotFound: the actor may not see it.
        Refused: nothing was said; the engagement has ended.
    """
    engagement = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement_id)
    if engagement.phase not in LIVE and engagement.agreed_at is None:
        raise Refused("ended", _("This has ended: nothing more can be written here."))
    return _say(engagement, actor, words, at, file_id=file_id)


def contact_is_open(engagement) -> bool:
    """Whether the parties may see each other's contact details: all have agreed, and the path has such a moment."""
    if engagement.agreed_at is None or not kind_of(engagement.opportunity.kind).path.opens_contact:
        return False
    return not engagement.parties.filter(left_at=None, agreed_at=None).exists()


def _take_places(engagement):
    if not take_places(engagement.opportunity_id, engagement.places):
        raise Refused("no_place_left", _("No place is left."), _("Someone must step back first."))


def _give_back(engagement, *, had_agreed, waited):
    if waited:
        return
    give_back_answer(engagement.opportunity_id)
    if had_agreed:
        give_back_places(engagement.opportunity_id, engagement.places)
    enqueue(move_up, opportunity_id=engagement.opportunity_id)


def _tell_the_rest_when_full(engagement):
    opportunity = Opportunity.objects.get(pk=engagement.opportunity_id)
    chosen = not kind_of(opportunity.kind).accepts_by_itself
    if chosen and opportunity.places is not None and opportunity.places_taken >= opportunity.places:
        enqueue(decline_the_rest, opportunity_id=opportunity.pk)


def _say(engagement, actor, words, at, *, file_id=None):
    if not (words.strip() or file_id) or actor.person is None:
        return None
    shown = words if contact_is_open(engagement) else mask_contacts(words)
    said = post(
        thread_id=engagement.thread_id,
        author=actor.person,
        words=shown.strip(),
        language=actor.person.language,
        at=at,
        file_id=file_id,
    )
    return said
