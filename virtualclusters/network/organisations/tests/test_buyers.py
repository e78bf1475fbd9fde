"""Buyers that notices and plans name: one organisation each, however often they are named."""

from datetime import UTC, datetime

import pytest

from virtualclusters.network.organisations.buyers import unit_of_buyer, units_of_buyers
from virtualclusters.network.organisations.models import Organisation, OrganisationKind, Unit

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 6, 6, 30, tzinfo=UTC)


def registered(name):
    organisation = Organisation.objects.create(
        name=name, kind=OrganisationKind.GOVERNMENT_BODY, created_at=NOON, claimed_at=NOON
    )
    return Unit.objects.create(organisation=organisation, created_at=NOON, renewed_at=NOON, expires_at=NOON)


def test_a_plan_and_a_notice_that_name_one_buyer_meet_one_unclaimed_organisation():
    planned = unit_of_buyer("Sample Welfare Department", at=NOON)

    told = units_of_buyers(["SAMPLE  Welfare department"], at=NOON)

    assert told == {"sample welfare department": planned}
    assert (planned.organisation.claimed_at, Organisation.objects.count()) == (None, 1)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sample Foods Corporation Ltd", OrganisationKind.PUBLIC_UNDERTAKING),
        ("नमूना दुग्ध निगम", OrganisationKind.PUBLIC_UNDERTAKING),
        ("Sample Prison Department", OrganisationKind.GOVERNMENT_BODY),
    ],
)
def test_a_new_buyers_kind_is_read_from_its_name(name, kind):
    assert unit_of_buyer(name, at=NOON).organisation.kind == kind


def test_a_buyer_whom_a_person_names_and_who_is_here_is_meant():
    here = registered("Sample Welfare Department")

    assert unit_of_buyer("sample welfare department", at=NOON) == here


def test_a_notice_is_not_given_to_whoever_registered_under_the_buyers_name():
    here = registered("Sample Welfare Department")

    told = units_of_buyers(["Sample Welfare Department"], at=NOON)["sample welfare department"]

    assert (told == here, told.organisation.claimed_at) == (False, None)


def test_known_buyers_of_a_batch_take_one_query(django_assert_num_queries):
    names = [f"Sample Office {number}" for number in range(20)]
    made = units_of_buyers(names, at=NOON)

    with django_assert_num_queries(1):
        assert units_of_buyers(names, at=NOON) == made
