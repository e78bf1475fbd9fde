"""What must never lower a score, and what must never move it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.matching.parts import Part
from virtualclusters.matching.ranking import match
from virtualclusters.matching.rules import Rule, owners
from virtualclusters.matching.tests.test_deletion import CONCEPTS, OPPORTUNITIES, UNITS
from virtualclusters.matching.tests.views import NOON, VOCABULARY, opportunity, unit
from virtualclusters.matching.values import Nearness, Place, Point, UnitRole
from virtualclusters.matching.weights import MODELS

GROUPS = [(True, False), (False, True), (True, True), (False, False), (None, None)]


def would_be(one, other):
    found = match(one, other, vocabulary=VOCABULARY, at=NOON)
    return 0.0 if found is None else found.would_be


@given(UNITS, OPPORTUNITIES, st.sampled_from(CONCEPTS), st.sampled_from([UnitRole.MAKES, UnitRole.CAN, UnitRole.NEEDS]))
def test_saying_one_thing_more_never_lowers_a_score(one, other, concept, role):
    more = replace(one, concepts={**one.concepts, role: {**one.concepts.get(role, {}), concept: 1.0}})

    assert would_be(more, other) >= would_be(one, other) - 1e-9


@given(st.floats(0, 3), st.floats(0, 3), st.sampled_from(Nearness))
def test_further_away_is_never_better(one, other, nearness):
    near, far = sorted((one, other))
    asked = opportunity("requirement", asks=["honey"], places=(Place(Point(20.0, 78.0)),), nearness=nearness)

    scores = [would_be(unit(makes=["honey"], point=Point(20.0 + degrees, 78.0)), asked) for degrees in (near, far)]

    assert scores[0] >= scores[1]


@given(UNITS, OPPORTUNITIES)
def test_one_more_condition_that_says_no_never_helps(one, other):
    asked = replace(other, rules=(*other.rules, Rule("people", "at_least", 10)))

    found = match(replace(one, facts={**one.facts, "people": 2}), asked, vocabulary=VOCABULARY, at=NOON)

    assert found is None or found.score == 0


@pytest.mark.parametrize("model", MODELS.values(), ids=str)
def test_no_weight_is_below_nothing(model):
    assert all(weight >= 0 for weight in model.weights.values())


@pytest.mark.parametrize(("women", "sc_st"), GROUPS)
@given(UNITS, OPPORTUNITIES)
def test_who_owns_a_unit_moves_no_score_where_nothing_is_reserved(women, sc_st, one, other):
    told = replace(one, facts={**one.facts, "ownership": owners(women=women, sc_st=sc_st)})

    assert would_be(told, other) == would_be(one, other)


@given(UNITS, OPPORTUNITIES, st.sampled_from([("BR", "Patna"), ("TN", "Erode"), ("", "")]))
def test_where_a_unit_is_moves_no_score_when_all_is_done_from_afar(one, other, place):
    remote = replace(other, remote=True, places=())

    elsewhere = replace(one, point=None, state=place[0], district=place[1])

    assert would_be(elsewhere, remote) == would_be(one, remote)


def test_what_is_reserved_for_a_group_speaks_for_who_is_of_it():
    fund = opportunity("loan", about=["honey"], rules=(Rule("ownership", "has", "women"),))
    women, others = (
        match(
            unit(makes=["honey"], facts={"ownership": owners(women=said, sc_st=None)}),
            fund,
            vocabulary=VOCABULARY,
            at=NOON,
        )
        for said in (True, False)
    )

    assert (women.score > 0, others.score) == (True, 0.0)
    assert would_be(unit(makes=["honey"]), fund) < women.score
    assert Part.RESERVED in MODELS["concerns"].weights
