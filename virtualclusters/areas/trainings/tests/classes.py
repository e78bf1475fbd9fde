"""A class and people who book it, made through the real verbs."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import make_organisation, make_owner, make_unit
from virtualclusters.areas.trainings.operations.booking import book
from virtualclusters.areas.trainings.operations.publishing import publish_training
from virtualclusters.network.organisations.models import OrganisationKind

NOW = timezone.now().replace(microsecond=0)
DETAIL = {
    "mode": "in_person",
    "venue": "Hall 2, Food Institute, Pune",
    "languages": ["hi", "mr"],
    "paid_by": "scheme",
    "level": "first_steps",
    "certificate": True,
}


def make_trainer(kind=OrganisationKind.ACADEMIC_INSTITUTION, **fields):
    """An owner of an institution in Pune that gives trainings."""
    return make_owner(make_unit(organisation=make_organisation(kind=kind, at=NOW), at=NOW, **fields))


def make_class(trainer=None, *, places=20, sessions=None, at=NOW, title="Safe honey processing", **detail):
    """(opportunity, trainer): a published class of two sessions of three hours, from the day after tomorrow."""
    trainer = trainer or make_trainer()
    unit = trainer.organisation.units.get()
    first = NOW + timedelta(days=2)
    sessions = sessions or [
        (first, first + timedelta(hours=3)),
        (first + timedelta(days=1), first + timedelta(days=1, hours=3)),
    ]
    opportunity = publish_training(
        actor=trainer,
        at=at,
        unit_id=unit.pk,
        title=title,
        summary="From the hive to the jar.",
        language="en",
        concept_ids=[],
        places=places,
        sessions=[{"starts_at": starts, "ends_at": ends} for starts, ends in sessions],
        **DETAIL | detail,
    )
    return opportunity, trainer


def make_comer(name="Asha Sample"):
    """(unit, its owner)."""
    unit = make_unit(at=NOW)
    owner = make_owner(unit)
    owner.person.name = name
    owner.person.save()
    return unit, owner


def make_booking(opportunity, *names, at=NOW, comer=None):
    """(booking, the owner who made it)."""
    unit, owner = comer or make_comer()
    return book(
        opportunity_id=opportunity.pk, unit_id=unit.pk, names=names or ["Asha Sample"], actor=owner, at=at
    ), owner
