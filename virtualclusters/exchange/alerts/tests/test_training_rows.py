"""People's own yes and no become rows to learn from."""

import json

import pytest
from django.core.management import call_command

from benchmarks.judged.fitting import Pair
from benchmarks.learning import rows_of
from tests.factories import NOON, give_concept, make_concept, make_opportunity, make_owner, make_unit
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.training_rows import training_rows
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.matching.answers import Sort
from virtualclusters.matching.parts import Part

pytestmark = pytest.mark.django_db


@pytest.fixture
def honey():
    return make_concept("honey")


@pytest.fixture
def unit(honey):
    made = make_unit()
    give_concept(made, honey)
    return made


@pytest.fixture
def wanted(honey):
    return make_opportunity(kind="requirement", concepts=[("asks", honey)])


def test_what_was_put_away_is_a_no_with_what_the_score_was_made_of(unit, wanted):
    Alert.objects.create(
        unit_id=unit.pk, opportunity_id=wanted.pk, score=0.5, written_at=NOON, dismissed_at=NOON, dismissed="too_big"
    )

    (row,) = training_rows(at=NOON)

    assert (row["unit"], row["opportunity"], row["sort"], row["grade"]) == (unit.pk, wanted.pk, "seeks", 0)
    assert row["parts"][Part.MAKES] > 0 < row["factor"] <= 1


def test_an_answer_outweighs_what_was_put_away_before(unit, wanted):
    Alert.objects.create(
        unit_id=unit.pk, opportunity_id=wanted.pk, score=0.5, written_at=NOON, dismissed_at=NOON, dismissed="other"
    )
    answer(opportunity_id=wanted.pk, unit_id=unit.pk, actor=make_owner(unit), at=NOON)

    assert [row["grade"] for row in training_rows(at=NOON)] == [2]


def test_the_command_prints_what_the_learning_reads(unit, wanted, tmp_path, capsys):
    answer(opportunity_id=wanted.pk, unit_id=unit.pk, actor=make_owner(unit), at=NOON)

    call_command("matching_training_rows")
    (tmp_path / "rows.jsonl").write_text(capsys.readouterr().out)

    (pair,) = rows_of(tmp_path / "rows.jsonl")
    assert isinstance(pair, Pair)
    assert (pair.sort, pair.grade) == (Sort.SEEKS, 2)
    assert json.loads((tmp_path / "rows.jsonl").read_text())["unit"] == unit.pk
