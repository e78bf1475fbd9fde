"""How many names of foods, typed as people type them, reach what they mean.

    python -m benchmarks.terms FILE

FILE is tab-separated with the columns `english`, `query` or `romanised`, and if it has one `lang`. What a term means is what the
vocabulary calls so in English; a term whose English the vocabulary lacks is counted apart (`lacking`), not as a failure and not
as a success. A term is right at rank 1 when the first of what is read is that concept, at rank 5 when one of the first five is;
`suggest`, the box that offers concepts while one types, is asked too, as is the share of all terms, lacking ones included
(`of_all`). Names with several concepts in one group ("Amaranth leaves, green" and "…, red") mean any of them. No database is
needed. The last line is one JSON object.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from virtualclusters.network.vocabulary.standalone import stand_alone

FIRST = 5
ROMAN = "und-Latn"
QUERY_COLUMNS = ("query", "romanised")


@dataclass(frozen=True)
class Term:
    language: str
    query: str
    english: str


@dataclass
class Tally:
    """How many terms there were, how many the vocabulary has, and at which rank they were found."""

    terms: int = 0
    known: int = 0
    at_1: int = 0
    at_5: int = 0
    offered: int = 0

    def row(self) -> dict[str, float]:
        known, terms = max(1, self.known), max(1, self.terms)
        return {
            "terms": self.terms,
            "lacking": self.terms - self.known,
            "at_1": round(self.at_1 / known, 3),
            "at_5": round(self.at_5 / known, 3),
            "suggest_5": round(self.offered / known, 3),
            "of_all_at_1": round(self.at_1 / terms, 3),
        }


def terms_of(path: Path) -> list[Term]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    column = next(name for name in QUERY_COLUMNS if name in rows[0])
    return [Term(row.get("lang") or ROMAN, row[column], row["english"]) for row in rows]


def ways_to_say(english: str) -> Iterator[str]:
    """An English name as a table of foods writes it, and plainer: "Amaranth seed, pale brown", "pale brown amaranth seed" …"""
    parts = [part.strip() for part in english.split(",")]
    yield " ".join(reversed(parts))
    for shorter in range(len(parts), 0, -1):
        yield " ".join(parts[:shorter])
    if len(parts) > 1:
        yield f"{parts[1]} {parts[0]}"
        yield from (re.sub(r"\(.*?\)", "", part).strip() for part in parts[:1])


class Names:
    """English names of the vocabulary, and what they mean."""

    def __init__(self, names: Iterable[tuple[str, str, str, bool]]) -> None:
        from virtualclusters.network.vocabulary.reading.terms import terms  # noqa: PLC0415 - after stand_alone()

        self.terms = terms
        self.meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for slug, language, text, _ in names:
            if language == "en":
                self.meant[terms(text)].add(slug)

    def of(self, english: str) -> set[str]:
        """Slugs of what the vocabulary calls so; empty when it has no such name."""
        for way in ways_to_say(english):
            if found := self.meant.get(self.terms(way)):
                return found
        return set()


def judge(terms: Iterable[Term]) -> tuple[dict[str, Tally], list[tuple[Term, set[str], list[str]]]]:
    """A tally a language, and the terms that were not understood with what they mean and what was read."""
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415
    from virtualclusters.network.vocabulary.reading import read, suggest  # noqa: PLC0415

    lexicon, names = offline.lexicon(), Names(offline.words().names)
    tallies: dict[str, Tally] = defaultdict(Tally)
    missed = []
    for term in terms:
        meant, tally = names.of(term.english), tallies[term.language]
        language = None if term.language == ROMAN else term.language
        found = list(dict.fromkeys(one.slug for one in read(term.query, language=language, names=lexicon).found))
        offered = [one.slug for one in suggest(term.query, limit=FIRST, names=lexicon)] if meant else []
        tally.terms += 1
        tally.known += bool(meant)
        tally.at_1 += bool(meant.intersection(found[:1]))
        tally.at_5 += bool(meant.intersection(found[:FIRST]))
        tally.offered += bool(meant.intersection(offered))
        if not meant.intersection(found[:1]):
            missed.append((term, meant, found))
    return tallies, missed


def total(tallies: Iterable[Tally]) -> Tally:
    columns = zip(*((one.terms, one.known, one.at_1, one.at_5, one.offered) for one in tallies), strict=True)
    return Tally(*map(sum, columns))


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m benchmarks.terms FILE [--missed]")
    stand_alone()
    tallies, missed = judge(terms_of(Path(sys.argv[1])))
    rows = {"all": total(tallies.values()).row()} | {name: tallies[name].row() for name in sorted(tallies)}
    print(f"{'language':10}" + "".join(f"{name:>12}" for name in rows["all"]))
    for name, row in rows.items():
        print(f"{name:10}" + "".join(f"{value:>12}" for value in row.values()))
    if "--missed" in sys.argv:
        for term, meant, found in missed:
            print(f"{term.language}\t{term.query}\t{term.english}\t{' '.join(sorted(meant)) or '-'}\t{' '.join(found)}")
    print(json.dumps(rows["all"] | {"by_language": rows}))


if __name__ == "__main__":
    main()
