"""What the exchange puts on a person's desk: turns of hers, figures asked or to confirm, last words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.holding import awaits_yes
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.outcomes.queries import (
    BLIND_FOR,
    closing_words_asked,
    unconfirmed_measures,
    waiting_measures,
)
from virtualclusters.pages.exchange.figures import in_words, indicator_of
from virtualclusters.pages.waiting import Waiting

MOST = 10


def _own(actor):
    return [actor.organisation_id] if ExchangePermission.ENGAGEMENT_ANSWER in actor.permissions else []


def turns(*, actor, at):
    """Talks in which it is her organisation's turn, the one due first on top."""
    mine = Engagement.objects.turn_of(_own(actor)).select_related(
        "opportunity__unit__organisation", "lead__organisation"
    )
    return [_turn(engagement, actor) for engagement in mine.order_by("due_at", "pk")[:MOST]]


def _turn(engagement, actor):
    publishes = engagement.opportunity.unit.organisation_id == actor.organisation_id
    other = engagement.lead if publishes else engagement.opportunity.unit
    words = _("%(firm)s invites you") if awaits_yes(engagement) else _("Answer %(firm)s")
    return Waiting(
        words % {"firm": other.organisation.name},
        reverse("engagement", args=[engagement.pk]),
        engagement.opportunity.title,
        engagement.due_at,
    )


def figures(*, actor, at):
    """Figures that her organisation was asked for, and figures of others to confirm."""
    own = _own(actor)
    asked = [(_("One figure is asked"), one) for one in waiting_measures(own, at=at)[:MOST]]
    to_confirm = [(_("Is this figure right?"), one) for one in unconfirmed_measures(own)[:MOST]]
    return [Waiting(words, reverse("measure", args=[one.pk]), _which(one)) for words, one in [*asked, *to_confirm]]


def _which(measure):
    """What is counted, how much when it was said, at which moment and of which work."""
    indicator = indicator_of(measure)
    told = [str(indicator.words), measure.get_moment_display(), measure.engagement.opportunity.title]
    if measure.value is not None:
        told[0] = f"{told[0]}: {in_words(measure.value, indicator.unit)}"
    return " · ".join(told)


def closing_words(*, actor, at):
    """Work that has ended and on which her organisation has not said its last word."""
    return [
        Waiting(
            _("How was it to work together?"),
            reverse("closing_word", args=[party.engagement_id]),
            party.engagement.opportunity.title,
            party.engagement.ended_at + BLIND_FOR,
        )
        for party in closing_words_asked(_own(actor), at=at)[:MOST]
    ]
