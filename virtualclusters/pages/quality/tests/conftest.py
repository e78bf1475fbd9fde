"""A cluster with honey makers, somebody who looks after it, and what they may find."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    give_concept,
    make_cluster,
    make_concept,
    make_officer,
    make_opportunity,
    make_organisation,
    make_unit,
)
from virtualclusters.network.clusters.models import ClusterMembership, ClusterRole
from virtualclusters.network.vocabulary.models import ConceptName


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def cluster(now):
    return make_cluster(at=now - timedelta(days=30))


@pytest.fixture
def facilitator(cluster, now):
    return make_officer(cluster, ClusterRole.FACILITATOR, at=now)


@pytest.fixture
def honey(db):
    concept = make_concept("honey")
    ConceptName.objects.create(concept=concept, language="en", text="Honey", preferred=True, key="honey")
    return concept


@pytest.fixture
def wanted(honey, cluster, now):
    """Somebody in the cluster looks for honey."""
    opportunity = make_opportunity(
        title="Honey, 500 kg (sample)", concepts=[("asks", honey)], at=now, closes_at=now + timedelta(days=30)
    )
    opportunity.clusters.add(cluster)
    return opportunity


@pytest.fixture
def maker(honey, cluster, now):
    """Makes a honey maker, in the cluster unless told otherwise."""

    def make(name="Sahyadri Sample Honey", *, member=True, **fields):
        at = now - timedelta(days=9)
        unit = make_unit(organisation=make_organisation(name=name, at=at), at=at, **fields)
        give_concept(unit, honey)
        if member:
            ClusterMembership.objects.create(cluster=cluster, unit=unit, joined_at=at)
        return unit

    return make
