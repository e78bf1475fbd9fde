"""Asks rules of facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules.comparing import COMPARE, full_years
from virtualclusters.matching.rules.facts import Band, FactKind, Facts, FactValue, Some
from virtualclusters.matching.rules.language import Rule
from virtualclusters.matching.rules.turning import Change, change_for, tell
from virtualclusters.matching.rules.verdicts import Answer, both


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one rule. `found` is what was known (None: nothing); `change` is None when the answer is yes."""

    rule: Rule
    answer: Answer
    found: FactValue
    change: Change | None

    @property
    def code(self) -> str:
        """The reason as one code, for counting: "turnover_lakh:at_least:no"."""
        return f"{self.rule.fact}:{self.rule.operator}:{self.answer}"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer to several rules together. Only hard rules decide; `verdicts` holds the soft ones too, in order."""

    answer: Answer
    verdicts: tuple[Verdict, ...]

    def of(self, answer: Answer, *, hard: bool | None = None) -> tuple[Verdict, ...]:
        """The verdicts with this answer; `hard` narrows them to hard or to soft rules."""
        chosen = (verdict for verdict in self.verdicts if verdict.answer is answer)
        return tuple(verdict for verdict in chosen if hard is None or verdict.rule.hard is hard)


def evaluate(rule: Rule, facts: Facts, at: datetime) -> Verdict:
    """Ask one rule, as if it were in force.

    Raises:
        TypeError: the facts hold a value that is not of the fact's kind.
    """
    return evaluate_on(rule, facts, day_in_india(at))


def evaluate_on(rule: Rule, facts: Facts, day: date) -> Verdict:
    """As `evaluate`, for a calendar day in India."""
    found = _told(rule, facts, day)
    if found is None:
        return Verdict(rule, Answer.NOT_KNOWN, None, tell(rule))
    shaped = known(rule, found)
    answer = COMPARE[rule.operator](rule.value, shaped, day)
    return Verdict(rule, answer, found, _change(rule, answer, shaped, day))


def evaluate_all(rules: Iterable[Rule], facts: Facts, at: datetime) -> Eligibility:
    """Ask all rules that are in force. A hard no decides; not known never does; no rule at all is yes."""
    day = day_in_india(at)
    verdicts = tuple(evaluate_on(rule, facts, day) for rule in in_force(rules, day))
    return Eligibility(both(verdict.answer for verdict in verdicts if verdict.rule.hard), verdicts)


def in_force(rules: Iterable[Rule], day: date) -> list[Rule]:
    """The rules that hold on a day. A rule is ended by taking it out, not by a later rule."""
    return [rule for rule in rules if rule.effective_from is None or rule.effective_from <= day]


def known(rule: Rule, found: FactValue) -> Any:
    """What was told, in the shape the operators compare: a number as a band, a list as a frozen set or `Some`."""
    kind = rule.about.kind
    if kind is FactKind.NUMBER and isinstance(found, int | float | Decimal) and not isinstance(found, bool):
        return Band(found, found)
    if not isinstance(found, _SHAPES[kind]):
        raise TypeError(f"{rule.fact} cannot be {found!r}")
    return day_in_india(found) if isinstance(found, datetime) else found


_SHAPES: dict[FactKind, Any] = {
    FactKind.CHOICE: str,
    FactKind.YES_NO: bool,
    FactKind.NUMBER: Band,
    FactKind.DAY: date,
    FactKind.LIST: (frozenset, Some),
}


def _told(rule: Rule, facts: Facts, day: date) -> FactValue:
    told = facts.get(rule.fact)
    started = facts.get("started_on")
    if told is None and rule.fact == "years_in_business" and isinstance(started, date):
        return full_years(started, day)
    return told


def _change(rule: Rule, answer: Answer, shaped: Any, day: date) -> Change | None:
    if answer is Answer.YES:
        return None
    return change_for(rule, shaped, day) if answer is Answer.NO else tell(rule)
