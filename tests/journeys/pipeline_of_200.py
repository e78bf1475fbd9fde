"""Writes what the journey of a full pipeline finds: a lender with an officer and 200 applications. Prints their numbers."""

import json
import sys

import django

ALL = 200


def main(officer):
    """All of them come from units of their own, received now, at one package."""
    from django.utils import timezone

    from tests.factories import make_member, make_owner
    from virtualclusters.accounts.models import Person
    from virtualclusters.areas.finance.tests.applying import send
    from virtualclusters.areas.finance.tests.lending import make_lender, make_spice_maker, publish_package

    now = timezone.now()
    branch = make_lender(at=now, name="Sahyadri Sample Bank")
    person = Person.objects.create_user(phone=officer, phone_verified_at=now, name="Ravi Sample")
    clerk = make_member(branch.organisation, person=person, role="officer", at=now)
    package = publish_package(branch, clerk, at=now)
    numbers = []
    for number in range(ALL):
        unit = make_spice_maker(now, name=f"Sample Spices {number}")
        numbers += [one.number for one in send(unit, package, owner=make_owner(unit), at=now)]
    json.dump({"numbers": numbers}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
