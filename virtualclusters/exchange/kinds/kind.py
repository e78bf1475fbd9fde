"""What an area declares about one kind of opportunity: two frozen records, no subclassing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from virtualclusters.exchange.kinds.from_need import NeedDraft, NeedSent, NeedView
from virtualclusters.exchange.kinds.paths import Path

Words = str | Promise


@dataclass(frozen=True)
class Indicator:
    """A figure read before and after, to show what an engagement changed.

    Attributes:
        code: stable word, such as ``monthly_sales``.
        words: the question as the person reads it.
        unit: ``rupees``, ``people``, ``percent`` …
        said_by: the side that can know it, ``publisher`` or ``answerer``.
        from_nothing: it counts what the engagement itself brought, so nobody is asked for it before.
    """

    code: str
    words: Words
    unit: str
    said_by: str
    from_nothing: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of opportunity.

    Attributes:
        slug: stable word, stored with every opportunity.
        words: its name; ``words_plural`` that of a list.
        path: the table of steps its engagements follow.
        wants: the role of the publisher's concepts: ``offers`` (publisher has it) or ``asks`` (publisher seeks it).
        publisher_kinds: kinds of organisation that may publish it.
        answerer_kinds: kinds of organisation that may answer it.
        most_answers: how many may answer at once unless the publisher says fewer; None for any number.
        takes: what agreeing takes besides a place: ``takes(engagement, at) -> Refused | None``, in the step's transaction.
        gives_back: its counterpart, ``gives_back(engagement)``, when agreed work falls out or is finished; may be called twice.
        guards: pure predicates ``guard(engagement, verb, at) -> Refused | None``; they may only object. Before an invitation they
            are asked with the verb ``invite`` and an engagement that is not kept yet.
        milestones: codes with words, beyond the phases.
        indicators: figures asked at agreement and afterwards.
        decline_reasons: code to sentence, for refusals of either side.
        matching: which roles of a unit answer it (see ``matching.scoring``).
        accepts_by_itself: an answer is accepted at once while places last (classes).
        won_by: reasons with which a finished answer ends that mean the unit won it; an empty one where none is asked.
        asks_for_needs: while it is open its publisher needs the things it asks for, as if the profile said so. A wish for a
            training on pickle asks for no pickle.
    """

    slug: str
    words: Words
    words_plural: Words
    path: Path
    wants: str
    publisher_kinds: frozenset[str]
    answerer_kinds: frozenset[str]
    most_answers: int | None = None
    takes: Callable[..., Any] | None = None
    gives_back: Callable[..., Any] | None = None
    guards: tuple[Callable[..., Any], ...] = ()
    milestones: Mapping[str, Words] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    decline_reasons: Mapping[str, Words] = field(default_factory=dict)
    matching: str = "offer"
    accepts_by_itself: bool = False
    won_by: frozenset[str] = frozenset({""})
    asks_for_needs: bool = False


