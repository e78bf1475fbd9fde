"""A judged folder ranked by a method, and its figures under the names that `benchmarks.relevance` prints."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bm25 import BM25, text_of
from benchmarks.judged.files import Grades, Record, judged, records, written_in
from benchmarks.judged.measures import FIRST, RELEVANT, below_all_relevant, mean, ndcg, precision, reciprocal_rank
from benchmarks.judged.views import Read, facts_of, named_by, opportunity_view, rules_of, unit_view
from benchmarks.judged.vocabulary import names_by_the_portal
from virtualclusters.matching.relations import Vocabulary, rarity_among, rarity_of
from virtualclusters.matching.rules import Answer, evaluate_all
from virtualclusters.matching.scoring import WORTH_SHOWING, Assessment, Scorer
from virtualclusters.matching.values import OpportunityView, UnitView

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Folder:
    """A judged folder as read."""

    units: tuple[Record, ...]
    opportunities: tuple[Record, ...]
    grades: Grades


def read_folder(path: Path) -> Folder:
    """`enterprises.jsonl`, `opportunities.jsonl` and `judgements.tsv` of a folder."""
    units, opportunities = records(path / "enterprises.jsonl"), records(path / "opportunities.jsonl")
    return Folder(tuple(units), tuple(opportunities), judged(path / "judgements.tsv"))


@dataclass(frozen=True)
class Views:
    """The same as matching sees it, with the vocabulary it is compared by."""

    units: Mapping[str, UnitView]
    opportunities: Mapping[str, OpportunityView]
    vocabulary: Vocabulary


def views_of(folder: Folder, read: Read, relations: Mapping[Any, Any]) -> Views:
    """Every record read, and how rare concepts and words are among them."""
    units = {record["id"]: unit_view(record, read) for record in folder.units}
    opportunities = {record["id"]: opportunity_view(record, read) for record in folder.opportunities}
    everything = [*units.values(), *opportunities.values()]
    rare = rarity_among(map(named_by, everything), relations)
    words = word_rarity(everything, len(everything))
    return Views(units, opportunities, Vocabulary(relations, rare, words, names_by_the_portal()))


def word_rarity(views: Iterable[Any], total: int) -> dict[str, float]:
    """Rarity of words; what a tenth of all texts say tells nothing."""
    counts = Counter(word for view in views for word in view.words.union(*view.phrases))
    common = math.log(10) / math.log(1 + total)
    return {word: max(0.0, value - common) / (1 - common) for word, value in rarity_of(counts, total).items()}


@dataclass(frozen=True)
class Run:
    """Every opportunity in order for every unit. ``scores`` are those above nothing, where the method gives any; ``general`` are those
    for which nothing speaks but that they are for everybody."""

    folder: Folder
    orders: Mapping[str, list[str]]
    scores: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    general: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def figures(self) -> dict[str, Any]:
        """The figures under their published names. Units without any grade above 0 are left out of means of nDCG."""
        units = [number for number in self.orders if any(self.folder.grades.get(number, {}).values())]
        return {
            "ndcg@10": mean(self._ndcg(number) for number in units),
            "ndcg@10_full": mean(ndcg(self._got(number), self._given(number).values()) for number in units),
            "mrr": mean(reciprocal_rank(self._got(number)) for number in units),
            "p@5": mean(precision(self._got(number)) for number in units),
            "judged_share": mean(self._judged_share(number) for number in units),
            "by_script": self._by_script(units),
            "by_kind": self._by_kind(units),
            "eligibility": self._eligibility(),
        }

    def shown(self) -> dict[str, float]:
        """What the portal's threshold lets through: how many a unit, the relevant among the judged, the relevant missed."""
        above = [
            (unit, other) for unit, found in self.scores.items() for other in found if found[other] >= WORTH_SHOWING
        ]
        graded = [self._given(unit)[other] for unit, other in above if other in self._given(unit)]
        relevant = sum(grade >= RELEVANT for unit in self.scores for grade in self._given(unit).values())
        hit = sum(grade >= RELEVANT for grade in graded)
        return {
            "shown_a_unit": round(len(above) / max(1, len(self.scores)), 3),
            "relevant_share_of_judged_shown": round(hit / max(1, len(graded)), 3),
            "share_of_relevant_shown": round(hit / max(1, relevant), 3),
        }

    def _given(self, unit: str) -> Mapping[str, int]:
        return self.folder.grades.get(unit, {})

    def _got(self, unit: str) -> list[int]:
        return [self._given(unit).get(other, 0) for other in self.orders[unit]]

    def _ndcg(self, unit: str, among: Callable[[str], bool] = lambda _: True) -> float:
        given = {other: grade for other, grade in self._given(unit).items() if among(other)}
        return ndcg([given[other] for other in self.orders[unit] if other in given], given.values())

    def _judged_share(self, unit: str) -> float:
        top = self.orders[unit][:FIRST]
        return sum(other in self._given(unit) for other in top) / max(1, len(top))

    def _by_script(self, units: list[str]) -> dict[str, float]:
        script = {record["id"]: written_in(record) for record in self.folder.units}
        groups: defaultdict[str, list[float]] = defaultdict(list)
        for unit in units:
            groups[script[unit]].append(self._ndcg(unit))
        return {name: mean(groups[name]) for name in sorted(groups)}

    def _by_kind(self, units: list[str]) -> dict[str, float]:
        """nDCG@10 among the judged pairs of one kind, over the units of which one is graded above 0."""
        kind = {record["id"]: record.get("kind") or "" for record in self.folder.opportunities}
        found: defaultdict[str, list[float]] = defaultdict(list)
        for unit in units:
            of_kind = {kind.get(other, "") for other, grade in self._given(unit).items() if grade}
            for name in of_kind:
                found[name].append(self._ndcg(unit, lambda other, name=name: kind.get(other, "") == name))
        return {name: mean(found[name]) for name in sorted(found)}

    def _eligibility(self) -> float:
        """The share of pairs of which the rules say no that stand below every pair of grade 2 or 3 of their unit."""
        facts = {record["id"]: facts_of(record) for record in self.folder.units}
        rules = {record["id"]: rules_of(record.get("requirements") or {}) for record in self.folder.opportunities}
        noes = [
            below_all_relevant(order, self._given(unit), other)
            for unit, order in self.orders.items()
            for other in order
            if evaluate_all(rules[other], facts[unit], AT).answer is Answer.NO
        ]
        return mean(map(float, noes)) if noes else 1.0


