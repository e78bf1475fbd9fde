"""Verifiers who ask at the same moment are never given the same case, and of two who decide at once one is refused."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from virtualclusters.foundation.errors import Refused
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.models import Case, Decision
from virtualclusters.network.verification.tests.conftest import NOON, actor_at, organisation_named, send_paper, state

pytestmark = pytest.mark.races
VERIFIERS = 8


@pytest.fixture(autouse=True)
def papers_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path


def test_eight_verifiers_asking_at_once_are_given_eight_different_cases(committing_database):
    for number in range(VERIFIERS):
        owner = actor_at(organisation_named(f"Unit {number}"))
        send_paper(state(owner), owner)

    given = _all_at_once(_verifiers(), lambda actor: operations.next_case(actor=actor, at=NOON).pk)

    assert sorted(given) == sorted(Case.objects.values_list("pk", flat=True))


def test_when_only_one_case_waits_one_verifier_gets_it_and_the_others_none(committing_database):
    owner = actor_at(organisation_named("Unit"))
    send_paper(state(owner), owner)

    given = _all_at_once(_verifiers(), lambda actor: operations.next_case(actor=actor, at=NOON))

    assert len([case for case in given if case]) == 1


def test_the_same_key_pressed_eight_times_at_once_decides_once(committing_database):
    owner = actor_at(organisation_named("Unit"))
    send_paper(state(owner), owner)
    verifier = _verifiers()[0]
    case = operations.next_case(actor=verifier, at=NOON)

    def approve(actor):
        try:
            return operations.approve(case_id=case.pk, actor=actor_for(actor.person), at=NOON).state
        except Refused as refused:
            return refused.code

    assert sorted(_all_at_once([verifier] * VERIFIERS, approve)) == ["approved"] + ["case_moved_on"] * (VERIFIERS - 1)
    assert Decision.objects.count() == 1


def _verifiers():
    institution = organisation_named("Institute for Small Business", kind=OrganisationKind.ADMINISTRATOR, pin="201309")
    return [actor_at(institution, name=f"Verifier {number}", role=Role.OFFICER) for number in range(VERIFIERS)]


def _all_at_once(actors, act):
    """Each actor acts in a thread of her own, all released by one barrier."""
    gate = Barrier(len(actors))

    def run(actor):
        gate.wait()
        try:
            return act(actor)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actors)) as pool:
        return list(pool.map(run, actors))
