"""What the exchange puts on a person's desk: turns of hers, figures asked or to confirm, last words."""

from django.db.models import BigIntegerField, DateTimeField
from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.holding import awaits_yes
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.kinds.turns import TurnWords, told_elsewhere, turn_words
from virtualclusters.exchange.outcomes.queries import (
    BLIND_FOR,
    ended_without_last_word,
    figures_that_wait,
)
from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.network.waiting import Waiting
from virtualclusters.pages.exchange.figures import in_words, indicator_of

MOST = 10


_SIDES = ("opportunity__unit__organisation", "lead__organisation")
_OWN, _AT = Given("own", BigIntegerField()), Given("at", DateTimeField())


def _answers(actor):
    return ExchangePermission.ENGAGEMENT_ANSWER in actor.permissions


def talks(*, actor, at):
    """Talks in which it is her organisation's turn, and work that has ended and waits for its last word. One query."""
    if not _answers(actor):
        return []
    found = _TALKS.ask(own=actor.organisation_id, ended_after=at - BLIND_FOR)
    return [_turn(one, actor) if one.turn else _last_word(one) for one in found]


def _talks():
    """Both as one query; what has ended is nobody's turn."""
    turns = Engagement.objects.turn_of(_OWN).exclude(told_elsewhere()).order_by("due_at", "pk")
    ended = ended_without_last_word(_OWN, ended_after=Given("ended_after", DateTimeField()))
    return turns.select_related(*_SIDES)[:MOST].union(ended.select_related(*_SIDES)[:MOST], all=True)


_TALKS = BuiltOnce(_talks)


def _turn(engagement, actor):
    publishes = engagement.opportunity.unit.organisation_id == actor.organisation_id
    other = engagement.lead if publishes else engagement.opportunity.unit
    told = turn_words(engagement.opportunity.kind, engagement.turn, engagement.phase) or _general(engagement)
    return Waiting(
        told.words % {"firm": other.organisation.name},
        reverse(told.page, args=[engagement.pk]),
        engagement.opportunity.title,
        engagement.due_at,
    )


def _last_word(engagement):
    page, until = reverse("closing_word", args=[engagement.pk]), engagement.ended_at + BLIND_FOR
    return Waiting(_("How was it to work together?"), page, engagement.opportunity.title, until)


def _general(engagement):
    """The words for a turn to which its kind gave none."""
    if awaits_yes(engagement):
        return TurnWords(_("%(firm)s invites you"))
    if not kind_of(engagement.opportunity.kind).path.opens_contact:
        return TurnWords(_("%(firm)s: what came of it?"))
    if engagement.phase == Phase.AGREED:
        return TurnWords(_("Has the work with %(firm)s begun?"))
    if engagement.phase == Phase.UNDER_WAY:
        return TurnWords(_("How is the work with %(firm)s going?"))
    return TurnWords(_("Answer %(firm)s"))


def figures(*, actor, at):
    """Figures that her organisation was asked for, and figures of others to confirm."""
    if not _answers(actor):
        return []
    waiting = _FIGURES.ask(own=actor.organisation_id, at=at)
    return [Waiting(_asked_of(one), reverse("measure", args=[one.pk]), _which(one)) for one in waiting]


_FIGURES = BuiltOnce(lambda: figures_that_wait(_OWN, at=_AT)[: 2 * MOST])


def _asked_of(measure):
    return _("One figure is asked") if measure.taken_at is None else _("Is this figure right?")


def _which(measure):
    """What is counted, how much when it was said, at which moment and of which work."""
    indicator = indicator_of(measure)
    told = [str(indicator.words), measure.get_moment_display(), measure.engagement.opportunity.title]
    if measure.value is not None:
        told[0] = f"{told[0]}: {in_words(measure.value, indicator.unit)}"
    return " · ".join(told)
