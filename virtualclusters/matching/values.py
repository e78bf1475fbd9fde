"""What matching is handed: units, opportunities and the vocabulary as plain values, never rows.

The caller reads the rows, turns words into concepts, and folds what no concept covers into `words`. Ids are whatever
the caller uses, all of one type. Weights lie between 0 and 1; distances are kilometres; points are WGS 84 degrees.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from virtualclusters.matching.rules.facts import Facts
from virtualclusters.matching.rules.language import Rule

ConceptId = int | str
Id = int | str
Weights = Mapping[ConceptId, float]


class UnitRole(StrEnum):
    """What a concept is to a unit."""

    MAKES = "makes"
    CAN = "can"
    USES = "uses"
    HOLDS = "holds"
    NEEDS = "needs"


class OpportunityRole(StrEnum):
    """What a concept is to an opportunity."""

    OFFERS = "offers"
    ASKS = "asks"
    ABOUT = "about"


class Nearness(StrEnum):
    """How much distance counts: nothing (done from afar), some, or much (heavy, perishable, done on the spot)."""

    NOTHING = "nothing"
    SOME = "some"
    MUCH = "much"


@dataclass(frozen=True, slots=True)
class Point:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where an opportunity happens. `radius_km` is a limit the publisher set: units beyond it cannot take part."""

    point: Point | None = None
    radius_km: float | None = None
    state: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Win:
    """An opportunity that a unit won before: the stems of its title (`phrases.stems`), who asked, its sort, its state."""

    words: frozenset[str]
    publisher: Id = 0
    category: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as matching sees it; each role's concepts carry a weight (1.0 unless a caller knows better).

    `words` are those that no concept covers; `phrases` all that it makes and can do as typed, each as its stems
    (`phrases.stems`); `wins` what it won before.
    """

    id: Id
    concepts: Mapping[UnitRole, Weights] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    point: Point | None = None
    state: str = ""
    district: str = ""
    languages: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    remote: bool = False
    wins: tuple[Win, ...] = ()
    phrases: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """An opportunity as matching sees it.

    `matching` names the row of the table of answers (`answers.ANSWERS` or the caller's own). `languages` are those it
    is held in, empty when that does not matter. `value_lakh` is its size in lakh rupees, if it has one.
    `for_everybody` is set by the caller when the publisher restricts it to no product, machine or service: a course on
    hygiene, help with a website. Without it, an opportunity reaches only units that its concepts or words reach.
    `phrases` are the stems of what it names as typed, its title among them. `titled` are those of the title and `category` is
    its sort as the publisher calls it; units that won the like before are reached by them (`experience`).
    """

    id: Id
    matching: str
    concepts: Mapping[OpportunityRole, Weights] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()
    places: tuple[Place, ...] = ()
    remote: bool = False
    nearness: Nearness = Nearness.SOME
    closes_at: datetime | None = None
    languages: frozenset[str] = frozenset()
    publisher: Id = 0
    most_answers: int | None = None
    answers_taken: int = 0
    value_lakh: float | None = None
    for_everybody: bool = False
    phrases: tuple[frozenset[str], ...] = ()
    titled: frozenset[str] = frozenset()
    category: str = ""
