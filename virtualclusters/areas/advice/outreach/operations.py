"""Verbs of outreach: publish an offer of help, let it go out, approach one unit. Nobody is flooded."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import HELP_OFFER, KINDS
from virtualclusters.areas.advice.models import Approach, HelpOfferDetail
from virtualclusters.areas.advice.models.choices import Approached
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import invite
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish, record_of
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india, start_of_day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Organisation, Unit

A_WEEK = timedelta(days=7)
OUTCOMES = {
    "not_approached": Approached.NOT_APPROACHED,
    "wrong_answerer": Approached.NOT_FIT,
    "own": Approached.NOT_FIT,
    "asked_enough": Approached.ASKED_ENOUGH,
}
"""What a refusal of the exchange means for one unit; any other ends the sending."""


@transaction.atomic
def publish_help_offer(
    *,
    actor,
    at,
    unit_id,
    title,
    summary,
    language,
    concept_ids,
    clusters=(),
    remote=False,
    closes_at=None,
    places,
    **detail,
):
    """Publish an offer of help; nobody is approached before ``send``. ``detail`` are columns of ``HelpOfferDetail``.

    Args:
        places: how many units she can help.

    Raises:
        NotFound: the actor does not publish for that unit.
        Refused: her kind of organisation does not offer help; the last day is over.
    """
    opportunity = publish(
        kind=HELP_OFFER,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ABOUT, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        places=places,
        actor=actor,
        at=at,
    )
    HelpOfferDetail.objects.create(opportunity=opportunity, **detail)
    return opportunity


@transaction.atomic
def send(*, opportunity_id, words, actor, at):
    """Let an offer of help go out to the units it is meant for, in the background. A second click changes nothing.

    Raises:
        NotFound: she does not publish it.
        Refused: it is closed; it names neither goods nor a place, so it is meant for nobody in particular.
    """
    opportunity = Opportunity.objects.for_change(actor).filter(kind=HELP_OFFER).one(opportunity_id)
    offer = HelpOfferDetail.objects.select_for_update().get(pk=opportunity.pk)
    if offer.sent_at is not None:
        return offer
    if not opportunity.is_open(at):
        raise Refused("closed", _("This offer is closed."), _("Publish a new one."))
    if not (offer.state or offer.districts or opportunity.concepts.exists()):
        raise Refused("meant_for_nobody", _("Say first whom it is for."), _("Name goods, a district or a state."))
    offer.words, offer.sent_by, offer.sent_at = words.strip(), actor.person, at
    offer.save(update_fields=["words", "sent_by", "sent_at"])
    record_of("help_offer.sent", opportunity, actor=actor, at=at)
    return offer


@transaction.atomic
def approach(*, opportunity_id, unit_id, at):
    """Approach one unit for an offer that was sent; its outcome, or None when the day's share of the sender is used up.

    The sender's organisation and the unit are locked, so that two jobs and two senders count right. Safe to run twice.

    Raises:
        Refused: nobody can be approached for this offer any more.
    """
    offer = HelpOfferDetail.objects.select_for_update().select_related("opportunity__unit").get(pk=opportunity_id)
    if found := Approach.objects.filter(opportunity=opportunity_id, unit=unit_id).first():
        return found.outcome
    sender = Organisation.objects.select_for_update().get(pk=offer.opportunity.unit.organisation_id)
    if _reached_today(sender, at) >= settings.OUTREACH_A_DAY:
        return None
    Unit.objects.select_for_update(of=("self",)).get(pk=unit_id)
    outcome, engagement = _reach(offer, sender, unit_id, at)
    Approach.objects.create(
        opportunity_id=opportunity_id, unit_id=unit_id, outcome=outcome, engagement=engagement, at=at
    )
    offer.after = unit_id
    offer.save(update_fields=["after"])
    return outcome


def refuse_flooding(engagement, verb, at):
    """A guard of the kinds: a unit that helpers invited often enough this week, by hand or by sending, is left in peace."""
    if verb != "invite":
        return None
    invited = Engagement.objects.filter(lead=engagement.lead_id, opened_by=PUBLISHER, opened_at__gt=at - A_WEEK)
    if invited.filter(opportunity__kind__in=KINDS).count() < settings.OUTREACH_A_WEEK:
        return None
    return Refused("asked_enough", str(Approached.ASKED_ENOUGH.label))


def _reach(offer, sender, unit_id, at):
    """The outcome, and the engagement of an invitation that went out."""
    if Engagement.objects.filter(opportunity=offer.pk, lead=unit_id).exists():
        return Approached.ALREADY, None
    actor = actor_for(offer.sent_by, organisation_id=sender.pk)
    words = offer.words or offer.opportunity.title
    try:
        with transaction.atomic():
            engagement = invite(opportunity_id=offer.pk, unit_id=unit_id, actor=actor, at=at, words=words)
    except NotFound:
        return Approached.NOT_FIT, None
    except Refused as refusal:
        if refusal.code not in OUTCOMES:
            raise
        return OUTCOMES[refusal.code], None
    return Approached.SENT, engagement


def _reached_today(sender, at):
    midnight = start_of_day_in_india(day_in_india(at))
    return Approach.objects.filter(
        opportunity__unit__organisation=sender, outcome=Approached.SENT, at__gte=midnight
    ).count()
