"""Rules read by what is asked, and not by who asks it."""

import pytest

from tests.factories import NOON, make_opportunity, make_unit
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.exchange.rules.queries import rules_of, rules_shared_by

pytestmark = pytest.mark.django_db


def test_equal_rules_of_many_are_one_rule_with_all_who_have_it():
    unit = make_unit(at=NOON)
    first, second, third = (make_opportunity(unit=unit, at=NOON) for _ in range(3))
    told = {"source": "The terms", "version": "1", "effective_from": NOON.date(), "hard": True}
    for opportunity, fact, value in (
        (first, "state", ["UP", "BR"]),
        (second, "state", ["UP", "BR"]),
        (second, "district", ["Pune"]),
        (third, "state", ["MH"]),
    ):
        Rule.objects.create(opportunity=opportunity, fact=fact, operator="one_of", value=value, **told)

    found = rules_shared_by([first.pk, second.pk])

    assert sorted((rule.value, sorted(having)) for rule, having in found) == [
        (("BR", "UP"), [first.pk, second.pk]),
        (("Pune",), [second.pk]),
    ]
    each = {pk: {str(rule) for rule, having in found if pk in having} for pk in (first.pk, second.pk)}
    assert each == {pk: {str(rule) for rule in rules} for pk, rules in rules_of([first.pk, second.pk]).items()}
