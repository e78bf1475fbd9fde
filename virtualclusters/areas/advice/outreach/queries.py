"""Reads of outreach: cards of help offers, one's own, and what came of approaching units."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from virtualclusters.areas.advice.kinds import HELP_OFFER
from virtualclusters.areas.advice.models import Approach
from virtualclusters.areas.advice.models.choices import Approached
from virtualclusters.areas.advice.profiles.queries import languages_in_words
from virtualclusters.capabilities.threads.models import Participant
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Membership


@dataclass(frozen=True)
class Reached:
    """What came of an offer: units reached, who opened it, who said yes; and who was passed over, by reason."""

    reached: int
    opened: int
    said_yes: int
    passed_over: list[tuple[str, int]]


def help_offer_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": detail.get_fee_band_display(), "line": languages_in_words(detail.languages)}


def own_offers(actor):
    """The offers of help of the actor's organisations, the newest first."""
    own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    rows = Opportunity.objects.filter(kind=HELP_OFFER, unit__organisation__in=own, help_offer__isnull=False)
    return rows.select_related("help_offer", "unit__organisation").order_by("-published_at", "-pk")


def own_offer(actor, opportunity_id):
    """One of them.

    Raises:
        NotFound: there is none, or it is another's.
    """
    found = own_offers(actor).filter(pk=opportunity_id).first()
    if found is None:
        raise NotFound
    return found


def reached_by(opportunity) -> Reached:
    """Count what came of an offer. Two queries."""
    theirs = Membership.objects.filter(
        person=OuterRef("person"), organisation=OuterRef(OuterRef("unit__organisation")), ended_at=None
    )
    read = Participant.objects.filter(Exists(theirs), thread=OuterRef("engagement__thread"), read_up_to__gt=0)
    said_yes = Q(engagement__turn="publisher") | Q(engagement__agreed_at__isnull=False)
    rows = Approach.objects.filter(opportunity=opportunity)
    counted = rows.filter(outcome=Approached.SENT).aggregate(
        reached=Count("pk"), opened=Count("pk", filter=Q(Exists(read))), said_yes=Count("pk", filter=said_yes)
    )
    skipped = rows.exclude(outcome=Approached.SENT).order_by().values_list("outcome").annotate(count=Count("pk"))
    return Reached(**counted, passed_over=[(str(Approached(code).label), count) for code, count in sorted(skipped)])
