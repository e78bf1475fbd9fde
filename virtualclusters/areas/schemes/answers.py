"""The eight answers as one value, and what they mean as facts that rules ask about. Pure.

The questions: size, years, state and district, what is made, who owns it, sales, support had before, own money. An answer that was not
given is empty or None and stays *not known*.
"""

from dataclasses import asdict, dataclass, fields
from decimal import Decimal

from virtualclusters.areas.schemes.models import OwnMoney, Started
from virtualclusters.matching.rules import Band, Some
from virtualclusters.network.organisations.bands import SalesBand
from virtualclusters.network.organisations.facts import edges_in_lakh

YEARS = {
    Started.NOT_YET: Band(0, 0),
    Started.UNDER_1: Band(Decimal("0.1"), 1),
    Started.TO_3: Band(1, 3),
    Started.TO_5: Band(3, 5),
    Started.OVER_5: Band(5),
}
OWN_PERCENT = {
    OwnMoney.NONE: Band(0, 0),
    OwnMoney.UNDER_5: Band(0, Decimal("4.9")),
    OwnMoney.TO_10: Band(5, Decimal("9.9")),
    OwnMoney.TO_25: Band(10, 25),
    OwnMoney.OVER_25: Band(25, 100),
}
OWNERS = ("women", "sc_st", "minority")


@dataclass(frozen=True)
class Answers:
    """What was answered. ``products`` are slugs of concepts, ``words`` the owner's own for them."""

    size_class: str = ""
    started: str = ""
    state: str = ""
    district: str = ""
    words: str = ""
    products: tuple[str, ...] = ()
    only_trades: bool | None = None
    women: bool | None = None
    sc_st: bool | None = None
    minority: bool | None = None
    sales: str = ""
    had_support: bool | None = None
    own_money: str = ""

    def as_plain(self) -> dict:
        """What was answered, as JSON keeps it; what was not is left out."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None, ())}


def answers_from(plain: dict) -> Answers:
    """The answers that ``as_plain`` gave; names that are none are left out."""
    known = {one.name for one in fields(Answers)}
    told = {name: value for name, value in plain.items() if name in known}
    return Answers(**{**told, "products": tuple(told.get("products", ()))})


def rule_facts(answers: Answers) -> dict:
    """Facts in the names and kinds of ``matching.rules``; what was not answered is missing."""
    said = {
        "size_class": answers.size_class,
        "years_in_business": YEARS.get(answers.started),
        "state": answers.state,
        "district": answers.district,
        "products": Some(frozenset(answers.products)) if answers.products else None,
        "is_manufacturer": None if answers.only_trades is None else not answers.only_trades,
        "ownership": _ownership(answers),
        "turnover_lakh": _sales(answers.sales),
        "had_support": answers.had_support,
        "own_percent": OWN_PERCENT.get(answers.own_money),
    }
    return {name: value for name, value in said.items() if value not in ("", None)}


def _ownership(answers):
    said = {name: getattr(answers, name) for name in OWNERS if getattr(answers, name) is not None}
    if not said:
        return None
    return Some(frozenset(name for name in said if said[name]), frozenset(name for name in said if not said[name]))


def _sales(band):
    edges = edges_in_lakh(SalesBand, band)
    return Band(*edges) if edges else None
