"""Catalogues of the interface without system gettext: ``python -m virtualclusters.ui.messages extract|compile|check``.

``extract`` gathers every sentence of Python and templates and merges it into each language's ``django.po``, translations kept;
``compile`` writes the ``django.mo`` beside it (machine drafts marked fuzzy are left out); ``check`` names what a language lacks.
"""

import io
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
LOCALE = PACKAGE / "locale"
METHODS = [("**/tests/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "enmerkar.extract:extract_django")]
METHODS += [("**/templates/**.txt", "enmerkar.extract:extract_django")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# Sentences of Virtual Clusters.\n"


def template() -> Catalog:
    """Every sentence of the code and of the templates, and those of Django that people can meet."""
    from virtualclusters.ui.stock_messages import STOCK_MESSAGES, STOCK_PLURALS  # noqa: PLC0415 - only for extraction

    found = Catalog(project="virtualclusters", charset="utf-8", header_comment=HEADER, fuzzy=False)
    for filename, line, message, comments, context in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        found.add(message, None, [(filename, line)], auto_comments=comments, context=context)
    for message in STOCK_MESSAGES:
        found.add(message, locations=[("django", 0)])
    for singular, plural in STOCK_PLURALS:
        found.add((singular, plural), locations=[("django", 0)])
    return found


def languages() -> list[str]:
    """The languages that have a folder."""
    return sorted(path.name for path in LOCALE.iterdir() if (path / "LC_MESSAGES").is_dir())


def po_path(language: str) -> Path:
    """Where a language's catalogue stands."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """A language's catalogue; empty when there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", header_comment=HEADER, fuzzy=False)
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def write(language: str, catalog: Catalog) -> None:
    """Write a catalogue, sorted by its sentences and without line numbers, so that changes are small."""
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    held = io.BytesIO()
    write_po(held, catalog, sort_output=True, include_lineno=False, omit_header=False, width=120, ignore_obsolete=True)
    path.write_bytes(held.getvalue())


def extract() -> None:
    """Merge today's sentences into every language's catalogue."""
    fresh = template()
    for language in languages():
        catalog = read(language)
        catalog.update(fresh, no_fuzzy_matching=True, update_creation_date=False)
        write(language, catalog)


def compile_all() -> None:
    """Write what Django reads."""
    for language in languages():
        source = po_path(language)
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(language, target)


def _compile(language: str, target: Path) -> None:
    """Written beside and moved, so that nobody reads half a catalogue."""
    half = target.with_suffix(f".{os.getpid()}")
    with half.open("wb") as compiled:
        write_mo(compiled, read(language), use_fuzzy=False)
    half.replace(target)


def lacking(language: str) -> list[str]:
    """Sentences of the code that the language's catalogue does not translate."""
    catalog = read(language)
    return sorted(
        _name(message)
        for message in template()
        if message.id and not _translated(catalog.get(message.id, message.context))
    )


def _translated(message) -> bool:
    return bool(
        message and not message.fuzzy and (all(message.string) if isinstance(message.string, tuple) else message.string)
    )


def _name(message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id


def check() -> int:
    """Print what each language lacks; 1 when Hindi lacks anything, for Hindi is offered whole."""
    for language in languages():
        missing = lacking(language)
        print(f"{language}: {len(missing)} sentences lack a translation")
        for sentence in missing:
            print(f"  {sentence}")
    return 1 if lacking("hi") else 0


def main(arguments: list[str]) -> int:
    """Run one of the commands."""
    match arguments:
        case ["extract"]:
            extract()
        case ["compile"]:
            compile_all()
        case ["check"]:
            return check()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
