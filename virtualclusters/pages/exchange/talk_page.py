"""All that one talk's page shows, gathered for one party."""

from dataclasses import dataclass, field
from datetime import datetime

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.capabilities.threads.operations import mark_read
from virtualclusters.capabilities.threads.queries import Line, conversation
from virtualclusters.exchange.engagements.holding import awaits_yes
from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import contact_is_open, open_talk
from virtualclusters.exchange.engagements.people import people_of, side_of
from virtualclusters.exchange.engagements.words import end_in_words, verb_in_words
from virtualclusters.exchange.kinds.kind import Kind, KindScreens, kind_of, screens_of
from virtualclusters.exchange.kinds.paths import CLOCK, ENDED, LIVE, Phase, Side
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.outcomes.queries import BLIND_FOR, closing_words
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.pages.exchange.figures import Figure, figures_of

LINES = 20
QUIET_VERBS = frozenset({"decline", "refuse", "withdraw", "ask_again", "miss"})


@dataclass(frozen=True)
class Verb:
    """A button. ``asks`` leads to a page that asks for a reason or for words."""

    code: str
    words: str
    asks: bool
    quiet: bool


@dataclass(frozen=True)
class Reached:
    """A milestone with its words and the day it was reached."""

    code: str
    words: str
    done_at: datetime | None


@dataclass(frozen=True)
class TalkPage:
    """What the template shows. ``side`` is the reader's; ``contact`` the other side's people once contact is open."""

    engagement: Engagement
    kind: Kind
    screens: KindScreens
    side: str
    other: str
    step: int
    steps: int
    my_turn: bool
    invited: bool
    place: int | None
    verbs: list[Verb]
    lines: list[Line]
    earlier: int
    may_write: bool
    silence_ends: bool
    contact_open: bool
    contact_ever: bool
    ended_because: str
    contact: list[Person] = field(default_factory=list)
    milestones: list[Reached] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    words: dict = field(default_factory=dict)
    words_open_at: datetime | None = None

    @property
    def primary(self):
        """The one act to take: yes before keeping for later. None while the work runs on a page of its own."""
        if self.leads_to_work:
            return None
        loud = [verb for verb in self.verbs if not verb.quiet]
        return min(loud, key=lambda verb: verb.code == "shortlist", default=None)

    @property
    def leads_to_work(self):
        """Whether the work has a page of its own and both have agreed on it."""
        return bool(self.screens.work_page and self.engagement.agreed_at and not self.engagement.ended_at)

    @property
    def ordered_verbs(self):
        """The primary act first, the quiet ones last."""
        return sorted(self.verbs, key=lambda verb: (verb != self.primary, verb.quiet))

    @property
    def asks_last_word(self):
        return self.words_open_at is not None and self.side not in self.words


def talk_page(pk, *, actor, at) -> TalkPage:
    """Gather the page; the reader has then seen all that was said.

    Raises:
        NotFound: she is no party, or there is none.
    """
    engagement = open_talk(engagement_id=pk, actor=actor, at=at)
    kind, side = kind_of(engagement.opportunity.kind), side_of(engagement, actor)
    is_open = contact_is_open(engagement)
    lines = _seen(engagement, actor, contacts_hidden=not is_open, named=_named(engagement, actor, at))
    ended = engagement.phase in ENDED and engagement.agreed_at is not None
    answers = may_answer(actor)
    phases = _phases(kind)
    other = engagement.lead if side == Side.PUBLISHER else engagement.opportunity.unit
    return TalkPage(
        engagement=engagement,
        kind=kind,
        screens=screens_of(kind.slug),
        side=side,
        other=unit_in_words(other),
        step=phases.index(engagement.phase) + 1 if engagement.phase in phases else 0,
        steps=len(phases),
        my_turn=engagement.turn == side,
        invited=awaits_yes(engagement),
        place=place_in_queue(engagement),
        verbs=_verbs(engagement, kind, side) if answers else [],
        lines=lines[-LINES:],
        earlier=max(0, len(lines) - LINES),
        may_write=answers and (engagement.phase in LIVE or engagement.agreed_at is not None),
        silence_ends=_silence_ends(engagement, kind),
        contact_open=is_open,
        contact_ever=kind.path.opens_contact,
        contact=_people(engagement, side) if is_open else [],
        ended_because=end_in_words(engagement),
        milestones=_milestones(engagement, kind),
        figures=figures_of(engagement, side=side, may_answer=answers)
        if engagement.agreed_at or engagement.phase == Phase.CLOSED
        else [],
        words=closing_words(engagement, side=side, at=at) if ended else {},
        words_open_at=engagement.ended_at + BLIND_FOR if ended and at - engagement.ended_at < BLIND_FOR else None,
    )


def may_answer(actor):
    """Whether her role may act, not only read."""
    return actor.may(ExchangePermission.ENGAGEMENT_ANSWER)


def files_of(engagement, *, key) -> File:
    """The file of that key that somebody sent in the talk.

    Raises:
        NotFound: nobody did.
    """
    said = Post.objects.filter(thread=engagement.thread_id, file__key=key).select_related("file").first()
    if said is None:
        raise NotFound
    return said.file


def _named(engagement, actor, at):
    author_names = screens_of(engagement.opportunity.kind).author_names
    return author_names(engagement, actor=actor, at=at) if author_names else {}


def _seen(engagement, actor, **shown):
    lines = conversation(thread_id=engagement.thread_id, reader=actor.person, **shown)
    if any(line.unread for line in lines):
        mark_read(thread_id=engagement.thread_id, reader=actor.person, up_to=lines[-1].post_id)
    return lines


def _phases(kind):
    """The live phases this path knows and the good end, in their order."""
    reached = {step.after for step in kind.path.steps}
    return [phase for phase in (*LIVE, Phase.CLOSED) if phase in reached]


def _verbs(engagement, kind, side):
    phase, speaks = Phase(engagement.phase), screens_of(kind.slug).speaks
    if phase not in LIVE:
        return []
    codes = [code for code in kind.path.verbs(phase, Side(side)) if _makes_sense(engagement, side, code)]
    return [
        Verb(
            code=code,
            words=verb_in_words(engagement, side, code),
            asks=code in speaks or kind.path.find(phase, code, Side(side)).needs_reason,
            quiet=code in QUIET_VERBS,
        )
        for code in codes
    ]


def _makes_sense(engagement, side, code):
    """An invitation is taken up or refused by the invited, and only then; before it is, its publisher can but end it."""
    if awaits_yes(engagement):
        return code in ("take_up", "refuse") if side == Side.ANSWERER else code in QUIET_VERBS
    if engagement.waiting_since is not None:
        return code in QUIET_VERBS
    return code not in ("take_up", "refuse")


def _silence_ends(engagement, kind):
    """Whether the clock ends it when this turn is over; else it only reminds."""
    phase = Phase(engagement.phase)
    return kind.path.find(phase, "remind", CLOCK) is None and kind.path.find(phase, "lapse", CLOCK) is not None


def _people(engagement, side):
    other = Side.ANSWERER if side == Side.PUBLISHER else Side.PUBLISHER
    return list(Person.objects.filter(pk__in=people_of(engagement, side=other), erased_at=None).order_by("name", "pk"))


def _milestones(engagement, kind):
    if not kind.milestones:
        return []
    done = dict(engagement.milestones.values_list("code", "done_at"))
    return [Reached(code, str(words), done.get(code)) for code, words in kind.milestones.items()]
