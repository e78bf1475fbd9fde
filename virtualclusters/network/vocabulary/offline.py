"""The vocabulary straight from its data files, for benchmarks and whoever needs no database. The same files give the same ids."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from virtualclusters.network.vocabulary.files import Words, words_of
from virtualclusters.network.vocabulary.queries import AS_LINKED, BROADER
from virtualclusters.network.vocabulary.reading.lexicon import Entry, Lexicon, Rows, build


@cache
def words() -> Words:
    """All that the files of this package say."""
    return words_of()


@cache
def lexicon() -> Lexicon:
    """The lexicon of the files: hand it to ``reading.read(text, names=…)``."""
    return lexicon_of(words())


def lexicon_of(found: Words) -> Lexicon:
    """A lexicon from the words of any folder."""
    ids = {slug: number for number, slug in enumerate(found.concepts, 1)}
    names = sorted(found.names, key=lambda name: not name[3])
    return build(
        Rows(
            [_entry(slug, ids[slug], found) for slug in ids],
            [(ids[slug], language, text) for slug, language, text, _ in names],
            [(ids[slug], system, code) for slug, system, code, _ in found.codes],
            [(ids[slug], ids[other]) for slug, relation, other in found.relations if relation == "machine_for"],
        )
    )


def lexicon_of_folder(where: Path) -> Lexicon:
    return lexicon_of(words_of(where))


def _entry(slug: str, number: int, found: Words) -> Entry:
    cells = found.concepts[slug].cells
    return Entry(number, slug, found.kind(slug), cells.get("group", ""), cells.get("head") == "1")


@cache
def relations() -> dict[int, list[tuple[str, int]]]:
    """Every relation, in the shape ``matching.relations.Vocabulary`` is built from: as ``queries.all_relations`` gives it."""
    ids, edges = lexicon().by_slug, defaultdict(list)
    for slug, line in words().concepts.items():
        if group := line.cells.get("group"):
            edges[ids[slug]].append((BROADER, ids[group]))
    for slug, relation, other in words().relations:
        edges[ids[slug]].append((AS_LINKED.get(relation, relation), ids[other]))
    return dict(edges)
