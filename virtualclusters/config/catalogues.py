"""Translations: gathered from the sources into ``.po`` files, compiled into ``.mo`` files, without GNU gettext."""

import os
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

METHODS = [("**/tests/**", "ignore"), ("**.py", "python"), ("**/templates/**", "django")]
LAZY = {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
OURS = "django.po"


def gather() -> None:
    """Bring every language's catalogue up to date with the words in the sources; translations are kept."""
    template = _template()
    for path in _sources():
        if path.name == OURS:
            with path.open("rb") as kept:
                catalogue = read_po(kept, locale=path.parent.parent.name)
            catalogue.update(template)
            with path.open("wb") as target:
                write_po(target, catalogue, width=120, ignore_obsolete=True)


def compile_catalogues() -> None:
    """Write each ``.mo`` that is older than its ``.po``."""
    for source in _sources():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)


def _sources() -> list[Path]:
    return [path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po")]


def _template() -> Catalog:
    template = Catalog(project="Virtual Clusters", creation_date=datetime.now(UTC))
    found = extract_from_dir(settings.PACKAGE, METHODS, keywords=DEFAULT_KEYWORDS | LAZY, comment_tags=["Translators:"])
    for filename, line, message, comments, context in found:
        template.add(message, locations=[(filename, line)], auto_comments=comments, context=context)
    return template


def _compile(source: Path, target: Path) -> None:
    half = target.with_suffix(f".{os.getpid()}")
    with source.open("rb") as words, half.open("wb") as compiled:
        write_mo(compiled, read_po(words))
    half.replace(target)
