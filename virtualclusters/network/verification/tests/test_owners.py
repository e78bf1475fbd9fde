"""Whom a verifier read as owners on an Udyam certificate."""

import pytest

from virtualclusters.network.verification import operations
from virtualclusters.network.verification.badges import owner_badges_of
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.verification.tests.conftest import NOON, open_number_case

pytestmark = pytest.mark.django_db


def test_approving_an_udyam_certificate_keeps_whom_the_verifier_read_as_owners_until_it_is_undone(verifier):
    case = open_number_case()
    Identifier.objects.filter(pk=case.identifier_id).update(kind="udyam")
    operations.next_case(actor=verifier, at=NOON)
    before = owner_badges_of([case.organisation_id])[case.organisation_id]

    operations.approve(case_id=case.pk, actor=verifier, at=NOON, owners=["women"])

    read = owner_badges_of([case.organisation_id])[case.organisation_id]
    operations.undo(case_id=case.pk, actor=verifier, at=NOON)
    after = owner_badges_of([case.organisation_id])[case.organisation_id]
    assert [[(one.what, one.at) for one in badges] for badges in (before, read, after)] == [
        [],
        [("Owned by women", NOON)],
        [],
    ]


def test_owners_are_read_on_an_udyam_certificate_only(verifier):
    case = open_number_case()
    Identifier.objects.filter(pk=case.identifier_id).update(kind="fssai")
    operations.next_case(actor=verifier, at=NOON)

    operations.approve(case_id=case.pk, actor=verifier, at=NOON, owners=["women", "sc_st"])

    assert owner_badges_of([case.organisation_id])[case.organisation_id] == []
