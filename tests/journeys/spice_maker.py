"""Writes what the journey of a tender finds: a maker of turmeric powder who said yes to messages, and a desk officer."""

import json
import sys

import django


def main(owner_number, officer_number):
    """Add the firm with its owner, and the administrator's officer."""
    from django.utils import timezone

    from tests.factories import make_member, make_organisation, make_unit
    from virtualclusters.accounts.models import Consent, Person
    from virtualclusters.network.organisations.models import Role
    from virtualclusters.network.organisations.operations.describing import describe

    now = timezone.now()
    unit = make_unit(organisation=make_organisation(name="Sample Turmeric Mill", at=now, manufactures=True), at=now)
    owner = Person.objects.create_user(phone=owner_number, phone_verified_at=now, name="Asha Sample")
    actor = make_member(unit.organisation, person=owner, at=now)
    describe(unit_id=unit.pk, part="products", words="turmeric powder", language="en", actor=actor, at=now)
    Consent.objects.create(person=owner, purpose=Consent.Purpose.MESSAGES, given=True, at=now)
    officer = Person.objects.create_user(phone=officer_number, phone_verified_at=now, name="Desk Sample")
    office = make_organisation(kind="administrator", name="Sample Administrator", at=now)
    make_member(office, role=Role.OFFICER, person=officer, at=now)
    json.dump({"unit": unit.pk}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
