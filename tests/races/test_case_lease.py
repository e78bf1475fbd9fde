"""Verifiers who ask at the same moment are never given the same case, and of two who decide at once one is refused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections

from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.models import Case, Decision
from virtualclusters.network.verification.tests.conftest import NOON, actor_at, organisation_named, send_paper, state

pytestmark = pytest.mark.races
VERIFIERS = 8
LATE = NOON + timedelta(minutes=10)


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


def test_an_owner_is_never_told_of_a_decision_that_was_taken_back_at_the_same_moment(committing_database):
    for _round in range(5):
        owner = actor_at(organisation_named("Unit"))
        send_paper(state(owner), owner)
        verifier = _verifiers()[0]
        case = operations.next_case(actor=verifier, at=NOON)
        operations.approve(case_id=case.pk, actor=verifier, at=NOON)

        def undo(actor, case_id=case.pk):
            try:
                operations.undo(case_id=case_id, actor=actor_for(actor.person), at=LATE)
            except Refused as refused:
                return refused.code

        def tell(actor, case_id=case.pk):
            operations.tell_owner(case_id=case_id, at=LATE)

        _all_at_once([(undo, verifier), (tell, verifier)], lambda pair: pair[0](pair[1]))

        case.refresh_from_db()
        told = Notification.objects.filter(person=owner.person).count()
        assert (case.state, told) in [("approved", 1), ("open", 0)]
