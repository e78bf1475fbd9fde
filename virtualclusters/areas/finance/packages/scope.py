"""For whom a package is: what units make, and rules in the shared language. Values in and out, no query.

``Scope`` is what the form says and what a stored package says, so that counting, previewing and publishing ask the same.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualclusters.matching.rules import Answer, Operator, Rule
from virtualclusters.matching.values import UnitRole

LAKH = Decimal(100_000)
MAKING = (UnitRole.MAKES, UnitRole.CAN)


@dataclass(frozen=True)
class Scope:
    """What units make (ids of concepts; empty: whatever they make), and rules."""

    concepts: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()


RULE_FIELDS = {
    "sizes": ("size_class", Operator.ONE_OF),
    "owners": ("ownership", Operator.HAS_ANY),
    "states": ("state", Operator.ONE_OF),
    "districts": ("district", Operator.ONE_OF),
    "years_min": ("years_in_business", Operator.AT_LEAST),
    "years_max": ("years_in_business", Operator.AT_MOST),
    "turnover_min": ("turnover_lakh", Operator.AT_LEAST),
    "turnover_max": ("turnover_lakh", Operator.AT_MOST),
    "investment_max": ("investment_lakh", Operator.AT_MOST),
    "makers_only": ("is_manufacturer", Operator.IS_TRUE),
}
"""Field of the form → fact and operator."""
IN_RUPEES = {"turnover_min", "turnover_max", "investment_max"}


def rules_told(told: Mapping, *, source: str, version: str, effective_from: date) -> tuple[Rule, ...]:
    """The rules that a form's cleaned values say, each hard; a field left empty asks nothing."""
    return tuple(
        Rule(fact, operator, _value(name, told[name]), True, source, version, effective_from)
        for name, (fact, operator) in RULE_FIELDS.items()
        if told.get(name) not in (None, "", [], (), False)
    )


def _value(name, said):
    if name == "makers_only":
        return None
    return _plain_number(Decimal(said) / LAKH) if name in IN_RUPEES else said


def _plain_number(number):
    return int(number) if number == int(number) else str(number.normalize())


def told_by(rules) -> dict:
    """The other way: the form's values from stored rules."""
    fields = {wanted: name for name, wanted in RULE_FIELDS.items()}
    return {name: _said(name, rule.value) for rule in rules if (name := fields.get((rule.fact, rule.operator)))}


def _said(name, value):
    if name == "makers_only":
        return True
    if name in IN_RUPEES:
        return value * LAKH
    return list(value) if isinstance(value, tuple) else value


def answer_about_products(scope: Scope, held: Mapping[str, Collection[int]], words) -> Answer:
    """Whether a unit makes what the package is for. ``held`` are ids by role; ``words`` the vocabulary. Nothing told is not known."""
    if not scope.concepts:
        return Answer.YES
    made = {concept for role in MAKING for concept in held.get(role, ())}
    if any(concept in reached(scope, words) for concept in made):
        return Answer.YES
    return Answer.NO if made else Answer.NOT_KNOWN


def reached(scope: Scope, words) -> set[int]:
    """The concepts a unit may make to be meant: those of the scope and all narrower ones."""
    return {int(one) for concept in scope.concepts for one in (concept, *words.below(concept))}
