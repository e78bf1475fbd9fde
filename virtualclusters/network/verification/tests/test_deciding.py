from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterOfficer, ClusterRole
from virtualclusters.network.clusters.roles import grant_in_cluster
from virtualclusters.network.organisations.models import Membership, OrganisationKind, Role
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.badges import badges_of
from virtualclusters.network.verification.models import CannedReason, Case, Decision, Identifier
from virtualclusters.network.verification.permissions import VerificationPermission
from virtualclusters.network.verification.tests.conftest import (
    NOON,
    actor_at,
    open_number_case,
    organisation_named,
    person_named,
    send_paper,
    state,
)

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_next_case_gives_the_oldest_and_gives_it_again_until_it_is_decided(verifier):
    open_number_case(at=NOON)
    older = open_number_case(at=NOON - MINUTE)

    assert [operations.next_case(actor=verifier, at=NOON).pk for _ in range(2)] == [older.pk, older.pk]


def test_next_case_while_a_colleague_holds_the_oldest_gives_the_next(verifier, second_verifier):
    first, second = open_number_case(at=NOON - MINUTE), open_number_case(at=NOON)

    given = [operations.next_case(actor=actor, at=NOON).pk for actor in (verifier, second_verifier)]

    assert given == [first.pk, second.pk]


def test_next_case_when_a_lease_has_run_out_gives_the_case_to_the_next_who_asks(verifier, second_verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)

    assert operations.next_case(actor=second_verifier, at=NOON + 6 * MINUTE).pk == case.pk


def test_next_case_while_the_paper_is_in_quarantine_gives_none(owner, verifier):
    send_paper(state(owner), owner, checked=False)

    assert operations.next_case(actor=verifier, at=NOON) is None


def test_approve_writes_who_for_whom_and_when_and_the_badge_says_so(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)

    operations.approve(case_id=case.pk, actor=verifier, at=NOON)

    badge = badges_of([case.organisation_id])[case.organisation_id][0]
    assert (badge.verified, badge.by, badge.at) == (True, "Officer, Institute for Small Business", NOON)
    identifier = Identifier.objects.get(pk=case.identifier_id)
    assert (identifier.verified_by_id, identifier.recheck_at) == (verifier.person_id, NOON + timedelta(days=730))
    assert list(Decision.objects.values_list("verdict", "role")) == [("approved", "officer")]
    assert Event.objects.filter(code="case.approved", subject_id=case.pk).count() == 1


def test_approve_without_having_been_given_the_case_refuses(verifier):
    case = open_number_case()

    with pytest.raises(Refused) as refused:
        operations.approve(case_id=case.pk, actor=verifier, at=NOON)

    assert refused.value.code == "case_moved_on"


