"""The rule language: three answers, reasons, changes, contradictions."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from virtualclusters.matching.rules import (
    Answer,
    Band,
    Change,
    InvalidRule,
    Operator,
    Rule,
    Some,
    change_sentence,
    condition_sentence,
    contradictions,
    evaluate,
    evaluate_all,
    owners,
    sentence,
    years_since,
)
from virtualclusters.matching.rules.turning import Turn

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)

YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN


@pytest.mark.parametrize(
    ("rule", "value", "answer"),
    [
        (Rule("size_class", "is", "micro"), "micro", YES),
        (Rule("size_class", "is_not", "medium"), "medium", NO),
        (Rule("size_class", "one_of", ["micro", "small"]), "medium", NO),
        (Rule("state", "none_of", ["BR", "AS"]), "PB", YES),
        (Rule("turnover_lakh", "at_least", 50), 50, YES),
        (Rule("turnover_lakh", "at_least", 50), Decimal("49.99"), NO),
        (Rule("turnover_lakh", "at_most", 50), 50.5, NO),
        (Rule("turnover_lakh", "between", [10, 50]), 10, YES),
        (Rule("turnover_lakh", "at_least", 50), Band(10, 49), NO),
        (Rule("turnover_lakh", "at_least", 50), Band(10, 100), NOT_KNOWN),
        (Rule("turnover_lakh", "at_least", 50), Band(100), YES),
        (Rule("turnover_lakh", "at_most", 50), Band(10), NOT_KNOWN),
        (Rule("certificates", "has", "FSSAI"), frozenset({"FSSAI"}), YES),
        (Rule("certificates", "has", "FSSAI"), frozenset(), NO),
        (Rule("certificates", "has", "FSSAI"), Some(frozenset({"AGMARK"})), NOT_KNOWN),
        (
            Rule("certificates", "has_any", ["AGMARK", "ISO"]),
            Some(frozenset({"AGMARK"})),
            YES,
        ),
        (Rule("ownership", "has_any", ["women", "sc_st"]), frozenset({"sc_st"}), YES),
        (Rule("ownership", "has", "women"), owners(women=False, sc_st=None), NO),
        (Rule("ownership", "has", "sc_st"), owners(women=False, sc_st=None), NOT_KNOWN),
        (Rule("ownership", "has_any", ["women", "sc_st"]), owners(women=False, sc_st=False), NO),
        (Rule("years_in_business", "at_least", 3), years_since(2023, date(2026, 11, 21)), NOT_KNOWN),
        (Rule("years_in_business", "at_least", 3), years_since(2022, date(2026, 11, 21)), YES),
        (Rule("udyam_verified", "is_true"), False, NO),
        (Rule("exports", "is_false"), False, YES),
        (Rule("started_on", "before", "2020-04-01"), date(2020, 4, 1), NO),
        (Rule("started_on", "after", "2020-04-01"), date(2020, 4, 2), YES),
        (Rule("started_on", "years_since_at_least", 3), date(2023, 11, 21), YES),
        (Rule("started_on", "years_since_at_least", 3), date(2023, 11, 22), NO),
        (Rule("started_on", "years_since_at_most", 10), date(2015, 1, 1), NO),
        (Rule("state", "is", "BR"), None, NOT_KNOWN),
    ],
)
def test_evaluate_each_operator_answers_from_what_is_known(rule, value, answer):
    assert evaluate(rule, {rule.fact: value}, NOON).answer is answer


def test_years_in_business_when_only_the_starting_day_is_known_is_worked_out():
    rule = Rule("years_in_business", "at_least", 3)

    answers = [evaluate(rule, {"started_on": day}, NOON).answer for day in (date(2023, 11, 21), date(2023, 11, 22))]

    assert answers == [YES, NO]


def test_the_day_is_counted_in_india_when_it_is_still_yesterday_in_greenwich():
    late_evening_in_greenwich = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
    rule = Rule("started_on", "years_since_at_least", 3)

    assert evaluate(rule, {"started_on": date(2023, 11, 21)}, late_evening_in_greenwich).answer is YES


def test_a_fact_of_the_wrong_kind_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError):
        evaluate(Rule("turnover_lakh", "at_least", 5), {"turnover_lakh": True}, NOON)


def test_a_hard_no_decides_and_not_known_never_does():
    micro, fssai = (
        Rule("size_class", "is", "micro"),
        Rule("certificates", "has", "FSSAI"),
    )

    answers = [
        evaluate_all([micro, fssai], facts, NOON).answer
        for facts in (
            {"size_class": "small"},
            {"size_class": "micro"},
            {},
            {"certificates": frozenset({"FSSAI"})},
        )
    ]

    assert answers == [NO, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN]


def test_a_soft_no_is_shown_and_decides_nothing():
    result = evaluate_all([Rule("turnover_lakh", "at_least", 50, hard=False)], {"turnover_lakh": 5}, NOON)

    assert (result.answer, [verdict.answer for verdict in result.verdicts]) == (
        YES,
        [NO],
    )


def test_a_rule_counts_from_its_first_day():
    rule = Rule("size_class", "is", "micro", effective_from=date(2026, 11, 22))

    answers = [
        evaluate_all([rule], {"size_class": "small"}, moment).answer
        for moment in (NOON, datetime(2026, 11, 21, 18, 30, tzinfo=UTC))
    ]

    assert answers == [YES, NO]


@pytest.mark.parametrize(
    ("rule", "value", "change"),
    [
        (
            Rule("turnover_lakh", "at_least", 50),
            38,
            Change(Turn.RAISE, "turnover_lakh", Decimal(50), True),
        ),
        (
            Rule("turnover_lakh", "between", [5, 50]),
            99,
            Change(Turn.LOWER, "turnover_lakh", Decimal(50), True),
        ),
        (
            Rule("certificates", "has", "FSSAI"),
            frozenset(),
            Change(Turn.GET, "certificates", ("FSSAI",), True),
        ),
        (
            Rule("ownership", "has", "women"),
            frozenset(),
            Change(Turn.GET, "ownership", ("women",), False),
        ),
        (Rule("state", "is", "BR"), "PB", Change(Turn.BECOME, "state", ("BR",), False)),
        (
            Rule("started_on", "years_since_at_least", 3),
            date(2024, 2, 29),
            Change(Turn.WAIT, "started_on", date(2027, 3, 1), True),
        ),
        (Rule("state", "is", "BR"), None, Change(Turn.TELL, "state", "BR", True)),
        (Rule("state", "is", "BR"), "BR", None),
    ],
)
def test_the_change_is_the_smallest_that_turns_the_answer(rule, value, change):
    assert evaluate(rule, {rule.fact: value}, NOON).change == change


@pytest.mark.parametrize(
    ("fact", "operator", "value", "code"),
    [
        ("shoe_size", "is", "9", "fact"),
        ("turnover_lakh", "has", "x", "operator"),
        ("turnover_lakh", "at_least", "many", "value"),
        ("turnover_lakh", "at_least", -1, "value"),
        ("turnover_lakh", "between", [9, 3], "value"),
        ("size_class", "one_of", [], "value"),
        ("size_class", "is", "huge", "value"),
        ("certificates", "has_any", "FSSAI", "value"),
        ("started_on", "before", "soon", "value"),
        ("started_on", "years_since_at_least", 2.5, "value"),
        ("exports", "is_true", "perhaps", "value"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_refused_with_the_part_that_is_wrong(fact, operator, value, code):
    with pytest.raises(InvalidRule) as refused:
        Rule(fact, Operator(operator), value)

    assert refused.value.code == code


def test_a_rule_read_from_json_equals_the_rule_written_in_code():
    from_json = Rule("turnover_lakh", "between", [10, 49.5])

    assert from_json == Rule("turnover_lakh", Operator.BETWEEN, (Decimal(10), Decimal("49.5")))


@pytest.mark.parametrize(
    "rules",
    [
        [Rule("turnover_lakh", "at_least", 50), Rule("turnover_lakh", "at_most", 10)],
        [Rule("size_class", "is_not", size) for size in ("micro", "small", "medium")],
        [Rule("state", "is", "BR"), Rule("state", "is", "AS")],
        [Rule("exports", "is_true"), Rule("exports", "is_false")],
        [
            Rule("started_on", "before", "2020-01-02"),
            Rule("started_on", "after", "2020-01-01"),
        ],
        [
            Rule("started_on", "years_since_at_least", 5),
            Rule("started_on", "after", "2024-01-01"),
        ],
    ],
)
def test_contradictions_finds_conditions_nobody_can_meet(rules):
    found = contradictions([*rules, Rule("certificates", "has", "FSSAI")], NOON)

    assert [(one.fact, one.rules) for one in found] == [(rules[0].fact, tuple(rules))]


def test_contradictions_names_only_the_rules_that_clash():
    low, high, fine = (
        Rule("turnover_lakh", "at_most", 10),
        Rule("turnover_lakh", "at_least", 50),
        Rule("turnover_lakh", "at_least", 5),
    )

    assert contradictions([fine, low, high], NOON)[0].rules == (low, high)


def test_contradictions_when_a_soft_rule_clashes_finds_none():
    rules = [Rule("exports", "is_true"), Rule("exports", "is_false", hard=False)]

    assert contradictions(rules, NOON) == []


def test_sentences_say_what_is_asked_what_is_known_and_what_would_change_it():
    verdict = evaluate(Rule("turnover_lakh", "at_least", 50), {"turnover_lakh": 38}, NOON)

    assert sentence(verdict) == "Sales a year: at least 50 lakh rupees. Yours does not fit: 38 lakh rupees."
    assert change_sentence(verdict.change) == "It fits when this goes up: Sales a year: 50 lakh rupees."


def test_a_change_out_of_reach_is_said_to_be_so():
    verdict = evaluate(Rule("state", "is", "BR"), {"state": "PB"}, NOON)

    shown = change_sentence(verdict.change, show=lambda fact, value: {"BR": "Bihar"}[value])

    assert shown == "It fits when this is so: State: Bihar. This is not for you to change."


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            Rule("size_class", "one_of", ["small", "micro"]),
            "Size: one of these: micro, small.",
        ),
        (Rule("size_class", "one_of", ["micro"]), "Size: only micro."),
        (Rule("turnover_lakh", "at_most", 2500), "Sales a year: at most 25 crore rupees."),
        (Rule("turnover_lakh", "at_most", 250), "Sales a year: at most 2.5 crore rupees."),
        (
            Rule("started_on", "years_since_at_least", 1),
            "Day the business started: at least 1 year ago.",
        ),
        (
            Rule("turnover_lakh", "between", ["2.5", 10]),
            "Sales a year: between these: 2.5 lakh rupees, 10 lakh rupees.",
        ),
        (Rule("udyam_verified", "is_true"), "Udyam number checked: this must be so."),
    ],
)
def test_condition_sentence_reads_plainly(rule, said):
    assert condition_sentence(rule) == said


def test_sentence_when_the_figure_is_an_open_band_says_or_more():
    verdict = evaluate(Rule("people", "at_least", 5), {"people": Band(10)}, NOON)

    assert sentence(verdict) == "People at work: at least 5 people. Yours fits: 10 people or more."
