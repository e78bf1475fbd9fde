"""Schemes from a JSON file: read, checked as a whole, and kept once however often the file is read.

A file holds ``{"schemes": [{"code", "issuer", "here"?, "versions": [...]}]}``; a version has the fields of ``content.Content``. An error
names its place: ``schemes[2].versions[0].figures[1].value``.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from virtualclusters.areas.schemes.content import Condition, Content, Figure, Text
from virtualclusters.areas.schemes.models import FigureKind
from virtualclusters.matching.rules import InvalidRule, Rule

SHIPPED = Path(__file__).parent / "data" / "food_processing.json"
MOST_WORDS, MOST_NAME = 2000, 200


class FileRefused(ValueError):
    """The file is not taken; ``errors`` are (place, sentence), in the order of the file."""

    def __init__(self, errors):
        super().__init__("\n".join(f"{place}: {words}" for place, words in errors))
        self.errors = errors


@dataclass(frozen=True)
class SchemeOfFile:
    """One scheme of a file: the office that issues it, and its versions in the order of their days."""

    code: str
    issuer: str
    here: bool
    versions: tuple[Content, ...]


def read(text: str) -> list[SchemeOfFile]:
    """All schemes of a file.

    Raises:
        FileRefused: one or more places are wrong; nothing of the file is taken.
    """
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileRefused([(f"line {error.lineno}", f"this is not JSON: {error.msg}")]) from error
    errors: list[tuple[str, str]] = []
    rows = _Place(told, "", errors).each("schemes")
    schemes = [_scheme(row) for row in rows]
    _refuse_twice(schemes, errors)
    if errors:
        raise FileRefused(errors)
    return schemes


class _Place:
    """A JSON object and where it stands; what is wrong with it is noted, not raised, so that all errors are told at once."""

    def __init__(self, told, path, errors):
        self.told, self.path, self.errors = told if isinstance(told, dict) else {}, path, errors
        if not isinstance(told, dict):
            self.wrong("", "an object in braces is needed")

    def at(self, name):
        return f"{self.path}.{name}" if self.path and name else self.path or name

    def wrong(self, name, words):
        self.errors.append((self.at(name), words))

    def each(self, name, *, needed=True):
        rows = self.told.get(name, [])
        if not isinstance(rows, list) or (needed and not rows):
            self.wrong(name, "a list is needed")
            return []
        return [_Place(row, f"{self.at(name)}[{number}]", self.errors) for number, row in enumerate(rows)]

    def words(self, name, *, most=MOST_WORDS, needed=True):
        value = self.told.get(name, "")
        if not isinstance(value, str) or (needed and not value.strip()) or len(value) > most:
            self.wrong(name, f"words are needed, at most {most} letters")
            return ""
        return value.strip()

    def yes_or_no(self, name, default):
        value = self.told.get(name, default)
        if not isinstance(value, bool):
            self.wrong(name, "true or false is needed")
        return value is True

    def day(self, name, *, needed=True):
        value = self.told.get(name)
        if value is None and not needed:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.wrong(name, "a day like 2026-04-01 is needed")
            return date.min

    def address(self, name, *, needed=True):
        value = self.words(name, most=500, needed=needed)
        try:
            if value:
                URLValidator(schemes=["https", "http"])(value)
        except ValidationError:
            self.wrong(name, "an address like https://example.org is needed")
        return value

    def choice(self, name, choices):
        value = self.told.get(name)
        if value not in choices:
            self.wrong(name, f"one of these is needed: {', '.join(choices)}")
        return value

    def amount(self, name):
        try:
            value = Decimal(str(self.told.get(name)))
        except InvalidOperation:
            value = Decimal(0)
        if not value.is_finite() or value <= 0:
            self.wrong(name, "a number above 0 is needed")
        return value


def _scheme(row):
    versions = tuple(_version(one) for one in row.each("versions"))
    days = [one.effective_from for one in versions]
    if days != sorted(set(days)):
        row.wrong("versions", "each version begins on a later day than the one before")
    return SchemeOfFile(
        row.words("code", most=60), row.words("issuer", most=200), row.yes_or_no("here", default=False), versions
    )


def _version(row):
    content = Content(
        effective_from=row.day("effective_from"),
        effective_to=row.day("effective_to", needed=False),
        language=row.words("language", most=8),
        address=row.address("address", needed=False),
        source_title=row.words("source_title", most=200),
        source_address=row.address("source_address"),
        as_of=row.day("as_of", needed=False),
        period_checked=row.yes_or_no("period_checked", default=True),
        texts=_texts(row),
        figures=tuple(_figure(one) for one in row.each("figures", needed=False)),
        conditions=tuple(filter(None, (_condition(one) for one in row.each("rules", needed=False)))),
    )
    _check_whole(row, content)
    return content


def _check_whole(row, content):
    if content.language not in content.texts:
        row.wrong("texts", f"words in the version's own language ({content.language}) are needed")
    if content.effective_to and content.effective_to < content.effective_from:
        row.wrong("effective_to", "the last day is before the first")
    kinds = [one.kind for one in content.figures]
    if len(kinds) != len(set(kinds)):
        row.wrong("figures", "each kind of figure may stand once")


def _texts(row):
    told = _Place(row.told.get("texts"), row.at("texts"), row.errors)
    return {
        language: _text(_Place(words, told.at(language), row.errors)) for language, words in sorted(told.told.items())
    }


def _text(row):
    documents = row.told.get("documents", [])
    if not isinstance(documents, list) or not all(
        isinstance(one, str) and 0 < len(one) <= MOST_NAME for one in documents
    ):
        row.wrong("documents", "a list of words is needed")
        documents = []
    return Text(row.words("name", most=MOST_NAME), row.words("benefits"), row.words("how_to_apply"), tuple(documents))


def _figure(row):
    kind, value = row.choice("kind", FigureKind.values), row.amount("value")
    if str(kind).endswith("percent") and value > 100:
        row.wrong("value", "at most 100 percent")
    return Figure(kind, value, row.yes_or_no("checked", default=False))


def _condition(row):
    source = row.words("source", most=300)
    told = {name: row.told.get(name) for name in ("fact", "operator", "value")}
    try:
        rule = Rule(**told, hard=row.yes_or_no("hard", default=True), source=source)
    except InvalidRule as error:
        row.wrong(error.code, str(error))
        return None
    except ValueError as error:
        row.wrong("operator", str(error))
        return None
    return Condition(rule, row.yes_or_no("checked", default=False))


def _refuse_twice(schemes, errors):
    codes = [one.code for one in schemes]
    errors += [
        (f"schemes[{number}].code", f"{code!r} stands twice")
        for number, code in enumerate(codes)
        if code in codes[:number]
    ]
