"""A made-up world from a seed: a vocabulary, units with their rows, opportunities."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from virtualclusters.matching.answers import ANSWERS
from virtualclusters.matching.postings import Builder, UnitRow, Ways
from virtualclusters.matching.postings.building import UnitColumns, code_of
from virtualclusters.matching.relations import Link, Vocabulary
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.values import (
    Nearness,
    OpportunityRole,
    OpportunityView,
    Place,
    Point,
    UnitRole,
    UnitView,
)

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
PLACES = [("", ""), ("GJ", "Rajkot"), ("MH", "Nagpur"), ("MH", "Pune"), ("TN", "Salem")]
KINDS = ["enterprise", "academic_institution", "ngo"]
SIZES = ["", "micro", "small", "medium"]
CONCEPTS = range(1, 41)
WORDS = ["dried", "ground", "mango", "spice", "powder", "jar"]
MOMENTS = [timedelta(days=-400), timedelta(hours=-3), timedelta(0), timedelta(hours=3), timedelta(days=200)]


class World:
    """All that a test asks; ``units`` are pairs of a row and the whole unit as matching sees it."""

    def __init__(self, seed, count=150):
        self.chance = random.Random(seed)
        edges = {own: self._edges(own) for own in CONCEPTS}
        rarity = {own: self.chance.uniform(0.1, 1) for own in CONCEPTS}
        self.ways = Ways(Vocabulary(edges, rarity, names={own: (self._phrase(),) for own in CONCEPTS}))
        self.units = {number: self.unit(number) for number in self.chance.sample(range(1, 10 * count), count)}

    def _phrase(self):
        return frozenset(self.chance.sample(WORDS, 2))

    def _edges(self, own):
        made = [("broader", self.chance.randrange(1, own))] if own > 1 and self.chance.random() < 0.7 else []
        links = [str(link) for link in Link if link is not Link.BROADER]
        others = (self.chance.choice(CONCEPTS) for _ in range(self.chance.randrange(3)))
        return made + [(self.chance.choice(links), other) for other in others if other != own]

    def unit(self, unit_id):
        state, district = self.chance.choice(PLACES)
        point = self.chance.choice([None, Point(self.chance.uniform(8, 34), self.chance.uniform(68, 97))])
        pairs = frozenset(
            (self.chance.choice(list(UnitRole)), self.chance.choice(CONCEPTS)) for _ in range(self.chance.randrange(6))
        )
        row = UnitRow(
            id=unit_id,
            begins=(NOON + self.chance.choice(MOMENTS[:4])).timestamp(),
            ends=(NOON + self.chance.choice(MOMENTS[1:])).timestamp(),
            latitude=point.latitude if point else float("nan"),
            longitude=point.longitude if point else float("nan"),
            state=state,
            district=district,
            organisation_kind=self.chance.choice(KINDS),
            size_class=self.chance.choice(SIZES),
            pairs=pairs,
        )
        return row, self._view(row, point)

    def _view(self, row, point):
        concepts = {}
        for role, own in row.pairs:
            concepts.setdefault(role, {})[own] = 1.0
        known = {name: getattr(row, name) for name in ("organisation_kind", "state", "district", "size_class")}
        if self.chance.random() < 0.5:
            known["people"] = self.chance.randrange(1, 30)
        return UnitView(
            id=row.id,
            concepts=concepts,
            facts={name: value for name, value in known.items() if value},
            point=point,
            state=row.state,
            district=row.district,
            languages=frozenset(self.chance.sample(["en", "hi"], self.chance.randrange(3))),
            words=frozenset(self.chance.sample(["sample", "gift", "steel"], self.chance.randrange(3))),
        )

    def opportunity(self, **columns):
        roles = self.chance.sample(list(OpportunityRole), self.chance.randint(1, 2))
        given = {
            "matching": self.chance.choice(sorted(ANSWERS)),
            "concepts": {
                role: dict.fromkeys(self.chance.sample(CONCEPTS, self.chance.randint(1, 3)), 1.0) for role in roles
            },
            "places": (self._place(),),
            "remote": self.chance.random() < 0.2,
            "nearness": self.chance.choice(list(Nearness)),
            "closes_at": NOON + timedelta(days=9),
            "rules": tuple(self.chance.sample(RULES, self.chance.randrange(3))),
            "phrases": (self._phrase(),),
        }
        return OpportunityView(id=1, **given | columns)

    def _place(self):
        state, district = self.chance.choice(PLACES)
        point = self.chance.choice([None, Point(self.chance.uniform(8, 34), self.chance.uniform(68, 97))])
        return Place(point=point, radius_km=self.chance.choice([None, 900.0]), state=state, district=district)

    def postings(self):
        return build([row for row, _view in self.units.values()])


def rule(fact, operator, value, hard=True, since=date(2026, 4, 1)):
    return Rule(fact, operator, value, hard, "Clause 4", "1", since)


RULES = [
    rule("state", "one_of", ["MH", "TN"]),
    rule("state", "is_not", "MH"),
    rule("district", "is", "Pune"),
    rule("size_class", "one_of", ["micro", "small"]),
    rule("organisation_kind", "none_of", ["ngo"]),
    rule("state", "is", "GJ", hard=False),
    rule("state", "is", "GJ", since=date(2027, 4, 1)),
    rule("people", "at_least", 10),
    rule("people", "at_most", 20, hard=False),
]


def build(rows):
    """Postings of rows, in two batches of units and of pairs."""
    builder = Builder(PLACES, KINDS, SIZES)
    for part in (rows[::2], rows[1::2]):
        builder.add_units(columns_of(part))
    builder.number()
    for part in (rows[::2], rows[1::2]):
        held = [(row.id, code_of(role, own)) for row in part for role, own in row.pairs]
        held.append((999_999, code_of("makes", 1)))
        builder.add_pairs(*np.array(held, np.int64).T)
    return builder.finish()


def columns_of(rows):
    return UnitColumns(
        ids=np.array([row.id for row in rows], np.int64),
        begins=np.array([row.begins for row in rows]),
        ends=np.array([row.ends for row in rows]),
        latitude=np.array([row.latitude for row in rows]),
        longitude=np.array([row.longitude for row in rows]),
        place=np.array([PLACES.index(row.place) for row in rows], np.int32),
        kind=np.array([KINDS.index(row.organisation_kind) for row in rows], np.int8),
        size=np.array([SIZES.index(row.size_class) for row in rows], np.int8),
    )


def without_words(view):
    """The unit as far as postings know it."""
    return replace(view, facts={}, words=frozenset(), languages=frozenset())
