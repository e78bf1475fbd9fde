import pytest

from virtualclusters.network.verification import operations
from virtualclusters.network.verification.dossiers import dossiers_of, with_papers
from virtualclusters.network.verification.lookalikes import Why, like_names
from virtualclusters.network.verification.models import Case, Decision, Identifier
from virtualclusters.network.verification.tests.conftest import (
    NOON,
    actor_at,
    open_number_case,
    organisation_named,
    send_paper,
    state,
)

pytestmark = pytest.mark.django_db

NAMES = [
    "Asha Honey", "Bright Bakery", "Chandan Spices", "Dev Dairy", "Ekta Pickles", "Falgun Flour", "Ganga Rice",
    "Himal Juices", "Indus Oils", "Jyoti Papad", "Kaveri Coffee", "Lotus Snacks",
]  # fmt: skip


def first_of(items, count):
    return items[:count]


def test_batch_approve_keeps_a_tenth_rounded_up_for_audit_and_leaves_what_is_not_green(verifier):
    for name in NAMES[:11]:
        open_number_case(name)
    stranger = actor_at(organisation_named("Meghna Millets"))
    send_paper(state(stranger, "udyam", "UDYAM-GJ-01-0000001"), stranger)

    batch = operations.batch_approve(actor=verifier, at=NOON, pick=first_of)

    assert (batch.approved, batch.kept, batch.left) == (9, 2, 1)
    assert Identifier.objects.filter(verified_by=verifier.person_id).count() == 9
    assert Decision.objects.filter(in_batch=True, verdict="approved").count() == 9
    assert Case.objects.waiting().filter(kept_for_audit=True).count() == 2


def test_batch_approve_again_approves_nothing_of_what_was_kept(verifier):
    open_number_case(NAMES[0])
    operations.batch_approve(actor=verifier, at=NOON)

    assert operations.batch_approve(actor=verifier, at=NOON).approved == 0


def test_batch_approve_leaves_organisations_as_such_and_ones_own(verifier, owner, institution):
    operations.open_case(organisation_id=owner.organisation_id, actor=owner, at=NOON)
    send_paper(state(verifier, "pan", "ABCPD1234E"), verifier)

    batch = operations.batch_approve(actor=verifier, at=NOON)

    assert (batch.approved, batch.kept, batch.left) == (0, 0, 0)


def test_batch_approve_leaves_the_case_a_colleague_looks_at(verifier, second_verifier):
    for name in NAMES[:2]:
        open_number_case(name)
    held = operations.next_case(actor=second_verifier, at=NOON)

    batch = operations.batch_approve(actor=verifier, at=NOON, pick=lambda items, count: [])

    assert (batch.approved, Case.objects.get(pk=held.pk).state) == (1, Case.State.OPEN)


def test_lookalikes_share_a_number_a_paper_a_person_or_a_like_name_at_the_same_pin(owner):
    mine = state(owner, "udyam", "UDYAM-MH-12-0000077")
    case = send_paper(mine, owner, content=b"the same paper")
    twin = actor_at(organisation_named("शर्मा हनी फार्म"), name="Twin")
    send_paper(state(twin, "udyam", "UDYAM-MH-12-0000077"), twin, content=b"the same paper")
    second_firm = organisation_named("Verma Bakery", owner=owner.person, pin="560001", state="KA")
    organisation_named("Sharma Honey Farm Pvt. Ltd.", pin="560001", state="KA")

    found = dossiers_of(list(with_papers(Case.objects.filter(pk=case.pk))))[0].lookalikes

    assert {(one.organisation.pk, one.why) for one, _units in found} == {
        (twin.organisation_id, frozenset({Why.NUMBER, Why.PAPER, Why.NAME})),
        (second_firm.pk, frozenset({Why.PERSON})),
    }


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sharma Honey Farm", "SHARMA HONEY FARMS PVT. LTD.", True),
        ("Sharma Honey Farm", "Honey Farm Sharma", True),
        ("Sharma Honey Farm", "Sharma Masala Udyog", False),
        ("Gupta Foods", "Patel Foods", False),
    ],
)
def test_like_names(one, other, alike):
    assert like_names(one, other) is alike


@pytest.mark.parametrize("many", [1, 50])
def test_dossiers_take_nine_queries_for_one_case_or_fifty(verifier, many, django_assert_num_queries):
    for number in range(many):
        open_number_case(f"Unit {number}")
    organisation_named("Unit 0")
    cases = Case.objects.all()

    with django_assert_num_queries(9):
        dossiers_of(list(with_papers(cases)))
