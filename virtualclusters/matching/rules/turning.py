"""The smallest change that would turn a no, or a not known, into a yes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, cast

from virtualclusters.matching.rules.comparing import years_after, years_before
from virtualclusters.matching.rules.facts import (
    FACTS,
    OTHER,
    Band,
    Facts,
    FactValue,
    Some,
)
from virtualclusters.matching.rules.language import Operator, Rule


class Turn(StrEnum):
    """What kind of change it is."""

    TELL = "tell"  # we only need to be told
    BECOME = "become"  # another value; any of several will do
    BECOME_OTHER = "become_other"  # any value but these
    RAISE = "raise"
    LOWER = "lower"
    GET = "get"  # one of these added
    WAIT = "wait"  # until this day
    DAY = "day"  # the day itself would have to be another


@dataclass(frozen=True, slots=True)
class Change:
    """One change to one fact.

    `value` is the value the fact must reach (RAISE, LOWER, DAY), the codes of which one is enough (BECOME, GET), the
    codes it must not be (BECOME_OTHER), the day to wait for (WAIT), or what was asked (TELL). `in_reach` is False for
    what an owner cannot change, such as the state the unit stands in.
    """

    turn: Turn
    fact: str
    value: Any
    in_reach: bool


def change_for(rule: Rule, found: Any, at: date) -> Change:
    """The smallest change that makes the answer to `rule` yes, when what was found answers no."""
    turn, value = _TURNS[rule.operator](rule.value, found, at)
    return Change(turn, rule.fact, value, rule.about.in_reach or turn is Turn.WAIT)


def tell(rule: Rule) -> Change:
    """What to do about a fact that is not known: say it."""
    return Change(Turn.TELL, rule.fact, rule.value, in_reach=True)


def apply_change(change: Change, facts: Facts, at: date) -> tuple[dict[str, FactValue], date]:
    """The facts, and the day, as they would be after the change (TELL changes nothing: only the owner knows)."""
    if change.turn is Turn.TELL:
        return dict(facts), at
    if change.turn is Turn.WAIT:
        return dict(facts), change.value
    return {
        **facts,
        change.fact: _APPLY[change.turn](change, facts.get(change.fact)),
    }, at


def _between(asked: tuple[Decimal, Decimal], found: Band, at: date) -> tuple[Turn, Decimal]:
    below = found.high is not None and found.high < asked[0]
    return (Turn.RAISE, asked[0]) if below else (Turn.LOWER, asked[1])


_Turning = Callable[[Any, Any, date], tuple[Turn, Any]]
_TURNS: Final[Mapping[Operator, _Turning]] = {
    Operator.IS: lambda asked, found, at: (Turn.BECOME, (asked,)),
    Operator.IS_NOT: lambda asked, found, at: (Turn.BECOME_OTHER, (asked,)),
    Operator.ONE_OF: lambda asked, found, at: (Turn.BECOME, asked),
    Operator.NONE_OF: lambda asked, found, at: (Turn.BECOME_OTHER, asked),
    Operator.AT_LEAST: lambda asked, found, at: (Turn.RAISE, asked),
    Operator.AT_MOST: lambda asked, found, at: (Turn.LOWER, asked),
    Operator.BETWEEN: _between,
    Operator.HAS: lambda asked, found, at: (Turn.GET, (asked,)),
    Operator.HAS_ANY: lambda asked, found, at: (Turn.GET, asked),
    Operator.IS_TRUE: lambda asked, found, at: (Turn.BECOME, True),
    Operator.IS_FALSE: lambda asked, found, at: (Turn.BECOME, False),
    Operator.BEFORE: lambda asked, found, at: (Turn.DAY, asked - timedelta(days=1)),
    Operator.AFTER: lambda asked, found, at: (Turn.DAY, asked + timedelta(days=1)),
    Operator.YEARS_SINCE_AT_LEAST: lambda asked, found, at: (
        Turn.WAIT,
        years_after(found, asked),
    ),
    Operator.YEARS_SINCE_AT_MOST: lambda asked, found, at: (
        Turn.DAY,
        years_before(at, asked),
    ),
}


def _first(change: Change, found: Any) -> FactValue:
    """The first of the codes, or the one answer."""
    return cast(FactValue, change.value[0] if isinstance(change.value, tuple) else change.value)


def _other(change: Change, found: Any) -> FactValue:
    return next((code for code in FACTS[change.fact].choices if code not in change.value), OTHER)


def _added(change: Change, found: Any) -> FactValue:
    got = frozenset({change.value[0]})
    return Some(found.items | got, found.without - got) if isinstance(found, Some) else found | got


def _exactly(change: Change, found: Any) -> FactValue:
    return cast(FactValue, change.value)


_APPLY: Final[Mapping[Turn, Callable[[Change, Any], FactValue]]] = {
    Turn.BECOME: _first,
    Turn.BECOME_OTHER: _other,
    Turn.RAISE: _exactly,
    Turn.LOWER: _exactly,
    Turn.GET: _added,
    Turn.DAY: _exactly,
}