def by_matching(folder: Folder, views: Views) -> Run:
    """The portal's own order: what matches, then what nothing connects with the unit, last what is not open to it."""
    scores, orders, general = {}, {}, {}
    for number, unit in views.units.items():
        scorer = Scorer(unit, views.vocabulary, AT)
        found = {other: scorer.assess(opportunity) for other, opportunity in views.opportunities.items()}
        scores[number] = {other: one.score for other, one in found.items() if one is not None and one.score > 0}
        general[number] = frozenset(other for other, one in found.items() if one is not None and one.is_general)
        places = {other: _place(one, unit, views.opportunities[other]) for other, one in found.items()}
        orders[number] = sorted(places, key=lambda other, places=places: places[other])
    return Run(folder, orders, scores, general)


def _place(assessment: Assessment | None, unit: UnitView, opportunity: OpportunityView) -> tuple[bool, float]:
    """Where it stands: open to the unit or not, then by score; what nothing connects scores nothing."""
    if assessment is None:
        return evaluate_all(opportunity.rules, unit.facts, AT).answer is Answer.NO, 0.0
    return assessment.blocked is not None, -round(assessment.would_be, 9)


def by_bm25(folder: Folder) -> Run:
    """Words alone; what shares none stands last, in the order of the file."""
    index = BM25({record["id"]: opportunity_text(record) for record in folder.opportunities})
    orders = {}
    for record in folder.units:
        scores = index.scores(unit_text(record))
        orders[record["id"]] = sorted(index.numbers, key=lambda other, scores=scores: -scores.get(other, 0.0))
    return Run(folder, orders)


def unit_text(record: Record) -> str:
    named = ("name", "about", "products", "machines", "materials_needed", "needs", "services", "district", "state")
    return text_of([*(record.get(name) for name in named), record.get("certificates")])


def opportunity_text(record: Record) -> str:
    asked = (record.get("requirements") or {}).get("products")
    kind = (record.get("kind") or "").replace("_", " ")
    return text_of([record.get("title"), record.get("text"), asked, record.get("district"), record.get("state"), kind])
