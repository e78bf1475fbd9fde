"""Writes what the journey of a targeted notice finds: an office and ten thousand units. Prints the id of what it leads to."""

import json
import os
import sys
import time

import django

ALL, MEANT, WITHOUT_CONSENT = 10_000, 1_240, 60
NASHIK = {"pin": "422001", "district": "Nashik", "state": "MH", "latitude": 20.0, "longitude": 73.79}
NAGPUR = {"pin": "440001", "district": "Nagpur", "state": "MH", "latitude": 21.15, "longitude": 79.08}


def main(officer, owner):
    """The office with an officer and a buy requirement of its own; the units; one of those meant has an owner with a phone."""
    from django.utils import timezone

    from tests.factories import make_member, make_opportunity, make_organisation, make_unit
    from virtualclusters.accounts.models import Consent, Person
    from virtualclusters.areas.catalogue.models import RequirementDetail
    from virtualclusters.network.organisations.models import Membership

    _wait_until_nothing_is_due()
    now = timezone.now()
    office = make_unit(organisation=make_organisation(name="Sample State Food Office", kind="government_body", at=now))
    officer = Person.objects.create_user(phone=officer, phone_verified_at=now, name="Ila Sample")
    make_member(office.organisation, person=officer, role="officer", at=now)
    meant = _units(now)
    people = Person.objects.bulk_create(Person(name="Unit Sample", password="!") for _unit in meant[1:])
    owner = Person.objects.create_user(phone=owner, phone_verified_at=now, name="Usha Sample", language="hi")
    said = {"notice": "joining 1", "language": "hi", "channel": "web", "at": now}
    Consent.objects.create(person=owner, purpose="messages", given=True, **said)
    Membership.objects.bulk_create(
        Membership(person=person, organisation=unit.organisation, role="owner", since=now)
        for person, unit in zip([owner, *people], meant, strict=True)
    )
    wanted = make_opportunity(unit=office, at=now, title="Mango pickle for 200 canteens")
    RequirementDetail.objects.create(opportunity=wanted)
    _gather_statistics()
    json.dump({"opportunity": wanted.pk}, sys.stdout)


def _wait_until_nothing_is_due():
    """Let the workers finish with the samples first: else each of their opportunities is compared with all of these units."""
    from django.db import connection

    due = (
        "SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND coalesce(scheduled_at, now()) <= now()"
    )
    for _attempt in range(600):
        with connection.cursor() as cursor:
            cursor.execute(f"{due} LIMIT 1")
            if cursor.fetchone() is None:
                return
        time.sleep(0.5)
    raise AssertionError("The samples' jobs did not come to an end.")


def _gather_statistics():
    """What the database does by itself within a minute: the rows came all at once here, not over years."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("ANALYZE")


def _units(now):
    """All ten thousand; those that are meant and agreed are given back."""
    from datetime import timedelta

    from virtualclusters.network.organisations.models import Organisation, Unit, UnitConcept
    from virtualclusters.network.vocabulary.models import Concept

    firms = Organisation.objects.bulk_create(
        Organisation(name=f"Sample Foods {number}", kind="enterprise", created_at=now, claimed_at=now)
        for number in range(ALL)
    )
    days = {"created_at": now, "renewed_at": now, "expires_at": now + timedelta(days=300)}
    near = MEANT + WITHOUT_CONSENT
    units = Unit.objects.bulk_create(
        Unit(
            organisation=firm,
            may_be_approached=not MEANT <= number < near,
            **(NASHIK if number < near + 1_000 else NAGPUR),
            **days,
        )
        for number, firm in enumerate(firms)
    )
    pickles, bread = (Concept.objects.get(slug=slug) for slug in ("pickles", "bread"))
    UnitConcept.objects.bulk_create(
        UnitConcept(unit=unit, concept=bread if near <= number < near + 1_000 else pickles, role="makes")
        for number, unit in enumerate(units)
    )
    return units[:MEANT]


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
