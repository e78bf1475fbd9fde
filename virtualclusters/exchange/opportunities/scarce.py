"""What is scarce is taken by one conditional UPDATE, never by looking first (kernel notes)."""

from django.db.models import F, Q
from django.db.models.functions import Greatest

from virtualclusters.exchange.opportunities.models import Opportunity


def take_places(opportunity_id: int, places: int) -> bool:
    """Take so many places; False when fewer are left."""
    enough = Q(places=None) | Q(places__gte=F("places_taken") + places)
    return Opportunity.objects.filter(enough, pk=opportunity_id).update(places_taken=F("places_taken") + places) == 1


def give_back_places(opportunity_id: int, places: int) -> None:
    """Return places that were taken."""
    Opportunity.objects.filter(pk=opportunity_id).update(places_taken=Greatest(F("places_taken") - places, 0))


def take_answer(opportunity_id: int) -> bool:
    """Take one of the answers that are heard at once; False when all are taken."""
    enough = Q(most_answers=None) | Q(most_answers__gt=F("answers_taken"))
    return Opportunity.objects.filter(enough, pk=opportunity_id).update(answers_taken=F("answers_taken") + 1) == 1


def give_back_answer(opportunity_id: int) -> None:
    """Return an answer that fell out."""
    Opportunity.objects.filter(pk=opportunity_id).update(answers_taken=Greatest(F("answers_taken") - 1, 0))
