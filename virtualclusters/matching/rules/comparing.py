"""How each operator compares what is known about a unit with what a rule asks."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from virtualclusters.matching.rules.facts import Band, Some
from virtualclusters.matching.rules.language import Operator
from virtualclusters.matching.rules.verdicts import Answer, both, yes_or_no


def years_before(day: date, years: int) -> date:
    """The same day that many years earlier; 29 February becomes 28 February."""
    return _in_year(day, day.year - years)


def years_after(day: date, years: int) -> date:
    """The day on which that many full years have passed; 29 February becomes 1 March."""
    year = day.year + years
    moved = _in_year(day, year)
    return moved if moved.day == day.day else date(year, 3, 1)


def full_years(since: date, at: date) -> int:
    """Whole years from one day to another; 0 for a day still to come."""
    return max(0, at.year - since.year - ((at.month, at.day) < (since.month, since.day)))


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _at_least(asked: Decimal, found: Band, at: date) -> Answer:
    if found.low >= asked:
        return Answer.YES
    return Answer.NO if found.high is not None and found.high < asked else Answer.NOT_KNOWN


def _at_most(asked: Decimal, found: Band, at: date) -> Answer:
    if found.low > asked:
        return Answer.NO
    return Answer.YES if found.high is not None and found.high <= asked else Answer.NOT_KNOWN


def _between(asked: tuple[Decimal, Decimal], found: Band, at: date) -> Answer:
    return both((_at_least(asked[0], found, at), _at_most(asked[1], found, at)))


def _has(asked: str, found: frozenset[str] | Some, at: date) -> Answer:
    return _has_any((asked,), found, at)


def _has_any(asked: tuple[str, ...], found: frozenset[str] | Some, at: date) -> Answer:
    part = found if isinstance(found, Some) else Some(found)
    if not part.items.isdisjoint(asked):
        return Answer.YES
    ruled_out = not isinstance(found, Some) or part.without.issuperset(asked)
    return Answer.NO if ruled_out else Answer.NOT_KNOWN


COMPARE: Final[Mapping[Operator, Callable[[Any, Any, date], Answer]]] = {
    Operator.IS: lambda asked, found, at: yes_or_no(found == asked),
    Operator.IS_NOT: lambda asked, found, at: yes_or_no(found != asked),
    Operator.ONE_OF: lambda asked, found, at: yes_or_no(found in asked),
    Operator.NONE_OF: lambda asked, found, at: yes_or_no(found not in asked),
    Operator.AT_LEAST: _at_least,
    Operator.AT_MOST: _at_most,
    Operator.BETWEEN: _between,
    Operator.HAS: _has,
    Operator.HAS_ANY: _has_any,
    Operator.IS_TRUE: lambda asked, found, at: yes_or_no(found is True),
    Operator.IS_FALSE: lambda asked, found, at: yes_or_no(found is False),
    Operator.BEFORE: lambda asked, found, at: yes_or_no(found < asked),
    Operator.AFTER: lambda asked, found, at: yes_or_no(found > asked),
    Operator.YEARS_SINCE_AT_LEAST: lambda asked, found, at: yes_or_no(years_after(found, asked) <= at),
    Operator.YEARS_SINCE_AT_MOST: lambda asked, found, at: yes_or_no(full_years(found, at) <= asked),
}
"""(asked, found, day in India) -> answer. `found` is in the form that `evaluation.known` gives it."""
