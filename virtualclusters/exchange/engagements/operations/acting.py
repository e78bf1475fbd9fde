"""Every move of a person or of the clock after the opening. What a verb may do is the path's table; what it takes or gives back is here."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.capabilities.threads.models import Participant, Post
from virtualclusters.capabilities.threads.operations import join, post
from virtualclusters.exchange.engagements.holding import awaits_yes, give_back, let_go
from virtualclusters.exchange.engagements.jobs import decline_the_rest, move_up
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.advance import advance, record_of
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import CLOCK, LIVE, PUBLISHER, Phase, Side
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import take_answer, take_places
from virtualclusters.foundation.errors import Refused

A_SECOND_CLICK = timedelta(minutes=1)
GIVES_BACK = (Phase.DECLINED, Phase.WITHDRAWN, Phase.LAPSED)


@transaction.atomic
def act(*, engagement_id, verb, actor, at, reason="", words=""):
    """Take one step in an engagement for the actor's side, with a word in its thread if she gives one.

    A step into agreement takes the places; a step that falls out gives them back and lets the next in the queue move up.

    Raises:
        NotFound: the actor may not see it, or there is none: the same answer.
        Refused: the path has no such step for her side now; no place is left; the reason is missing; a guard objects; an
            invited unit has not said yes; a unit waits in the queue while as many as are heard at once are heard.
    """
    engagement = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement_id)
    side = CLOCK if actor.is_portal else Side(side_of(engagement, actor))
    before, waited = engagement.phase, engagement.waiting_since is not None
    kind = kind_of(engagement.opportunity.kind)
    step = kind.path.find(Phase(before), verb, side)
    if step and step.after in LIVE and side == PUBLISHER:
        _refuse_what_nobody_asked(engagement)
        _hear_from_queue(engagement)
    if step and step.after == Phase.AGREED and before != Phase.AGREED:
        _take_places(engagement)
        _take_what_the_kind_holds(engagement, at)
    advance(engagement, verb, side=side, actor=actor, at=at, reason=reason)
    _say(engagement, actor, words, at)
    if engagement.phase in GIVES_BACK:
        give_back(engagement, waited=waited)
        enqueue(move_up, opportunity_id=engagement.opportunity_id)
    if engagement.phase == Phase.CLOSED:
        let_go(engagement)
    if engagement.phase == Phase.AGREED and before != Phase.AGREED:
        _tell_the_rest_when_full(engagement)
    return engagement


@transaction.atomic
def say(*, engagement_id, words, actor, at, file_id=None):
    """Write in an engagement's thread and return the post. Words are kept as typed; until all have agreed, contact details in
    them are hidden from the others when they read (``threads.queries.conversation``).

    The same words of the same person within a minute are one post: a second click says nothing new.

    Raises:
        NotFound: the actor may not see it.
        Refused: nothing was said; the engagement has ended.
    """
    engagement = Engagement.objects.for_word(actor).select_related("opportunity", "lead").one(engagement_id)
    if engagement.phase not in LIVE and engagement.agreed_at is None:
        raise Refused("ended", _("This has ended: nothing more can be written here."))
    if not (words.strip() or file_id):
        raise Refused("nothing_said", _("Write something, or add a file."))
    said = _said_just_now(engagement, actor, words, at) if file_id is None else None
    if said is None:
        said = _say(engagement, actor, words, at, file_id=file_id)
        record_of("engagement.said", engagement, actor=actor, at=at, side=side_of(engagement, actor))
    return said


@transaction.atomic
def open_talk(*, engagement_id, actor, at):
    """Let the actor read an engagement's thread: a colleague who came later takes part from now on. Returns the engagement.

    Raises:
        NotFound: the actor may not see it.
    """
    engagement = (
        Engagement.objects.visible_to(actor)
        .select_related("opportunity__unit__organisation", "lead__organisation")
        .one(engagement_id)
    )
    takes_part = Participant.objects.filter(thread=engagement.thread_id, person=actor.person, left_at=None)
    if engagement.thread_id and not takes_part.exists():
        join(thread_id=engagement.thread_id, people_ids=[actor.person_id], at=at)
    return engagement


def contact_is_open(engagement) -> bool:
    """Whether the parties may see each other's contact details: all have agreed, and the path has such a moment."""
    if engagement.agreed_at is None or not kind_of(engagement.opportunity.kind).path.opens_contact:
        return False
    return not engagement.parties.filter(left_at=None, agreed_at=None).exists()


def _take_places(engagement):
    if not take_places(engagement.opportunity_id, engagement.places):
        raise Refused("no_place_left", _("No place is left."), _("Someone must step back first."))


def _take_what_the_kind_holds(engagement, at):
    takes = kind_of(engagement.opportunity.kind).takes
    if takes and (objection := takes(engagement, at)):
        raise objection


def _refuse_what_nobody_asked(engagement):
    """Who was invited agrees to nothing before she says yes, so nobody can choose her and see her number."""
    if awaits_yes(engagement):
        raise Refused("not_taken_up", _("They have not said yes to your invitation yet."), _("Wait for their answer."))


def _hear_from_queue(engagement):
    if engagement.waiting_since is not None and not take_answer(engagement.opportunity_id):
        raise Refused(
            "still_waiting",
            _("This one waits in the queue: you are talking with as many as you can at once."),
            _("Say no to one of the others first."),
        )


def _tell_the_rest_when_full(engagement):
    opportunity = Opportunity.objects.get(pk=engagement.opportunity_id)
    chosen = not kind_of(opportunity.kind).accepts_by_itself
    if chosen and opportunity.places is not None and opportunity.places_taken >= opportunity.places:
        enqueue(decline_the_rest, opportunity_id=opportunity.pk)


def _say(engagement, actor, words, at, *, file_id=None):
    if not (words.strip() or file_id) or actor.person is None:
        return None
    join(thread_id=engagement.thread_id, people_ids=[actor.person_id], at=at)
    return post(
        thread_id=engagement.thread_id,
        author=actor.person,
        words=words.strip(),
        language=actor.person.language,
        at=at,
        file_id=file_id,
    )


def _said_just_now(engagement, actor, words, at):
    same = Post.objects.filter(thread=engagement.thread_id, author=actor.person, words=words.strip())
    return same.filter(sent_at__gt=at - A_SECOND_CLICK, file=None).last()
