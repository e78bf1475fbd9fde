"""Writes what the journey of the full class finds: a class of twenty with nineteen seated; later four more who wait; later the class held.

full_class start            the class, its trainer, and two owners with phones
full_class wait CLASS       four more join the queue
full_class hold CLASS       the sessions are over since a minute ago
"""

import json
import sys
from datetime import timedelta

import django

SEATS, SEATED_BEFORE, WAITERS_LATER = 20, 19, 4


def start():
    """A class in three days, with one seat left."""
    from tests.factories import make_member, make_organisation, make_unit
    from virtualclusters.areas.trainings.operations.publishing import publish_training
    from virtualclusters.network.organisations.models import OrganisationKind, Role

    now = _now()
    college = make_organisation(
        name="Institute of Food Technology (sample)", kind=OrganisationKind.ACADEMIC_INSTITUTION, at=now
    )
    unit = make_unit(organisation=college, at=now)
    trainer = make_member(college, role=Role.COORDINATOR, person=_person("Kavita (sample)"), at=now)
    first = (now + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
    opportunity = publish_training(
        actor=trainer,
        at=now,
        unit_id=unit.pk,
        title="Safe honey processing, from the hive to the jar",
        summary="Two half days at our food laboratory. You work with your own honey.",
        language="en",
        concept_ids=[],
        places=SEATS,
        mode="in_person",
        venue="Food laboratory, block C, Ganeshkhind Road, Pune",
        languages=["hi", "mr"],
        paid_by="scheme",
        level="first_steps",
        abilities="Heat honey without spoiling it.\nMeasure water and HMF.\nWrite a label that the law accepts.",
        certificate=True,
        attendance_needed=75,
        sessions=[
            {"starts_at": first, "ends_at": first + timedelta(hours=3), "topic": "Heating and filtering"},
            {
                "starts_at": first + timedelta(days=1),
                "ends_at": first + timedelta(days=1, hours=3),
                "topic": "Packing and labels",
            },
        ],
    )
    for number in range(SEATED_BEFORE):
        _book(opportunity.pk, f"Comer {number + 1} (sample)")
    owners = [_owner(name) for name in ("Asha (sample)", "Ravi (sample)")]
    return {
        "training": opportunity.pk,
        "trainer": _phone(trainer.person),
        "owners": [_phone(owner.person) for _unit, owner in owners],
    }


def wait(training):
    """Four more wait."""
    for number in range(WAITERS_LATER):
        _book(int(training), f"Later {number + 1} (sample)")
    return {}


def hold(training):
    """The class is over since a minute ago, as if days had passed."""
    from virtualclusters.areas.trainings.models import Session
    from virtualclusters.exchange.opportunities.models import Opportunity

    ends_at = _now() - timedelta(minutes=1)
    sessions = list(Session.objects.filter(training=int(training)).order_by("starts_at"))
    for days, session in zip(range(len(sessions)), reversed(sessions), strict=True):
        over = ends_at - timedelta(days=days)
        Session.objects.filter(pk=session.pk).update(starts_at=over - timedelta(hours=3), ends_at=over)
    Opportunity.objects.filter(pk=int(training)).update(closes_at=Session.objects.get(pk=sessions[0].pk).starts_at)
    return {"sessions": [session.pk for session in sessions]}


def _now():
    from django.utils import timezone

    return timezone.now()


def _book(training, name):
    from virtualclusters.areas.trainings.operations.booking import book

    unit, owner = _owner(name)
    book(opportunity_id=training, unit_id=unit.pk, names=[name], actor=owner, at=_now())


def _owner(name):
    from tests.factories import make_member, make_organisation, make_unit

    organisation = make_organisation(name=f"Unit of {name}", at=_now())
    unit = make_unit(organisation=organisation, at=_now())
    return unit, make_member(organisation, person=_person(name), at=_now())


def _person(name):
    """With a number that the factories have not given to anybody in an earlier run of this module."""
    from virtualclusters.accounts.models import Person

    return Person.objects.create_user(
        phone=f"+9171{Person.objects.count():08d}", name=name, phone_verified_at=_now(), is_sample=True
    )


def _phone(person):
    return person.phone


if __name__ == "__main__":
    django.setup()
    json.dump({"start": start, "wait": wait, "hold": hold}[sys.argv[1]](*sys.argv[2:]), sys.stdout)
