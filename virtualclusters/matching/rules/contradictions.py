"""Finds conditions that no unit on earth could meet together, before they are published."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules.comparing import years_before
from virtualclusters.matching.rules.evaluation import evaluate_on
from virtualclusters.matching.rules.facts import OTHER, Fact, FactKind, FactValue
from virtualclusters.matching.rules.language import Operator, Rule
from virtualclusters.matching.rules.verdicts import Answer

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Hard rules about one fact that cannot all be met; leaving any one of them out would make them possible."""

    fact: str
    rules: tuple[Rule, ...]


def contradictions(rules: Iterable[Rule], at: datetime) -> list[Contradiction]:
    """The contradictions among hard rules, at most one a fact, in the order of the facts' names.

    It asks the evaluator itself: if neither a value named in the rules nor one just beside it meets them all, none
    does. Rules on different facts (state and district, say) are not compared.
    """
    day = day_in_india(at)
    by_fact: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.hard:
            by_fact[rule.fact].append(rule)
    return [
        Contradiction(name, _smallest(about, day))
        for name, about in sorted(by_fact.items())
        if not _possible(about, day)
    ]


def _smallest(rules: Sequence[Rule], day: date) -> tuple[Rule, ...]:
    kept = list(rules)
    for rule in rules:
        others = [other for other in kept if other is not rule]
        if others and not _possible(others, day):
            kept = others
    return tuple(kept)


def _possible(rules: Sequence[Rule], day: date) -> bool:
    fact = rules[0].about
    return any(
        all(evaluate_on(rule, {fact.name: value}, day).answer is Answer.YES for rule in rules)
        for value in _candidates(fact, rules, day)
    )


def _candidates(fact: Fact, rules: Sequence[Rule], day: date) -> list[FactValue]:
    if fact.kind is FactKind.YES_NO:
        return [True, False]
    named = [part for rule in rules for part in _parts(rule, day)]
    if fact.kind is FactKind.CHOICE:
        return [*fact.choices] or [*named, OTHER]
    if fact.kind is FactKind.LIST:
        return [frozenset(named)]
    return named


def _parts(rule: Rule, day: date) -> list[Any]:
    value: Any = rule.value
    if rule.operator in (Operator.YEARS_SINCE_AT_LEAST, Operator.YEARS_SINCE_AT_MOST):
        value = years_before(day, value)
    if isinstance(value, date):
        return [value - ONE_DAY, value, value + ONE_DAY]
    return list(value) if isinstance(value, tuple) else [value]
