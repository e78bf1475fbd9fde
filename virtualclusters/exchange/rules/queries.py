"""Rules and facts from rows, as the values that matching compares."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from virtualclusters.exchange.rules.models import Rule as RuleRow
from virtualclusters.foundation.among import among
from virtualclusters.matching.rules.facts import Band, Some
from virtualclusters.matching.rules.language import Rule
from virtualclusters.network.organisations.facts import facts_from, facts_of

_LISTS = ("certificates", "products", "machines", "services", "languages")
_NUMBERS = ("turnover_lakh", "investment_lakh", "people")
_PLAIN = ("organisation_kind", "state", "district", "size_class", "is_manufacturer")
_OWNERS = {"women_owned": "women", "sc_st_owned": "sc_st"}


def rules_of(opportunity_ids) -> dict[int, tuple[Rule, ...]]:
    """The rules of opportunities by opportunity id. One query."""
    found = defaultdict(list)
    for row in RuleRow.objects.filter(opportunity__in=opportunity_ids).order_by("id"):
        found[row.opportunity_id].append(as_value(row))
    return {opportunity: tuple(rules) for opportunity, rules in found.items()}


_COLUMNS = ("fact", "operator", "value", "hard", "source", "version", "effective_from")
RULES = ArraySubquery(
    RuleRow.objects.filter(opportunity=OuterRef("pk"))
    .order_by("id")
    .values(rule=JSONObject(**{name: name for name in _COLUMNS}))
)
"""An annotation for opportunities: their rules, read with them; ``rules_in`` makes values of it."""


def rules_shared_by(opportunity_ids) -> list[tuple[Rule, list[int]]]:
    """Each different rule of opportunities with the ids of those that have it: hundreds mostly share a few. One query."""
    rows = RuleRow.objects.filter(opportunity__in=among(opportunity_ids)).order_by().values_list(*_COLUMNS)
    return [(Rule(*columns), having) for *columns, having in rows.annotate(having=ArrayAgg("opportunity"))]


def rules_in(annotated) -> tuple[Rule, ...]:
    """The rules that ``RULES`` brought along with an opportunity."""
    return tuple(Rule(**{**rule, "effective_from": date.fromisoformat(rule["effective_from"])}) for rule in annotated)


def as_value(row) -> Rule:
    """A stored rule as the evaluator takes it."""
    return Rule(row.fact, row.operator, row.value, row.hard, row.source, row.version, row.effective_from)


_told_elsewhere: list[Callable] = []


def tells_facts(source: Callable) -> None:
    """Register ``source(unit_ids) -> {unit id: facts}``: what units told an area and the profile has no place for; one query.

    Called from ``ready()``. What was told there goes before the profile.
    """
    if source not in _told_elsewhere:
        _told_elsewhere.append(source)


def rule_facts_of(unit_ids, *, at) -> dict[int, dict]:
    """What is known of units, by unit id, in the names and kinds of ``matching.rules.facts``. Three queries, and one a source.

    A band of a yearly figure stays a band; a list stays open at its end, for an owner may have more than she told.
    """
    known = {unit: _rule_facts(facts) for unit, facts in facts_of(unit_ids, at=at).items()}
    for source in _told_elsewhere:
        for unit, facts in source(unit_ids).items():
            known[unit] = laid_over(known.get(unit, {}), facts)
    return known


def laid_over(known: dict, told: dict) -> dict:
    """Facts with others laid over them: of a list known in part, what is told of each item; of the rest, the whole."""
    both = {
        name for name in known.keys() & told.keys() if isinstance(known[name], Some) and isinstance(told[name], Some)
    }
    return known | told | {name: _joined(known[name], told[name]) for name in both}


def _joined(known, told):
    return Some((known.items - told.without) | told.items, (known.without - told.items) | told.without)


def rule_facts_from(units, held, *, at) -> dict[int, dict]:
    """The same of units that the caller has read; ``held`` are (unit id, role, kind, slug) of their concepts. One query."""
    return {unit: _rule_facts(facts) for unit, facts in facts_from(units, held, at=at).items()}


def _rule_facts(facts):
    known = {name: facts[name] for name in _PLAIN if name in facts}
    known |= {name: Some(items=frozenset(facts[name])) for name in _LISTS if name in facts}
    known |= {name: Band(*map(_number, facts[name])) for name in _NUMBERS if name in facts}
    if "years_in_business" in facts:
        known["years_in_business"] = max(0, facts["years_in_business"])
    said = {word: facts[name] for name, word in _OWNERS.items() if name in facts}
    if said:
        known["ownership"] = Some(
            items=frozenset(word for word, owned in said.items() if owned),
            without=frozenset(word for word, owned in said.items() if not owned),
        )
    if known.get("size_class") == "large":
        del known["size_class"]
    return known


def _number(value):
    return Decimal(value) if value is not None else None
