"""A right that was taken away is gone at the next request of a session that is still open (trust notes, row 6)."""

import pytest
from django.db import transaction

from tests.attacks.world import client_of
from virtualclusters.network.clusters.models import ClusterOfficer
from virtualclusters.network.organisations.models import Membership


@pytest.fixture
def undone(both_worlds):
    """What a test changes is taken back, so that the next finds the same world."""
    with transaction.atomic():
        yield both_worlds[0]
        transaction.set_rollback(True)


def answers(client, *paths):
    return [client.get(f"/en/{path}").status_code for path in paths]


def pages_of(side):
    return f"talks/{side.rows['engagement'].pk}/", "papers/", f"workspace/places/{side.unit.pk}/address/"


def test_who_left_an_organisation_sees_nothing_of_it(undone, both_worlds):
    side, at = undone["enterprise_owner"], both_worlds[1].rows["draft"].created_at
    client = client_of(side.actor)
    assert answers(client, *pages_of(side)) == [200, 200, 200]

    Membership.objects.filter(person=side.actor.person).update(ended_at=at)

    assert answers(client, *pages_of(side)) == [403, 403, 403]


def test_who_became_staff_no_longer_edits(undone):
    side = undone["enterprise_owner"]
    client = client_of(side.actor)

    Membership.objects.filter(person=side.actor.person).update(role="staff")

    assert answers(client, *pages_of(side)) == [200, 403, 403]


def test_a_closed_organisation_opens_for_nobody(undone, both_worlds):
    side, at = undone["enterprise_owner"], both_worlds[1].rows["draft"].created_at
    client = client_of(side.actor)

    side.actor.organisation.closed_at = at
    side.actor.organisation.save(update_fields=["closed_at"])

    assert answers(client, *pages_of(side)) == [403, 403, 403]


@pytest.mark.parametrize("officer", ["facilitator", "verifier"])
def test_who_no_longer_looks_after_a_cluster_is_out_of_the_desk(undone, both_worlds, officer):
    side, at = undone[officer], both_worlds[1].rows["draft"].created_at
    client = client_of(side.actor)
    page = {"facilitator": "desk/clusters/", "verifier": "desk/verification/"}[officer]
    assert answers(client, page) == [200]

    ClusterOfficer.objects.filter(person=side.actor.person).update(ended_at=at)

    assert answers(client, page) == [403]


def test_a_blocked_person_is_signed_out_at_once(undone):
    side = undone["enterprise_owner"]
    client = client_of(side.actor)

    side.actor.person.is_active = False
    side.actor.person.save(update_fields=["is_active"])

    assert answers(client, "workspace/", *pages_of(side)) == [302, 302, 302, 302]
