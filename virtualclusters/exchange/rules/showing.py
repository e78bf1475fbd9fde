"""How the values of rules read: states by name, numbers in Indian grouping, codes of a closed list in words."""

from decimal import Decimal

from virtualclusters.matching.rules.facts import FactKind, Unit
from virtualclusters.matching.rules.words import plain
from virtualclusters.ui.formatters import long_date, number
from virtualclusters.ui.state_tiles import STATE_NAMES

GROUPED_FROM = 1_000


def shown(fact, value) -> str:
    """One code, number or day of a fact as a person reads it; for ``sentence``, ``condition_sentence``, ``change_sentence``."""
    if fact.name == "state":
        return str(STATE_NAMES.get(value, value))
    if fact.kind is FactKind.DAY:
        return long_date(value)
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if is_number and value >= GROUPED_FROM and fact.unit is not Unit.LAKH_RUPEES:
        return plain(fact, 0).replace("0", number(value), 1)
    return plain(fact, value)
