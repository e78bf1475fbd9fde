"""Plain sentences about rules, in the reader's language.

How a value reads (a concept's name, a state, a number with Indian grouping) is the caller's to decide through `show`;
without it codes, numbers and days read as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from virtualclusters.matching.rules.evaluation import Verdict
from virtualclusters.matching.rules.facts import FACTS, Band, Fact, Some, Unit, Words
from virtualclusters.matching.rules.language import Operator, Rule
from virtualclusters.matching.rules.turning import Change, Turn
from virtualclusters.matching.rules.verdicts import Answer

LAKHS_IN_A_CRORE: Final = 100

Show = Callable[[Fact, Any], str]
"""How one code, number or day of a fact reads."""

_CONDITIONS: Final[Mapping[Operator, Words]] = {
    Operator.IS: gettext_lazy("%(label)s: only %(asked)s."),
    Operator.IS_NOT: gettext_lazy("%(label)s: not %(asked)s."),
    Operator.ONE_OF: gettext_lazy("%(label)s: one of these: %(asked)s."),
    Operator.NONE_OF: gettext_lazy("%(label)s: none of these: %(asked)s."),
    Operator.AT_LEAST: gettext_lazy("%(label)s: at least %(asked)s."),
    Operator.AT_MOST: gettext_lazy("%(label)s: at most %(asked)s."),
    Operator.BETWEEN: gettext_lazy("%(label)s: between these: %(asked)s."),
    Operator.HAS: gettext_lazy("%(label)s: %(asked)s is needed."),
    Operator.HAS_ANY: gettext_lazy("%(label)s: one of these is needed: %(asked)s."),
    Operator.IS_TRUE: gettext_lazy("%(label)s: this must be so."),
    Operator.IS_FALSE: gettext_lazy("%(label)s: this must not be so."),
    Operator.BEFORE: gettext_lazy("%(label)s: before %(asked)s."),
    Operator.AFTER: gettext_lazy("%(label)s: after %(asked)s."),
    Operator.YEARS_SINCE_AT_LEAST: gettext_lazy("%(label)s: at least %(asked)s ago."),
    Operator.YEARS_SINCE_AT_MOST: gettext_lazy("%(label)s: at most %(asked)s ago."),
}

_OF_ONE: Final = {Operator.ONE_OF: Operator.IS, Operator.NONE_OF: Operator.IS_NOT, Operator.HAS_ANY: Operator.HAS}
"""How a choice reads that leaves only one thing to choose."""

_FINDINGS: Final[Mapping[Answer, Words]] = {
    Answer.YES: gettext_lazy("Yours fits: %(found)s."),
    Answer.NO: gettext_lazy("Yours does not fit: %(found)s."),
    Answer.NOT_KNOWN: gettext_lazy("We do not know yours yet."),
}

_CHANGES: Final[Mapping[Turn, Words]] = {
    Turn.TELL: gettext_lazy("Tell us this, and we can say if it fits: %(label)s."),
    Turn.BECOME: gettext_lazy("It fits when this is so: %(label)s: %(value)s."),
    Turn.BECOME_OTHER: gettext_lazy("It fits when this is no longer so: %(label)s: %(value)s."),
    Turn.RAISE: gettext_lazy("It fits when this goes up: %(label)s: %(value)s."),
    Turn.LOWER: gettext_lazy("It fits when this goes down: %(label)s: %(value)s."),
    Turn.GET: gettext_lazy("It fits when you have this: %(label)s: %(value)s."),
    Turn.WAIT: gettext_lazy("It fits from this day on: %(value)s."),
    Turn.DAY: gettext_lazy("It would fit with another day: %(label)s: %(value)s."),
}


def plain(fact: Fact, value: Any) -> str:
    """A value as it stands; codes of a closed list in words, numbers with their unit."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return _in_unit(fact.unit, value)
    return value.isoformat() if isinstance(value, date) else str(fact.choices.get(value, value))


def condition_sentence(rule: Rule, show: Show = plain) -> str:
    """What the rule asks: "Sales a year: at least 50 lakh rupees."."""
    asked = _listed(rule.about, rule.value, show)
    if rule.operator in (Operator.YEARS_SINCE_AT_LEAST, Operator.YEARS_SINCE_AT_MOST):
        asked = _in_unit(Unit.YEARS, rule.value)
    operator = _OF_ONE.get(rule.operator, rule.operator) if len(tuple(_parts(rule.value))) == 1 else rule.operator
    return str(_CONDITIONS[operator]) % {"label": rule.about.label, "asked": asked}


def sentence(verdict: Verdict, show: Show = plain) -> str:
    """What the rule asks and how the unit stands to it."""
    found = _listed(verdict.rule.about, verdict.found, show)
    finding = str(_FINDINGS[verdict.answer]) % {"found": found}
    return f"{condition_sentence(verdict.rule, show)} {finding}"


def change_sentence(change: Change, show: Show = plain) -> str:
    """What would make it fit; honest about what the owner cannot change."""
    fact = FACTS[change.fact]
    said = str(_CHANGES[change.turn]) % {
        "label": fact.label,
        "value": _listed(fact, change.value, show),
    }
    return said if change.in_reach else _("%(change)s This is not for you to change.") % {"change": said}


def _listed(fact: Fact, value: Any, show: Show) -> str:
    if isinstance(value, Band) and value.high is None:
        return _("%(low)s or more") % {"low": show(fact, value.low)}
    if isinstance(value, Band) and value.high != value.low:
        return _("%(least)s to %(most)s") % {"least": show(fact, value.low), "most": show(fact, value.high)}
    return ", ".join(show(fact, part) for part in _parts(value)) or _("none")


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, Band):
        return [value.low]
    if isinstance(value, Some | frozenset):
        return sorted(value.items if isinstance(value, Some) else value)
    if isinstance(value, tuple):
        return value
    return [] if value is None else [value]


def _in_unit(unit: Unit, number: Any) -> str:
    if unit is Unit.LAKH_RUPEES and number >= LAKHS_IN_A_CRORE:
        crores = Decimal(str(number)) / LAKHS_IN_A_CRORE
        return _("%(number)s crore rupees") % {"number": f"{crores.normalize():f}"}
    shown = int(number) if number == int(number) else number
    return _unit_words(unit, int(number)) % {"number": shown}


def _unit_words(unit: Unit, count: int) -> str:
    words = {
        Unit.NONE: "%(number)s",
        Unit.LAKH_RUPEES: ngettext("%(number)s lakh rupees", "%(number)s lakh rupees", count),
        Unit.YEARS: ngettext("%(number)s year", "%(number)s years", count),
        Unit.PEOPLE: ngettext("%(number)s person", "%(number)s people", count),
        Unit.KILOGRAMS: ngettext("%(number)s kilogram", "%(number)s kilograms", count),
        Unit.KILOMETRES: ngettext("%(number)s kilometre", "%(number)s kilometres", count),
        Unit.PERCENT: _("%(number)s percent"),
    }
    return words[unit]
