"""Writes what the journey of a purchase officer finds: her undertaking, and two makers of turmeric powder. Prints their numbers."""

import json
import sys

import django


def main():
    """Add the buyer and the makers."""
    from django.utils import timezone

    from tests.factories import make_member, make_organisation, make_unit
    from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind, Role, UnitConcept
    from virtualclusters.network.vocabulary import reading

    at = timezone.now()
    kitchens = make_organisation(name="Sample Kitchens of the South", kind=OrganisationKind.PUBLIC_UNDERTAKING, at=at)
    make_unit(organisation=kitchens, at=at)
    turmeric = reading.read("turmeric powder").named[0].concept_id
    owners = {}
    for name, amount, women in (("Sample Haldi House", 900, True), ("Sample Small Grinders", 40, False)):
        maker = make_organisation(name=name, women_owned=women, at=at)
        unit = make_unit(organisation=maker, district="Erode", state="TN", pin="638001", at=at)
        UnitConcept.objects.create(
            unit=unit, concept_id=turmeric, role=ConceptRole.MAKES, capacity_a_month=amount, capacity_unit="kg"
        )
        owners[name] = make_member(maker, at=at).person.phone
    officer = make_member(kitchens, role=Role.OFFICER, at=at).person.phone
    json.dump({"officer": officer, "maker": owners["Sample Haldi House"]}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main()
