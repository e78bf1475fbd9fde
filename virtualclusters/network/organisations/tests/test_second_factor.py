from datetime import timedelta

import pytest

from tests.factories import NOON
from virtualclusters.network.organisations.second_factor import SecondFactor, role_needs_second_factor, second_factor_of


@pytest.mark.parametrize(
    ("kind", "role", "needed"),
    [
        ("administrator", "staff", True),
        ("financial_institution", "officer", True),
        ("government_body", "officer", True),
        ("public_undertaking", "staff", True),
        ("academic_institution", "staff", True),
        ("ngo", "coordinator", True),
        ("industry_association", "coordinator", True),
        ("ngo", "owner", False),
        ("enterprise", "owner", False),
        ("enterprise", "coordinator", False),
        ("testing_laboratory", "owner", False),
        ("expert_practice", "owner", False),
    ],
)
def test_the_roles_of_the_conventions_need_a_second_factor(kind, role, needed):
    assert role_needs_second_factor(kind=kind, role=role) is needed


@pytest.mark.parametrize(
    ("needed", "has_one", "due_at", "standing"),
    [
        (False, False, None, SecondFactor.NOT_NEEDED),
        (True, True, NOON - timedelta(days=1), SecondFactor.DONE),
        (True, False, None, SecondFactor.IN_GRACE),
        (True, False, NOON + timedelta(seconds=1), SecondFactor.IN_GRACE),
        (True, False, NOON, SecondFactor.OVERDUE),
    ],
)
def test_how_somebody_stands(needed, has_one, due_at, standing):
    assert second_factor_of(needed=needed, has_one=has_one, due_at=due_at, at=NOON) is standing
