"""How good a brief is so far: published rules, each with its weight; together they make 100. They advise and never block.

A team comes to a unit whose trouble it understands, can measure, and can reach. So the words weigh most, then the number, then the
practical things. The rules are the portal's own and stand on the page "How a brief is scored".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.kinds.scope import Missing, Scope

REMOTE = "remote"
ENOUGH_FOR_A_LINE, ENOUGH_FOR_A_STORY = 20, 80
"""Letters."""


@dataclass(frozen=True)
class Rule:
    """One rule: how much it weighs, the field it looks at, what to say when it is not kept."""

    weight: int
    field: str
    sentence: str | Promise
    kept: Callable[[Mapping[str, Any]], bool]


def _said(field: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda told: told.get(field) not in (None, "", [])


def _said_or_remote(field: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda told: told.get("where") == REMOTE or _said(field)(told)


def _long(field: str, letters: int) -> Callable[[Mapping[str, Any]], bool]:
    return lambda told: len((told.get(field) or "").strip()) >= letters


RULES = (
    Rule(
        20,
        "summary",
        _("Say more: what have you tried, and when does it happen?"),
        _long("summary", ENOUGH_FOR_A_STORY),
    ),
    Rule(15, "title", _("Say the trouble in a whole line."), _long("title", ENOUGH_FOR_A_LINE)),
    Rule(15, "number_today", _("Give the number of today, even a rough one."), _said("number_today")),
    Rule(10, "number_wished", _("Say which number you wish."), _said("number_wished")),
    Rule(5, "number_counts", _("Say what the number counts."), _said("number_counts")),
    Rule(10, "visits", _("Say how often the students may visit you."), _said_or_remote("visits")),
    Rule(5, "students", _("Say how many students you wish."), _said("students")),
    Rule(5, "ends_on", _("Say by when it should be finished."), _said("ends_on")),
    Rule(5, "materials_by", _("Say who gives the materials."), _said("materials_by")),
    Rule(5, "travel_by", _("Say who bears the travel."), _said_or_remote("travel_by")),
    Rule(5, "languages", _("Say which languages you speak."), _said("languages")),
)


def scope(told: Mapping[str, Any]) -> Scope:
    """The score of a brief's cleaned values and what is missing, the weightiest first."""
    missing = sorted((rule for rule in RULES if not rule.kept(told)), key=lambda rule: -rule.weight)
    return Scope(
        score=sum(rule.weight for rule in RULES) - sum(rule.weight for rule in missing),
        missing=tuple(Missing(rule.field, rule.sentence) for rule in missing),
    )
