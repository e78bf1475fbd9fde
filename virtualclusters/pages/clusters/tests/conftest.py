"""A cluster of any size, made in bulk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import give_concept, make_cluster, make_concept, make_opportunity, make_owner, make_unit
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.organisations.models import (
    ConceptRole,
    Organisation,
    OrganisationKind,
    Unit,
    UnitConcept,
)
from virtualclusters.network.vocabulary.models import Concept, ConceptName

STATES = ("MH", "GJ", "UP", "TN", "KL", "PB")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def food(now):
    """A cluster of spices and honey, without members."""
    cluster = make_cluster(at=now - timedelta(days=90))
    cluster.texts = {"en": {"name": "Food processing", "summary": "People who make food.", "welcome": "Welcome."}}
    cluster.save()
    return cluster


@pytest.fixture
def turmeric():
    concept = make_concept("turmeric-powder")
    ConceptName.objects.create(concept=concept, language="en", text="Turmeric powder", preferred=True, key="turmeric")
    group = make_concept("spices", kind=Concept.Kind.GROUP)
    ConceptName.objects.create(concept=group, language="en", text="Spices", preferred=True, key="spices")
    Concept.objects.filter(pk=concept.pk).update(group=group)
    return concept


@pytest.fixture
def member(food, turmeric, now):
    """The owner of a turmeric mill in the cluster."""
    unit = make_unit(at=now)
    give_concept(unit, turmeric)
    ClusterMembership.objects.create(cluster=food, unit=unit, joined_at=now)
    return make_owner(unit)


def fill(cluster, count, *, making, at):
    """So many further members that make a thing, in six states, who joined one after the other."""
    firms = Organisation.objects.bulk_create(
        Organisation(name=f"Sample mill {n}", kind=OrganisationKind.ENTERPRISE, created_at=at, claimed_at=at)
        for n in range(count)
    )
    units = Unit.objects.bulk_create(
        Unit(
            organisation=firm, state=STATES[n % 6], district="Sample", created_at=at, renewed_at=at,
            expires_at=at + timedelta(days=365), latitude=18.5 + n % 7, longitude=73.8,
        )
        for n, firm in enumerate(firms)
    )  # fmt: skip
    UnitConcept.objects.bulk_create(UnitConcept(unit=unit, concept=making, role=ConceptRole.MAKES) for unit in units)
    ClusterMembership.objects.bulk_create(
        ClusterMembership(cluster=cluster, unit=unit, joined_at=at - timedelta(minutes=n))
        for n, unit in enumerate(units)
    )
    return units


def ask_for(concept, cluster, *, at, **columns):
    """An open requirement in the cluster that asks for a thing."""
    asks = (OpportunityConcept.Role.ASKS, concept)
    opportunity = make_opportunity(concepts=[asks], at=at, unit=make_unit(at=at), **columns)
    opportunity.clusters.add(cluster)
    return opportunity