def test_approve_twice_refuses_the_second_time(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    operations.approve(case_id=case.pk, actor=verifier, at=NOON)

    with pytest.raises(Refused):
        operations.approve(case_id=case.pk, actor=verifier, at=NOON)
    assert Decision.objects.count() == 1


def test_return_with_reason_keeps_the_reason_and_the_number_unverified(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)

    returned = operations.return_with_reason(case_id=case.pk, reason_code="unreadable", actor=verifier, at=NOON)

    assert (returned.state, returned.reason_id) == (Case.State.RETURNED, "unreadable")
    assert Identifier.objects.get(pk=case.identifier_id).verified_at is None


def test_return_for_a_reason_nobody_wrote_finds_nothing(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)

    with pytest.raises(NotFound):
        operations.return_with_reason(case_id=case.pk, reason_code="because", actor=verifier, at=NOON)


def test_skip_puts_the_case_aside_for_an_hour_and_then_gives_it_again(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)

    operations.skip(case_id=case.pk, actor=verifier, at=NOON)

    assert operations.next_case(actor=verifier, at=NOON + 59 * MINUTE) is None
    assert operations.next_case(actor=verifier, at=NOON + 60 * MINUTE).pk == case.pk


@pytest.mark.parametrize(
    ("act", "words"),
    [(operations.approve, {}), (operations.return_with_reason, {"reason_code": "unreadable"}), (operations.skip, {})],
)
def test_undo_within_ten_minutes_gives_the_case_back_as_it_was(verifier, act, words):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    act(case_id=case.pk, actor=verifier, at=NOON, **words)

    operations.undo(case_id=case.pk, actor=verifier, at=NOON + 9 * MINUTE)

    case.refresh_from_db()
    assert (case.state, case.reason_id, case.decided_at) == (Case.State.OPEN, None, None)
    assert Identifier.objects.get(pk=case.identifier_id).verified_at is None
    assert operations.next_case(actor=verifier, at=NOON + 9 * MINUTE).pk == case.pk
    assert Decision.objects.order_by("-id").first().verdict == "undone"


def test_undo_after_eleven_minutes_refuses(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    operations.approve(case_id=case.pk, actor=verifier, at=NOON)

    with pytest.raises(Refused) as refused:
        operations.undo(case_id=case.pk, actor=verifier, at=NOON + 11 * MINUTE)
    assert refused.value.code == "too_late"


def test_undo_after_the_owner_was_told_refuses(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    operations.approve(case_id=case.pk, actor=verifier, at=NOON)
    operations.tell_owner(case_id=case.pk, at=NOON + 10 * MINUTE)

    with pytest.raises(Refused):
        operations.undo(case_id=case.pk, actor=verifier, at=NOON + 10 * MINUTE)


def test_undo_of_a_colleagues_decision_refuses(verifier, second_verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    operations.approve(case_id=case.pk, actor=verifier, at=NOON)

    with pytest.raises(Refused):
        operations.undo(case_id=case.pk, actor=second_verifier, at=NOON)


def test_undo_when_the_owner_has_sent_a_new_paper_refuses(owner, verifier):
    identifier = state(owner)
    case = send_paper(identifier, owner)
    operations.next_case(actor=verifier, at=NOON)
    operations.return_with_reason(case_id=case.pk, reason_code="unreadable", actor=verifier, at=NOON)
    send_paper(identifier, owner, content=b"a clearer photo", at=NOON + MINUTE)

    with pytest.raises(Refused):
        operations.undo(case_id=case.pk, actor=verifier, at=NOON + 2 * MINUTE)


def test_the_owner_is_told_once_ten_minutes_later_and_never_of_what_was_undone(owner, verifier):
    case = send_paper(state(owner), owner)
    operations.next_case(actor=verifier, at=NOON)
    operations.approve(case_id=case.pk, actor=verifier, at=NOON)
    operations.undo(case_id=case.pk, actor=verifier, at=NOON + MINUTE)
    operations.return_with_reason(case_id=case.pk, reason_code="unreadable", actor=verifier, at=NOON + 2 * MINUTE)

    for minutes in (10, 12, 13):
        operations.tell_owner(case_id=case.pk, at=NOON + minutes * MINUTE)

    told = Notification.objects.get()
    assert (told.key, told.person_id, told.variables, told.written_at) == (
        "verification.returned",
        owner.person_id,
        {"what": "udyam", "why": "unreadable"},
        NOON + 12 * MINUTE,
    )


def test_nobody_is_given_or_may_decide_a_case_of_her_own_organisation(verifier, institution):
    case = operations.open_case(organisation_id=institution.pk, actor=verifier, at=NOON)

    assert operations.next_case(actor=verifier, at=NOON) is None
    for act in (operations.approve, operations.skip, operations.undo):
        with pytest.raises(Refused):
            act(case_id=case.pk, actor=verifier, at=NOON)


@pytest.mark.parametrize("role", list(Role))
def test_nobody_may_decide_about_an_organisation_in_which_she_has_any_role_or_had_one(verifier, role):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    Membership.objects.create(
        person=verifier.person, organisation=case.organisation, role=role, since=NOON, ended_at=NOON
    )

    with pytest.raises(Refused) as refused:
        operations.approve(case_id=case.pk, actor=verifier, at=NOON)
    assert refused.value.code == "own_organisation"


def test_nobody_may_decide_about_an_organisation_she_registered_for_its_owner(verifier):
    case = open_number_case()
    case.organisation.registered_by = verifier.person
    case.organisation.save()

    assert operations.next_case(actor=verifier, at=NOON) is None


@pytest.mark.parametrize("kind", [kind for kind in OrganisationKind if kind != OrganisationKind.ADMINISTRATOR])
@pytest.mark.parametrize("role", list(Role))
def test_no_role_of_any_other_kind_of_organisation_may_decide(kind, role):
    case = open_number_case()
    stranger = actor_at(organisation_named("Stranger", kind=kind), role=role)

    assert operations.next_case(actor=stranger, at=NOON) is None
    with pytest.raises(NotFound):
        operations.approve(case_id=case.pk, actor=stranger, at=NOON)


def test_a_clusters_verifier_is_given_cases_of_her_cluster_only(db):
    grant_in_cluster(VerificationPermission.VERIFICATION_DECIDE, roles=[ClusterRole.VERIFIER])
    open_number_case("Outside", at=NOON - MINUTE)
    inside = open_number_case("Inside")
    cluster = Cluster.objects.create(slug="food", created_at=NOON)
    ClusterMembership.objects.create(cluster=cluster, unit=inside.organisation.units.get(), joined_at=NOON)
    person = person_named("Vani")
    ClusterOfficer.objects.create(cluster=cluster, person=person, role=ClusterRole.VERIFIER, since=NOON)
    actor = actor_for(person)

    assert operations.next_case(actor=actor, at=NOON).pk == inside.pk
    operations.approve(case_id=inside.pk, actor=actor, at=NOON)
    badge = badges_of([inside.organisation_id])[inside.organisation_id][0]
    assert (badge.verified, badge.by) == (True, "Verifier")


def test_the_history_of_decisions_cannot_be_changed_by_the_portal(verifier):
    case = open_number_case()
    operations.next_case(actor=verifier, at=NOON)
    operations.skip(case_id=case.pk, actor=verifier, at=NOON)

    for statement in ("UPDATE verification_decision SET verdict = 'approved'", "DELETE FROM verification_decision"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_nine_reasons_stand_in_english_and_hindi_on_the_keys_one_to_nine(db):
    reasons = list(CannedReason.objects.all())

    assert [reason.position for reason in reasons] == list(range(1, 10))
    assert all(reason.sentence("hi") != reason.sentence("en") for reason in reasons)
    assert all(len(reason.sentence("en")) <= 66 for reason in reasons)
