"""What a rule may ask about a unit: the known facts, their kinds, units and words.

A unit's facts are a mapping from a fact's name to a value. A name that is missing, or None, is *not known*. What is
known in part is said as such: `Band` for a number known within limits (yearly figures are asked in bands), `Some` for a
list that may be longer than what was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Words: TypeAlias = "StrOrPromise"
Number = int | float | Decimal

OTHER: Final = "(other)"
"""Stands for any choice that no rule names."""


class FactKind(StrEnum):
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    DAY = "day"
    LIST = "list"


class Unit(StrEnum):
    """In which unit a number is told."""

    NONE = ""
    LAKH_RUPEES = "lakh_rupees"
    YEARS = "years"
    PEOPLE = "people"
    KILOGRAMS = "kilograms"
    KILOMETRES = "kilometres"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Band:
    """A number known to lie between two limits, both included; `high=None` means no upper limit is known."""

    low: Number
    high: Number | None = None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a band cannot end at {self.high} before it begins at {self.low}")


@dataclass(frozen=True, slots=True)
class Some:
    """A list known in part: certainly these, certainly not those; about the rest nobody has told us."""

    items: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


FactValue = str | bool | Number | date | Band | Some | frozenset[str] | None
Facts = Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a rule may ask about.

    `choices` closes the list of values (code to words); without it any code is allowed, and its words come from the
    caller. `in_reach` says whether an owner can change it at all: a certificate can be got, a founding day cannot.
    """

    name: str
    kind: FactKind
    label: Words
    unit: Unit = Unit.NONE
    choices: Mapping[str, Words] = field(default_factory=dict)
    in_reach: bool = True


# Sizes: S.O. 1364(E) of 21 March 2025. Owner groups: Public Procurement Policy for MSEs Order 2012.
SIZES: Final = {"micro": _("micro"), "small": _("small"), "medium": _("medium")}
OWNERS: Final = {
    "women": _("women"),
    "sc_st": _("Scheduled Castes or Scheduled Tribes"),
    "minority": _("a minority community"),
}

_ALL: Final = (
    Fact("size_class", FactKind.CHOICE, _("Size"), choices=SIZES, in_reach=False),
    Fact("ownership", FactKind.LIST, _("Owned by"), choices=OWNERS, in_reach=False),
    Fact("organisation_kind", FactKind.CHOICE, _("Kind of organisation"), in_reach=False),
    Fact("state", FactKind.CHOICE, _("State"), in_reach=False),
    Fact("district", FactKind.CHOICE, _("District"), in_reach=False),
    Fact("started_on", FactKind.DAY, _("Day the business started"), in_reach=False),
    Fact(
        "years_in_business",
        FactKind.NUMBER,
        _("Years in business"),
        Unit.YEARS,
        in_reach=False,
    ),
    Fact("turnover_lakh", FactKind.NUMBER, _("Sales a year"), Unit.LAKH_RUPEES),
    Fact(
        "investment_lakh",
        FactKind.NUMBER,
        _("Money put into machines"),
        Unit.LAKH_RUPEES,
    ),
    Fact("people", FactKind.NUMBER, _("People at work"), Unit.PEOPLE),
    Fact(
        "capacity_a_month",
        FactKind.NUMBER,
        _("What you can make in a month"),
        Unit.KILOGRAMS,
    ),
    Fact("certificates", FactKind.LIST, _("Certificates")),
    Fact("udyam_verified", FactKind.YES_NO, _("Udyam number checked")),
    Fact(
        "is_manufacturer",
        FactKind.YES_NO,
        _("Makes things itself, does not only trade"),
    ),
    Fact("exports", FactKind.YES_NO, _("Sells to other countries")),
    Fact(
        "had_support",
        FactKind.YES_NO,
        _("Had a government loan or subsidy before"),
        in_reach=False,
    ),
    Fact("own_percent", FactKind.NUMBER, _("Your own money, of the cost"), Unit.PERCENT),
    Fact("products", FactKind.LIST, _("Products you make")),
    Fact("machines", FactKind.LIST, _("Machines you use")),
    Fact("services", FactKind.LIST, _("Work you do for others")),
    Fact("languages", FactKind.LIST, _("Languages")),
)

FACTS: Final[Mapping[str, Fact]] = {fact.name: fact for fact in _ALL}
"""Every fact a rule may name. `turnover_lakh` and `investment_lakh` are lakh rupees; `capacity_a_month` is kilograms.

`years_in_business` is worked out from `started_on` when it was not told itself.
"""


def owners(*, women: bool | None, sc_st: bool | None) -> Some:
    """The fact `ownership` from two answers, each of which may not have been given (None)."""
    said = {"women": women, "sc_st": sc_st}
    return Some(
        frozenset(group for group, answer in said.items() if answer is True),
        frozenset(group for group, answer in said.items() if answer is False),
    )


def years_since(year: int, on: date) -> Band:
    """The fact `years_in_business` from the calendar year of the start alone: known to within one year."""
    return Band(max(0, on.year - year - 1), max(0, on.year - year))
