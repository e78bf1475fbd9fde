"""The figures of the judged sets, as ``python -m benchmarks.publishing`` wrote them into ``figures.json``; never typed by hand."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy

FILE = Path(__file__).with_name("figures.json")
MEASURES = {
    "ndcg": gettext_lazy("How good the order of the first ten is (1 is perfect)"),
    "ndcg_full": gettext_lazy("The same, when what nobody judged counts as wrong"),
    "mrr": gettext_lazy("How high the first good one stands (1: always on top)"),
    "p5": gettext_lazy("How many of the first five are good"),
    "eligibility": gettext_lazy("What the rules forbid stands below all that is good"),
    "queries": gettext_lazy("Searches in the directory: how many right ones are among the first ten"),
    "terms": gettext_lazy("Names of foods in many scripts: understood at once"),
    "terms_roman": gettext_lazy("The same names in English letters: understood at once"),
    "next_award_mrr": gettext_lazy("Real tenders: how high the one stands that the firm won next"),
    "next_award_hit": gettext_lazy("Real tenders: the one it won next is among the first twenty"),
}
"""What each figure of the file means, in the order of the page. All stand between 0 and 1."""
SHARES = {"p5", "eligibility", "queries", "terms", "terms_roman", "next_award_hit"}
"""Those that are parts of a whole, shown as per cent."""


@dataclass(frozen=True)
class Figure:
    """One figure beside that of plain comparing of words (BM25), None where that was not measured."""

    code: str
    words: object
    ours: float
    plain: float | None

    @property
    def is_share(self) -> bool:
        return self.code in SHARES


@dataclass(frozen=True)
class Published:
    """What was measured on a day, over so many units, opportunities and judged pairs."""

    measured_on: date
    counts: Mapping[str, int]
    figures: list[Figure]


@cache
def published() -> Published:
    """The figures as they stand in the file."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    figures = kept["figures"]
    return Published(
        measured_on=date.fromisoformat(kept["measured_on"]),
        counts=kept["counts"],
        figures=[
            Figure(code, words, figures[code]["ours"], figures[code].get("bm25"))
            for code, words in MEASURES.items()
            if code in figures
        ],
    )
