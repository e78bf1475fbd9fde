"""A rule: which fact, compared how, with what, from which source and since when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from virtualclusters.matching.rules.facts import FACTS, Fact, FactKind


class Operator(StrEnum):
    """How a fact is compared with the rule's value. The set is closed.

    choice: `is`, `is_not` (one code); `one_of`, `none_of` (several codes).
    number: `at_least`, `at_most` (a number in the fact's unit); `between` (two numbers, both included).
    list: `has` (one code); `has_any` (several codes, one is enough).
    yes or no: `is_true`, `is_false` (no value).
    day: `before`, `after` (a day, not included); `years_since_at_least`, `years_since_at_most` (full years).
    """

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    HAS = "has"
    HAS_ANY = "has_any"
    IS_TRUE = "is_true"
    IS_FALSE = "is_false"
    BEFORE = "before"
    AFTER = "after"
    YEARS_SINCE_AT_LEAST = "years_since_at_least"
    YEARS_SINCE_AT_MOST = "years_since_at_most"


OPERATORS_OF: Final[Mapping[FactKind, frozenset[Operator]]] = {
    FactKind.CHOICE: frozenset({Operator.IS, Operator.IS_NOT, Operator.ONE_OF, Operator.NONE_OF}),
    FactKind.NUMBER: frozenset({Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN}),
    FactKind.LIST: frozenset({Operator.HAS, Operator.HAS_ANY}),
    FactKind.YES_NO: frozenset({Operator.IS_TRUE, Operator.IS_FALSE}),
    FactKind.DAY: frozenset(
        {
            Operator.BEFORE,
            Operator.AFTER,
            Operator.YEARS_SINCE_AT_LEAST,
            Operator.YEARS_SINCE_AT_MOST,
        }
    ),
}

RuleValue = str | Decimal | date | int | tuple[str, ...] | tuple[Decimal, Decimal] | None


class InvalidRule(ValueError):
    """A rule that cannot be asked. `code` says why: fact, operator or value."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition.

    `value` may be given as it stands in JSON (lists, numbers, a day as "2026-04-01"); it is kept in its own type.
    `hard` rules decide; others are only shown. `source` says where the rule stands written, `version` which text of it,
    `effective_from` the first day it holds (None: always). A rule that a buyer relaxes for small units (prior turnover,
    experience) is published soft, with the relaxation named as its source.

    Raises:
        InvalidRule: no such fact, an operator that does not fit the fact, a value that does not fit the operator.
    """

    fact: str
    operator: Operator
    value: RuleValue = None
    hard: bool = True
    source: str = ""
    version: str = ""
    effective_from: date | None = None

    def __post_init__(self) -> None:
        if self.fact not in FACTS:
            raise InvalidRule("fact", f"no fact is called {self.fact!r}")
        operator = Operator(self.operator)
        if operator not in OPERATORS_OF[self.about.kind]:
            raise InvalidRule("operator", f"{operator} cannot be asked of {self.fact}")
        object.__setattr__(self, "operator", operator)
        object.__setattr__(self, "value", _parsed(operator, self.value, self.about))

    @property
    def about(self) -> Fact:
        return FACTS[self.fact]


def _parsed(operator: Operator, value: object, fact: Fact) -> RuleValue:
    try:
        parsed = _PARSERS[operator](value)
    except (TypeError, ValueError, InvalidOperation) as error:
        raise InvalidRule("value", f"{value!r} does not fit {operator}") from error
    codes = parsed if isinstance(parsed, tuple) else (parsed,)
    if fact.choices and any(code not in fact.choices for code in codes):
        raise InvalidRule("value", f"{value!r} is not one of {', '.join(fact.choices)}")
    return parsed


def _code(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a code is needed")
    return value


def _codes(value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError("a list of codes is needed")
    codes = tuple(sorted({_code(item) for item in value}))
    if not codes:
        raise ValueError("at least one code is needed")
    return codes


def _number(value: object) -> Decimal:
    if isinstance(value, bool):
        raise TypeError("a number is needed")
    number = Decimal(str(value))
    if not number.is_finite() or number < 0:
        raise ValueError("a number from 0 is needed")
    return number


def _two_numbers(value: object) -> tuple[Decimal, Decimal]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError("two numbers are needed")
    low, high = (_number(item) for item in value)
    if high < low:
        raise ValueError("the first number must not be above the second")
    return low, high


def _years(value: object) -> int:
    years = _number(value)
    if years != int(years) or years > 100:
        raise ValueError("whole years, at most 100, are needed")
    return int(years)


def _day(value: object) -> date:
    day = date(value.year, value.month, value.day) if isinstance(value, date) else date.fromisoformat(_code(value))
    if not 1800 <= day.year <= 2200:
        raise ValueError("a day between 1800 and 2200 is needed")
    return day


def _nothing(value: object) -> None:
    if value not in (None, "", True):
        raise ValueError("this operator takes no value")


_PARSERS: Final[Mapping[Operator, Callable[[object], RuleValue]]] = {
    Operator.IS: _code,
    Operator.IS_NOT: _code,
    Operator.ONE_OF: _codes,
    Operator.NONE_OF: _codes,
    Operator.AT_LEAST: _number,
    Operator.AT_MOST: _number,
    Operator.BETWEEN: _two_numbers,
    Operator.HAS: _code,
    Operator.HAS_ANY: _codes,
    Operator.IS_TRUE: _nothing,
    Operator.IS_FALSE: _nothing,
    Operator.BEFORE: _day,
    Operator.AFTER: _day,
    Operator.YEARS_SINCE_AT_LEAST: _years,
    Operator.YEARS_SINCE_AT_MOST: _years,
}
