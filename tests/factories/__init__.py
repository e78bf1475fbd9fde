"""Small makers of rows for tests: one call, sensible values, nothing hidden that a test would need to know."""

import secrets
from datetime import datetime, timedelta
from itertools import count

from virtualclusters.accounts.models import Person
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.foundation.time import IST
from virtualclusters.network.actors import Actor, actor_for
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterOfficer
from virtualclusters.network.organisations.models import (
    ConceptRole,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
    Unit,
    UnitConcept,
)
from virtualclusters.network.vocabulary.models import Concept

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=IST)
PUNE = {"pin": "411001", "district": "Pune", "state": "MH", "latitude": 18.53, "longitude": 73.87}
_numbers = count(1)
_phones = count(secrets.randbelow(90_000_000))
"""They begin anywhere, so that two processes that fill one portal do not give the same number twice."""


def make_person(*, name="Asha Sample", **fields) -> Person:
    """A person with an invented mobile number of her own, of another range than the samples'."""
    return Person.objects.create_user(phone=f"+9161{next(_phones):08d}", name=name, **fields)


def make_organisation(*, name="", kind=OrganisationKind.ENTERPRISE, at=NOON, claimed=True, **fields) -> Organisation:
    """A claimed organisation of a kind."""
    return Organisation.objects.create(
        name=name or f"Sample {kind} {next(_numbers)}",
        kind=kind,
        created_at=at,
        claimed_at=at if claimed else None,
        **fields,
    )


def make_unit(*, organisation=None, at=NOON, **fields) -> Unit:
    """A unit in Pune, of an enterprise of its own unless told otherwise."""
    fields = {**PUNE, **fields}
    return Unit.objects.create(
        organisation=organisation or make_organisation(at=at),
        created_at=at,
        renewed_at=at,
        expires_at=at + timedelta(days=365),
        **fields,
    )


def make_member(organisation, *, role=Role.OWNER, person=None, at=NOON) -> Actor:
    """A person in an organisation, as the actor she is there."""
    person = person or make_person()
    Membership.objects.create(person=person, organisation=organisation, role=role, since=at)
    return actor_for(person, organisation_id=organisation.pk)


def make_owner(unit) -> Actor:
    """An owner of the unit's organisation."""
    return make_member(unit.organisation)


def make_concept(slug="", *, kind=Concept.Kind.PRODUCT) -> Concept:
    """A concept of the vocabulary."""
    return Concept.objects.create(slug=slug or f"concept-{next(_numbers)}", kind=kind)


def give_concept(unit, concept, role=ConceptRole.MAKES) -> UnitConcept:
    """Let a unit make, use, hold … a concept."""
    return UnitConcept.objects.create(unit=unit, concept=concept, role=role)


def make_opportunity(*, kind="requirement", unit=None, concepts=(), at=NOON, **columns) -> Opportunity:
    """A published opportunity of a kind; ``concepts`` are (role, concept) pairs."""
    opportunity = Opportunity.objects.create(
        kind=kind,
        unit=unit or make_unit(at=at),
        title=columns.pop("title", "Turmeric powder, 500 kg a month"),
        language="en",
        created_at=at,
        published_at=columns.pop("published_at", at),
        **columns,
    )
    for role, concept in concepts:
        OpportunityConcept.objects.create(opportunity=opportunity, role=role, concept=concept)
    return opportunity


def make_cluster(*, slug="food-processing", at=NOON, units=()) -> Cluster:
    """A published cluster with these units as members."""
    cluster = Cluster.objects.create(
        slug=slug, texts={"en": {"name": "Food processing"}}, created_at=at, published_at=at
    )
    for unit in units:
        ClusterMembership.objects.create(cluster=cluster, unit=unit, joined_at=at)
    return cluster


def make_officer(cluster, role, *, at=NOON) -> Actor:
    """A person with a role in a cluster and in no organisation."""
    person = make_person(name="Officer Sample")
    ClusterOfficer.objects.create(cluster=cluster, person=person, role=role, since=at)
    return actor_for(person)
