"""Verbs of outreach: publish an offer of help, let it go out, approach one unit. Nobody is flooded."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import HELP_OFFER
from virtualclusters.areas.advice.models import Approach, HelpOfferDetail
from virtualclusters.areas.advice.models.choices import Approached
from virtualclusters.areas.advice.outreach.audience import audience_of, is_narrow
from virtualclusters.areas.advice.outreach.caps import has_day_left, hold
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import invite
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish, record_of
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Membership

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
    """Let an offer of help go out to the units it is meant for, in the background, in the name of the organisation that offers it.

    A second click changes nothing.

    Raises:
        NotFound: she does not publish it.
        Refused: it is closed; it says not whom it is for; it asks for owners, and so few agreed that they would be known.
    """
    opportunity = Opportunity.objects.for_change(actor).filter(kind=HELP_OFFER).one(opportunity_id)
    offer = HelpOfferDetail.objects.select_for_update().get(pk=opportunity.pk)
    if offer.sent_at is not None:
        return offer
    if not opportunity.is_open(at):
        raise Refused("closed", _("This offer is closed."), _("Publish a new one."))
    if not is_narrow(opportunity):
        raise Refused(
            "meant_for_nobody", _("Say first whom it is for."), _("Name goods, a district or a state in a new offer.")
        )
    if offer.owners and not audience_of(opportunity, at=at).is_told:
        raise Refused(
            "too_few",
            _("They are too few. So small a group would tell who they are."),
            _("Name more districts or goods in a new offer."),
        )
    offer.words, offer.sent_at = words.strip(), at
    offer.sent_by, offer.sender = opportunity.unit.organisation, actor.person
    offer.save(update_fields=["words", "sent_at", "sent_by", "sender"])
    record_of("help_offer.sent", opportunity, actor=actor, at=at)
    return offer


@transaction.atomic
def approach(*, opportunity_id, unit_id, at):
    """Approach one unit for an offer that was sent; its outcome, or None when the day's share of the sender is used up.

    The sender's organisation and the unit are locked, so that two jobs and two senders count right. Safe to run twice.

    Raises:
        Refused: nobody can be approached for this offer any more; nobody of the organisation that sends may do so any more.
    """
    Opportunity.objects.select_for_update(of=("self",)).get(
        pk=opportunity_id
    )  # before the sender, as an invitation by hand does
    rows = HelpOfferDetail.objects.select_for_update(of=("self",))
    offer = rows.select_related("opportunity").get(pk=opportunity_id)
    if found := Approach.objects.filter(opportunity=opportunity_id, unit=unit_id).first():
        return found.outcome
    hold(organisation_id=offer.sent_by_id, unit_id=unit_id)
    if not has_day_left(offer.sent_by_id, at):
        return None
    outcome, engagement = _reach(offer, unit_id, at)
    Approach.objects.create(
        opportunity_id=opportunity_id, unit_id=unit_id, outcome=outcome, engagement=engagement, at=at
    )
    offer.after = unit_id
    offer.save(update_fields=["after"])
    return outcome


def _reach(offer, unit_id, at):
    """The outcome, and the engagement of an invitation that went out."""
    if Engagement.objects.filter(opportunity=offer.pk, lead=unit_id).exists():
        return Approached.ALREADY, None
    actor = _sender(offer)
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


def _sender(offer):
    """Who signs an invitation: the person who sent the offer while her role may, else another of her organisation."""
    members = Membership.objects.filter(organisation=offer.sent_by_id, ended_at=None).select_related("person")
    for member in sorted(members, key=lambda one: (one.person_id != offer.sender_id, one.pk)):
        actor = actor_for(member.person, organisation_id=offer.sent_by_id)
        if offer.sent_by_id in actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH):
            return actor
    raise Refused("nobody_sends", _("Nobody of your organisation can send this any more."))
