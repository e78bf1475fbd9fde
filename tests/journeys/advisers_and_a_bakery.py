"""Writes what the journey of advice finds: two advisers near a bakery, one of whom stays silent. Prints ids."""

import json
import sys
from datetime import timedelta

import django


def main(*numbers):
    """Add a bakery and two advisers with people of these numbers; the first adviser was asked and let her days pass."""
    from django.utils import timezone

    from tests.factories import give_concept, make_member, make_organisation, make_unit
    from virtualclusters.accounts.models import Person
    from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind
    from virtualclusters.network.vocabulary.models import Concept

    now = timezone.now() - timedelta(days=10)
    kinds = [OrganisationKind.ENTERPRISE, OrganisationKind.VOLUNTEER_EXECUTIVE, OrganisationKind.EXPERT_PRACTICE]
    names = ["Sample Biscuit Bakery", "Sample Volunteer Baker", "Sample Oven Expert"]
    people = ["Meena Sample", "Suresh Sample", "Naresh Sample"]
    units = []
    for kind, name, person, number in zip(kinds, names, people, numbers, strict=True):
        unit = make_unit(organisation=make_organisation(name=name, kind=kind, at=now), at=now)
        make_member(
            unit.organisation,
            person=Person.objects.create_user(phone=number, phone_verified_at=now, name=person),
            at=now,
        )
        units.append(unit)
    give_concept(units[0], Concept.objects.get(slug="sweet-biscuits"), ConceptRole.MAKES)
    json.dump({"bakery": units[0].pk, "volunteer": units[1].pk, "expert": units[2].pk}, sys.stdout)


def lapse(request):
    """Let the turn of whoever is asked just now be over, as if her working days had passed and the clocks had been looked at."""
    from django.utils import timezone

    from virtualclusters.areas.advice.models import Turn
    from virtualclusters.exchange.engagements.jobs import ring
    from virtualclusters.exchange.engagements.models import Engagement

    asked = Turn.objects.get(request=request, engagement__ended_at=None, engagement__isnull=False)
    now = timezone.now()
    Engagement.objects.filter(pk=asked.engagement_id).update(due_at=now - timedelta(minutes=1))
    ring(engagement_id=asked.engagement_id, at=now)
    json.dump({"case": asked.engagement_id}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "lapse":
        lapse(int(sys.argv[2]))
    else:
        main(*sys.argv[1:])
