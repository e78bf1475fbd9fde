"""Writes what the journey of an enquiry finds: a seller with an offer, a buyer. Prints the offer's id."""

import json
import sys
from datetime import timedelta

import django


def main(*numbers):
    """Add the two firms, with people of these numbers, and the offer."""
    from django.utils import timezone

    from tests.factories import give_concept, make_member, make_opportunity, make_organisation, make_unit
    from virtualclusters.accounts.models import Person
    from virtualclusters.areas.catalogue.models import OfferDetail
    from virtualclusters.network.organisations.models import ConceptRole
    from virtualclusters.network.vocabulary.models import Concept

    now = timezone.now()
    honey = Concept.objects.get(slug="honey")
    places = [{}, {"pin": "422001", "district": "Nashik", "latitude": 20.0, "longitude": 73.79}]
    names = ["Sample Forest Honey", "Sample Sweet House"]
    units = [
        make_unit(organisation=make_organisation(name=name, at=now), at=now, **place)
        for name, place in zip(names, places, strict=True)
    ]
    people = [
        Person.objects.create_user(phone=number, phone_verified_at=now, name=name)
        for name, number in zip(["Meena Sample", "Ravi Sample"], numbers, strict=True)
    ]
    for unit, person in zip(units, people, strict=True):
        make_member(unit.organisation, person=person, at=now)
    give_concept(units[1], honey, ConceptRole.NEEDS)
    offer = make_opportunity(
        kind="offer",
        unit=units[0],
        at=now,
        title="Forest honey in cans of 25 kg",
        summary="Raw and filtered, from the Western Ghats. FSSAI licence.",
        closes_at=now + timedelta(days=40),
        concepts=[("offers", honey)],
    )
    OfferDetail.objects.create(opportunity=offer, price_from=290, price_per="kg", least_quantity=25, delivery_days=7)
    json.dump({"offer": offer.pk}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
