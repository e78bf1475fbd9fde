from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection

from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.badges import badges_of
from virtualclusters.network.verification.models import Case, Identifier
from virtualclusters.network.verification.tests.conftest import NOON, actor_at, organisation_named, send_paper, state

pytestmark = pytest.mark.django_db


def test_state_identifier_keeps_the_normal_form_and_says_format_checked_only(owner):
    identifier = state(owner, "udyam", "udyam mh 12 0123456")

    assert (identifier.number, identifier.format_ok, identifier.verified_at) == ("UDYAM-MH-12-0123456", True, None)
    badge = badges_of([owner.organisation_id])[owner.organisation_id][0]
    assert (badge.what, badge.verified, badge.by) == ("Udyam number", False, "")


def test_state_identifier_when_it_is_malformed_refuses_with_the_sentence_and_keeps_nothing(owner):
    with pytest.raises(Refused) as refused:
        state(owner, "pan", "ABCD")

    assert refused.value.sentence == "A PAN has 5 letters, 4 digits and a letter, like ABCPD1234E."
    assert Identifier.objects.count() == 0


def test_state_identifier_twice_is_the_same_row(owner):
    assert state(owner, "pan", "ABCPD1234E").pk == state(owner, "pan", "abcpd 1234 e").pk


def test_state_identifier_when_another_pan_was_stated_replaces_it_and_closes_its_case(owner):
    first = state(owner, "pan", "ABCPD1234E")
    case = send_paper(first, owner)

    state(owner, "pan", "ABCPD1235E")

    case.refresh_from_db()
    live = Identifier.objects.live().get()
    assert (live.number, case.state) == ("ABCPD1235E", Case.State.WITHDRAWN)


def test_state_identifier_of_a_second_gstin_keeps_both(owner):
    state(owner, "gstin", "27AAPFU0939F1ZV")
    state(owner, "gstin", "27AAACR5055K1Z7")

    assert Identifier.objects.live().count() == 2


def test_state_identifier_for_another_organisation_finds_nothing(owner):
    stranger = organisation_named("Verma Bakery")

    with pytest.raises(NotFound):
        operations.state_identifier(organisation_id=stranger.pk, kind="pan", text="ABCPD1234E", actor=owner, at=NOON)


def test_state_identifier_by_staff_who_may_not_edit_the_profile_finds_nothing(owner):
    staff = actor_at(owner.organisation, name="Staff", role=Role.STAFF)

    with pytest.raises(NotFound):
        state(staff, "pan", "ABCPD1234E")


@pytest.mark.parametrize(
    ("pan", "gstin", "expected"),
    [("AAPFU0939F", "27AAPFU0939F1ZV", True), ("ABCPD1234E", "27AAPFU0939F1ZV", False)],
)
def test_cross_check_compares_the_pan_with_the_one_inside_the_gstin(owner, pan, gstin, expected):
    state(owner, "gstin", gstin)
    state(owner, "pan", pan)

    assert set(Identifier.objects.values_list("kind", "cross_check_ok")) == {("gstin", expected), ("pan", expected)}


@pytest.mark.parametrize(("number", "expected"), [("UDYAM-MH-12-0123456", True), ("UDYAM-GJ-12-0123456", False)])
def test_cross_check_compares_the_state_of_a_udyam_number_with_the_units(owner, number, expected):
    state(owner, "udyam", number)

    assert Identifier.objects.get().cross_check_ok is expected


def test_cross_check_with_nothing_to_compare_is_not_known(owner):
    state(owner, "fssai", "12345678901234")

    assert Identifier.objects.get().cross_check_ok is None


def test_a_stored_number_can_be_read_nowhere_in_its_table(owner):
    state(owner, "pan", "ABCPD1234E")

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(i)::text FROM verification_identifier i")
        assert "ABCPD1234E" not in cursor.fetchone()[0]


def test_attach_evidence_opens_one_case_however_often_it_is_sent(owner):
    identifier = state(owner)

    first, second = send_paper(identifier, owner), send_paper(identifier, owner, content=b"clearer")

    assert first.pk == second.pk


def test_attach_evidence_when_the_number_is_verified_refuses_until_recheck_is_due(owner, verifier):
    identifier = state(owner)
    send_paper(identifier, owner)
    operations.approve(case_id=operations.next_case(actor=verifier, at=NOON).pk, actor=verifier, at=NOON)

    with pytest.raises(Refused) as refused:
        send_paper(identifier, owner)
    assert refused.value.code == "already_verified"
    assert send_paper(identifier, owner, at=NOON + timedelta(days=731)).state == Case.State.OPEN


def test_attach_evidence_to_another_organisations_number_finds_nothing(owner):
    identifier = state(owner)
    stranger = actor_at(organisation_named("Verma Bakery"))

    with pytest.raises(NotFound):
        operations.attach_evidence(identifier_id=identifier.pk, upload=BytesIO(b"x"), actor=stranger, at=NOON)


def test_attach_evidence_while_a_verifier_looks_at_the_old_paper_takes_the_case_out_of_her_hands(owner, verifier):
    identifier = state(owner)
    send_paper(identifier, owner)
    case = operations.next_case(actor=verifier, at=NOON)

    send_paper(identifier, owner, content=b"another paper")

    with pytest.raises(Refused) as refused:
        operations.approve(case_id=case.pk, actor=verifier, at=NOON)
    assert refused.value.code == "case_moved_on"


def test_open_case_for_an_organisation_as_such_waits_once(owner):
    cases = [operations.open_case(organisation_id=owner.organisation_id, actor=owner, at=NOON) for _ in range(2)]

    assert cases[0].pk == cases[1].pk


def test_open_case_for_another_organisations_number_finds_nothing(owner):
    foreign = state(actor_at(organisation_named("Verma Bakery")))

    for actor in (owner, PORTAL):
        with pytest.raises(NotFound):
            operations.open_case(organisation_id=owner.organisation_id, identifier_id=foreign.pk, actor=actor, at=NOON)
    assert Case.objects.count() == 0


def test_withdraw_identifier_closes_its_case_and_hides_its_badge(owner):
    identifier = state(owner)
    case = send_paper(identifier, owner)

    operations.withdraw_identifier(identifier_id=identifier.pk, actor=owner, at=NOON)

    case.refresh_from_db()
    assert (case.state, badges_of([owner.organisation_id])[owner.organisation_id]) == (Case.State.WITHDRAWN, [])


def test_every_kind_of_organisation_is_asked_for_some_number():
    from virtualclusters.network.verification.kinds import ASKED_OF, NAMES, PAPERS, WHERE_FOUND

    assert set(ASKED_OF) == set(OrganisationKind)
    assert set(NAMES) == set(PAPERS) == set(WHERE_FOUND)
