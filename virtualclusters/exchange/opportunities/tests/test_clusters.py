"""In which clusters an opportunity stands."""

import pytest

from tests.factories import (
    NOON,
    make_cluster,
    make_concept,
    make_member,
    make_opportunity,
    make_organisation,
    make_unit,
)
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.opportunities.operations import put
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.clusters.operations import publish_cluster
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
ASKS = OpportunityConcept.Role.ASKS


def put_asking(concepts, clusters=()):
    return put(
        kind="requirement", unit=make_unit(), title="Wanted", summary="", language="en", published_at=NOON, at=NOON,
        concepts=[(ASKS, concept.pk) for concept in concepts], clusters=clusters, actor=PORTAL,
    )  # fmt: skip


def test_what_asks_for_a_clusters_trade_stands_in_it_and_in_the_clusters_named():
    top = make_concept()
    toys, games, other = make_cluster(slug="toys"), make_cluster(slug="games"), make_cluster(slug="other")
    toys.concepts.add(top)
    other.concepts.add(make_concept())

    opportunity = put_asking([top], clusters=[games.pk])

    assert set(opportunity.clusters.all()) == {toys, games}


def test_a_new_cluster_gathers_the_opportunities_of_its_trade():
    top = make_concept()
    about = make_opportunity(concepts=[(ASKS, top)])
    make_opportunity(concepts=[(ASKS, make_concept())])
    toys = Cluster.objects.create(slug="toys", texts={"en": {"name": "Toys"}}, created_at=NOON)
    toys.concepts.add(top)

    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))
    publish_cluster(cluster_id=toys.pk, actor=administrator, at=NOON)
    run_jobs()

    assert list(toys.opportunities.all()) == [about]
