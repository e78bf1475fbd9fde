"""Plain BM25 on words, the yardstick beside which every other figure stands: ``python -m benchmarks.bm25 FOLDER``.

It knows no concepts, no rules and no places: words of the one text, words of the other, how rare they are and how long the
texts. Run alone it prints what it reaches on a judged folder; `benchmarks.relevance` and `benchmarks.next_award` call it.
"""

import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

SATURATION, LENGTH = 1.2, 0.75
"""The usual k1 and b."""

_WORD = re.compile(r"[^\W_]+(?:[ऀ-෿‌‍]+[^\W_]*)*")


def words(text: str) -> list[str]:
    """Words as written, in lower case; single letters left out. Vowel signs and joiners of Indian scripts stay in their word."""
    found = _WORD.findall(unicodedata.normalize("NFKC", text).lower())
    return [word for word in found if len(word) > 1 or word.isdigit()]


class BM25:
    """Documents by id, asked by a text."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        counts = {number: Counter(words(text)) for number, text in documents.items()}
        lengths = {number: sum(count.values()) for number, count in counts.items()}
        mean = sum(lengths.values()) / max(1, len(lengths))
        found_in = Counter(word for count in counts.values() for word in count)
        self.numbers = list(counts)
        self._holding: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for number, count in counts.items():
            norm = SATURATION * (1 - LENGTH + LENGTH * lengths[number] / max(1.0, mean))
            for word, times in count.items():
                rare = math.log(1 + (len(counts) - found_in[word] + 0.5) / (found_in[word] + 0.5))
                self._holding[word].append((number, rare * times * (SATURATION + 1) / (times + norm)))

    def scores(self, question: str) -> dict[str, float]:
        """The score of every document that shares a word with the question."""
        scores: defaultdict[str, float] = defaultdict(float)
        for word in sorted(set(words(question))):
            for number, score in self._holding.get(word, ()):
                scores[number] += score
        return dict(scores)

    def ranked(self, question: str) -> list[tuple[str, float]]:
        """Documents that share a word with the question, best first; equal ones in the order they were given."""
        scores = self.scores(question)
        return sorted(
            ((number, scores[number]) for number in self.numbers if number in scores), key=lambda one: -one[1]
        )


def text_of(values: Sequence[object]) -> str:
    """Texts and lists of texts as one; what is missing is left out."""
    parts = [part for value in values for part in (value if isinstance(value, list | tuple) else [value]) if part]
    return " . ".join(map(str, parts))


def main() -> None:
    from benchmarks.judged.run import by_bm25, read_folder  # noqa: PLC0415 - those modules ask this one

    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.bm25 FOLDER")
    folder = read_folder(Path(sys.argv[1]))
    found = by_bm25(folder).figures()
    for name, figure in found.items():
        print(f"{name:16} {figure}")
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
