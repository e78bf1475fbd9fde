"""Which real notice a supplier won next: ``python -m benchmarks.next_award CASES TENDERS``.

CASES (CSV: supplier, history of titles won parted by " | ", target_id, target_date) and TENDERS (CSV, also gzipped: tender_id,
state, title, category, product_category, pin, published). The ranking is made on the target's date by the portal's own score: the
titles won are facts of the unit (`UnitView.wins`), with the publisher (the part of the tender's number that names the office),
category and state of the notices they come from, where the file has them. Nothing else is known of a supplier; reading its
products from what it won was tried and made the order worse.

What would not be known or not be open on that day is no candidate: notices published later, those of more than 60 days before
(a notice is open for three to four weeks, with extensions for twice that), and those the supplier has won. That the target is
published on the very day is used nowhere: all candidates of the 60 days count alike. Keys: ``mrr`` and ``hit@20`` over all cases,
``any_day`` the same among all notices of the file whatever their day, ``bm25`` plain BM25 among all notices, and under its
``open`` among the same candidates. The last line is one JSON object.
"""

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.bm25 import BM25
from benchmarks.judged.measures import mean
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.relations import Vocabulary, rarity_of
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.values import OpportunityView, Place, UnitView, Win

OPEN_FOR = timedelta(days=60)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
FIRST = 20


@dataclass(frozen=True)
class Case:
    """What a supplier had won, and what it won next."""

    titles: tuple[str, ...]
    target: str
    day: date


@dataclass(frozen=True)
class Notices:
    """The notices by their number, in the order of the file."""

    rows: Mapping[str, Mapping[str, str]]

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        return {number: _day(row.get("published") or "") for number, row in self.rows.items()}

    @cached_property
    def by_title(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for number, row in self.rows.items():
            found[_plain(row.get("title") or "")].append(number)
        return found

    def won(self, case: Case) -> set[str]:
        """Numbers of the notices with a title that the supplier has won."""
        return {number for title in case.titles for number in self.by_title.get(_plain(title), ())}

    def open_on(self, case: Case) -> list[str]:
        """What was published in the sixty days up to that day and is not won yet."""
        won, first = self.won(case), case.day - OPEN_FOR
        return [n for n, day in self.days.items() if day is not None and first <= day <= case.day and n not in won]

    def any_day(self, case: Case) -> list[str]:
        won = self.won(case)
        return [number for number in self.rows if number not in won]


def _day(published: str) -> date | None:
    """The day of "13-May-2015 04:00 PM"; None when it is not said so."""
    try:
        return datetime.strptime(published.split(" ", maxsplit=1)[0], "%d-%b-%Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _plain(title: str) -> str:
    return " ".join(title.lower().split())


def read_rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def read_cases(path: Path) -> list[Case]:
    return [
        Case(tuple(row["history"].split(" | ")), row["target_id"], date.fromisoformat(row["target_date"]))
        for row in read_rows(path)
    ]


class Portal:
    """The portal's own score of notices for what a supplier has won."""

    def __init__(self, notices: Notices) -> None:
        self.notices = notices
        self.views = {number: _view(number, row) for number, row in notices.rows.items()}
        words = Counter(word for view in self.views.values() for word in view.titled)
        self.vocabulary = Vocabulary({}, word_rarity=rarity_of(words, len(self.views)))

    def scores(self, case: Case, candidates: Iterable[str]) -> dict[str, float]:
        scorer = Scorer(self._supplier(case), self.vocabulary, NOW)
        assessed = {number: scorer.assess(self.views[number]) for number in candidates}
        return {number: one.would_be for number, one in assessed.items() if one is not None}

    def _supplier(self, case: Case) -> UnitView:
        wins = tuple(self._win(title, case.day) for title in case.titles)
        states = Counter(win.state for win in wins if win.state)
        return UnitView("supplier", state=max(states, key=states.__getitem__, default=""), wins=wins)

    def _win(self, title: str, day: date) -> Win:
        """A title won, with what its notice of before that day says besides, when the file has it."""
        known = [n for n in self.notices.by_title.get(_plain(title), ()) if (self.notices.days[n] or day) <= day]
        if not known:
            return Win(stems(title))
        row = self.notices.rows[known[-1]]
        return Win(stems(title), _office(known[-1]), row.get("product_category") or "", row.get("state") or "")


def _view(number: str, row: Mapping[str, str]) -> OpportunityView:
    return OpportunityView(
        id=number,
        matching="tender",
        places=(Place(state=row.get("state") or ""),),
        publisher=_office(number),
        titled=stems(row.get("title") or ""),
        category=row.get("product_category") or "",
    )


def _office(number: str) -> str:
    """The office in a tender's number: HPSEB of 2023_HPSEB_76043_1; else the number itself."""
    parts = number.split("_")
    return parts[1] if len(parts) > 2 else number


def rank_of(target: str, scores: Mapping[str, float], candidates: Iterable[str]) -> int | None:
    """The place of the target by score; of equal scores the middle one. None when it has no score or is no candidate."""
    if target not in scores or target not in set(candidates):
        return None
    mine = round(scores[target], 9)
    given = [round(score, 9) for score in scores.values()]
    return 1 + sum(score > mine for score in given) + (given.count(mine) - 1) // 2


def figures(ranks: Iterable[int | None]) -> dict[str, float]:
    given = list(ranks)
    return {
        "mrr": mean(1 / rank if rank else 0.0 for rank in given),
        f"hit@{FIRST}": mean(float(rank is not None and rank <= FIRST) for rank in given),
    }


def measured(notices: Notices, cases: list[Case], scores, candidates) -> dict[str, float]:
    """One way to score over one choice of candidates."""
    ranks = []
    for case in cases:
        chosen = candidates(case)
        found = scores(case, chosen)
        ranks.append(rank_of(case.target, found, chosen))
    return figures(ranks)


def run(notices: Notices, cases: list[Case]) -> dict[str, Any]:
    portal = Portal(notices)
    index = BM25({number: row.get("title") or "" for number, row in notices.rows.items()})

    def by_words(case: Case, chosen: Iterable[str]) -> dict[str, float]:
        scores = index.scores(" ".join(case.titles))
        return {number: scores[number] for number in chosen if number in scores}

    ours = measured(notices, cases, portal.scores, notices.open_on)
    words = measured(notices, cases, by_words, notices.any_day)
    words_open = measured(notices, cases, by_words, notices.open_on)
    return {
        **ours,
        "any_day": measured(notices, cases, portal.scores, notices.any_day),
        "bm25": words | {"open": words_open},
        "cases": len(cases),
    }


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit("usage: python -m benchmarks.next_award CASES TENDERS")
    cases, rows = read_cases(Path(sys.argv[1])), read_rows(Path(sys.argv[2]))
    found = run(Notices({row["tender_id"]: row for row in rows}), cases)
    lines = {
        "matching, what was open": found,
        "matching, any day": found["any_day"],
        "BM25, what was open": found["bm25"]["open"],
        "BM25, any day": found["bm25"],
    }
    print(f"{'':26}{'MRR':>8}{'hit@20':>8}")
    for name, row in lines.items():
        print(f"{name:26}{row['mrr']:8.3f}{row[f'hit@{FIRST}']:8.3f}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
