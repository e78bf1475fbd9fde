"""What holds for every rule and every unit, not only for the examples."""

from datetime import UTC, date, datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from virtualclusters.foundation.time import start_of_day_in_india
from virtualclusters.matching.rules import (
    FACTS,
    Answer,
    Band,
    FactKind,
    Operator,
    Rule,
    Some,
    apply_change,
    change_sentence,
    contradictions,
    evaluate,
    evaluate_all,
    sentence,
)
from virtualclusters.matching.rules.language import OPERATORS_OF

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
NAMES = tuple(sorted(FACTS))
CODES = st.sampled_from(["a", "b", "c", "d"])
NUMBERS = st.integers(0, 12)
DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))

OF_OPERATOR = {
    Operator.AT_LEAST: NUMBERS,
    Operator.AT_MOST: NUMBERS,
    Operator.BETWEEN: st.tuples(NUMBERS, NUMBERS).map(sorted),
    Operator.BEFORE: DAYS,
    Operator.AFTER: DAYS,
    Operator.YEARS_SINCE_AT_LEAST: NUMBERS,
    Operator.YEARS_SINCE_AT_MOST: NUMBERS,
    Operator.IS_TRUE: st.none(),
    Operator.IS_FALSE: st.none(),
}


def codes_of(fact):
    return st.sampled_from(sorted(fact.choices)) if fact.choices else CODES


@st.composite
def rules(draw, names=NAMES):
    fact = FACTS[draw(st.sampled_from(names))]
    operator = draw(st.sampled_from(sorted(OPERATORS_OF[fact.kind])))
    one = operator in (Operator.IS, Operator.IS_NOT, Operator.HAS)
    of_codes = codes_of(fact) if one else st.sets(codes_of(fact), min_size=1)
    return Rule(
        fact.name,
        operator,
        draw(OF_OPERATOR.get(operator, of_codes)),
        hard=draw(st.booleans()),
    )


@st.composite
def partly_and_fully_known(draw, fact):
    """The same thing as known at first, and as known later: never less, never otherwise."""
    if fact.kind is FactKind.NUMBER:
        low, first, second, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS)))
        wide = Band(low, draw(st.sampled_from([high, None])))
        return wide, draw(st.sampled_from([Band(first, second), first, second]))
    if fact.kind is FactKind.LIST:
        all_items = draw(st.frozensets(codes_of(fact)))
        told = frozenset(draw(st.lists(st.sampled_from(sorted(all_items))))) if all_items else frozenset()
        missing = frozenset(draw(st.lists(codes_of(fact)))) - all_items
        return Some(told, missing - {"d"}), draw(st.sampled_from([Some(all_items, missing), all_items]))
    values = {
        FactKind.CHOICE: codes_of(fact),
        FactKind.YES_NO: st.booleans(),
        FactKind.DAY: DAYS,
    }
    return None, draw(values[fact.kind])


@st.composite
def asked_and_known(draw, names=NAMES, least=1, most=1):
    """Some rules, and what is known of the facts they name, at first and later."""
    asked = draw(st.lists(rules(names), min_size=least, max_size=most))
    before, after = {}, {}
    for name in {rule.fact for rule in asked}:
        part, after[name] = draw(partly_and_fully_known(FACTS[name]))
        before[name] = draw(st.sampled_from([part, None]))
    return asked, before, after


@given(asked_and_known())
def test_knowing_more_never_turns_a_yes_or_a_no(drawn):
    (rule,), *known = drawn
    before, after = (evaluate(rule, facts, NOON).answer for facts in known)

    assert before in (Answer.NOT_KNOWN, after)


@given(asked_and_known(least=0, most=5))
def test_knowing_more_never_turns_eligibility(drawn):
    asked, *known = drawn
    before, after = (evaluate_all(asked, facts, NOON).answer for facts in known)

    assert before in (Answer.NOT_KNOWN, after)


@given(asked_and_known(least=2, most=5), st.randoms())
def test_the_order_of_rules_decides_nothing(drawn, random):
    asked, known, _ = drawn
    mixed = random.sample(asked, len(asked))

    assert evaluate_all(asked, known, NOON).answer is evaluate_all(mixed, known, NOON).answer


@given(asked_and_known())
def test_the_change_of_a_no_makes_it_a_yes(drawn):
    (rule,), _, known = drawn
    verdict = evaluate(rule, known, NOON)
    assume(verdict.answer is Answer.NO)

    changed, day = apply_change(verdict.change, known, NOON.date())

    assert evaluate(rule, changed, start_of_day_in_india(day)).answer is Answer.YES


@given(asked_and_known(names=("size_class", "state", "turnover_lakh", "started_on"), least=2, most=3))
def test_rules_that_some_unit_meets_are_no_contradiction(drawn):
    asked, _, known = drawn
    met = [rule for rule in asked if evaluate(rule, known, NOON).answer is Answer.YES]

    assert contradictions(met, NOON) == []


@given(st.lists(rules(names=("turnover_lakh",)), min_size=2, max_size=4))
def test_rules_on_a_number_without_contradiction_are_met_by_some_number(asked):
    hard = [rule for rule in asked if rule.hard]
    met = any(evaluate_all(hard, {"turnover_lakh": number}, NOON).answer is Answer.YES for number in range(13))

    assert met is (contradictions(asked, NOON) == [])


@given(asked_and_known(), st.booleans())
def test_every_verdict_can_be_said(drawn, later):
    (rule,), *known = drawn
    verdict = evaluate(rule, known[later], NOON)

    said = [sentence(verdict), "" if verdict.change is None else change_sentence(verdict.change)]

    assert not any("%(" in one for one in said)