@dataclass(frozen=True)
class KindScreens:
    """How one kind reads on screen and in messages.

    Attributes:
        verbs: verb to the words on its button, per side: ``{("answerer", "ask"): "Ask for a price"}``.
        answer_words: the one act on a card (``I'm interested``).
        detail_template: shown inside the opportunity's page; it gets ``opportunity`` and its ``detail`` row.
        form: an ``OpportunityForm`` for publishing one; None if only files or the area's own screens bring it.
        publish_words: what one does by publishing it, on the page that asks what to publish.
        publish_position: kinds stand in this order on that page: first what most owners come for.
        publish: the area's operation, ``publish(*, actor, at, unit_id, language, concept_ids, clusters, remote, **form.columns())``.
        facts: what a card shows beside title and place, from the kind's own row: ``facts(row) -> {"money": …, "line": …}``,
            and ``"title"`` where it stands in the reader's language in other words than its author's.
        own_row: with ``facts``: the name of that row on the opportunity, ``"tender_detail"``; the cards of a page are read in one query.
        read_with: with ``facts``: names of further rows it looks at, each a query: ``("loan_package__words",)``.
        titles: those titles alone, ``titles(ids) -> {id: words}``; one query.
        speaks: verbs that are said in words of one's own: the page asks for them.
        notices: event code to the key of a registered message template.
        answer_page: name of the area's own page (by the opportunity's id) that asks more before an answer; empty for one tap.
        own_page: name of the area's own page on which the publisher works on it; ``own_page_words`` leads there.
        work_page: name of the area's own page (by the engagement's id) on which both sides do the kind's own work;
            ``work_page_words`` leads there from the talk.
        scope: how good a form is so far, ``scope(cleaned values) -> kinds.scope.Scope``: shown while it is written; it blocks nothing.
        foot_template: shown at the foot of the page of one, of its publisher's page and of its talks; it gets ``opportunity``.
        from_need: how a unit's need fills ``form``: ``from_need(NeedView) -> NeedDraft``, or None when this kind cannot help
            with it. Pure, no query. The page publishes it by ``publish`` and ties it to the need; the area does nothing more.
        send_need: only for a kind that a unit does not publish (advice): the area's operation behind "Send",
            ``send_need(*, need, values, actor, at)``, called once a need; it opens its engagements with ``need_id=need.need_id``.
        sent_need: with ``send_need``: what stands of it, ``sent_need(need_id) -> NeedSent | None``; one query at most.
        take_back_need: with ``send_need``: ends it, ``take_back_need(*, need_id, actor, at)``.
        need_page: with ``send_need``: name of the area's own page behind "Change first"; it gets ``?need=<id>``.
        answer_facts: what answers of this kind say beyond their words, for many at once, to stand side by side:
            ``answer_facts(engagement_ids) -> {id: {"offer": words, "cost": words, "time": words, "evidence": words}}``,
            each left out when not said; what was checked or confirmed of the organisation stands there anyway.
        author_names: what stands in place of the names of those who wrote in a talk, where its reader may not read them:
            ``author_names(engagement, *, actor, at) -> {person id: words}``; the others stand by their own names.
    """

    verbs: Mapping[tuple[str, str], Words]
    answer_words: Words
    detail_template: str = ""
    form: type | None = None
    publish_words: Words = ""
    publish_position: int = 50
    publish: Callable[..., Any] | None = None
    facts: Callable[..., Any] | None = None
    own_row: str = ""
    read_with: tuple[str, ...] = ()
    titles: Callable[..., Any] | None = None
    speaks: frozenset[str] = frozenset()
    notices: Mapping[str, str] = field(default_factory=dict)
    answer_page: str = ""
    own_page: str = ""
    own_page_words: Words = ""
    work_page: str = ""
    work_page_words: Words = ""
    scope: Callable[..., Any] | None = None
    foot_template: str = ""
    from_need: Callable[[NeedView], NeedDraft | None] | None = None
    send_need: Callable[..., Any] | None = None
    sent_need: Callable[[int], NeedSent | None] | None = None
    take_back_need: Callable[..., Any] | None = None
    need_page: str = ""
    answer_facts: Callable[..., Any] | None = None
    author_names: Callable[..., Any] | None = None


_kinds: dict[str, Kind] = {}
_screens: dict[str, KindScreens] = {}


def register(kind: Kind, screens: KindScreens) -> None:
    """Make a kind known; called from the area's ``ready()``.

    Raises:
        ValueError: another kind has the same slug.
    """
    if _kinds.get(kind.slug, kind) != kind:
        raise ValueError(f"Two kinds are called {kind.slug}.")
    _kinds[kind.slug] = kind
    _screens[kind.slug] = screens


def kind_of(slug: str) -> Kind:
    """The kind of that slug. Raises KeyError when no area declares it."""
    return _kinds[slug]


def screens_of(slug: str) -> KindScreens:
    """The screens of the kind of that slug. Raises KeyError when no area declares it."""
    return _screens[slug]


def kinds() -> list[Kind]:
    """All kinds, in the order of their slugs."""
    return [_kinds[slug] for slug in sorted(_kinds)]
