"""Everything the portal holds of a person, as sections that each ring registers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.notices import PURPOSE_WORDS
from virtualclusters.ui.languages import OWN_NAMES


@dataclass(frozen=True)
class Section:
    """One part of the export.

    ``rows(person)`` gives mappings from a field's own name to its value. For the page, ``labels`` puts the names into
    words, and ``words`` the values that are codes: by name, code to words.
    """

    name: str
    title: str | Promise
    rows: Callable[..., Iterable[Mapping]]
    labels: Mapping[str, str | Promise]
    words: Mapping[str, Mapping] = field(default_factory=dict)


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Add a section; called from ``ready()``."""
    _sections[section.name] = section


def sections() -> list[Section]:
    """All sections, in the order in which the rings registered them."""
    return list(_sections.values())


def everything_about(person, only=None) -> list[tuple[Section, list[dict]]]:
    """All sections, or only those given, with their rows. A query a section."""
    wanted = sections() if only is None else only
    return [(section, [dict(row) for row in section.rows(person)]) for section in wanted]


def _person_rows(person):
    kept = (
        "name",
        "phone",
        "email",
        "language",
        "joined_at",
        "last_login",
        "phone_verified_at",
        "second_factor_due_at",
    )
    return [{field: getattr(person, field) for field in kept}]


def _consent_rows(person):
    return person.consents.order_by("at").values("purpose", "given", "notice", "language", "channel", "at")


PERSON = Section(
    "person",
    _("You"),
    _person_rows,
    {
        "name": _("Name"),
        "phone": _("Mobile number"),
        "email": _("E-mail"),
        "language": _("Language"),
        "joined_at": _("Joined"),
        "last_login": _("Last sign-in"),
        "phone_verified_at": _("Number confirmed"),
        "second_factor_due_at": _("Second lock needed from"),
    },
    {"language": OWN_NAMES},
)
CONSENTS = Section(
    "consents",
    _("What you agreed to"),
    _consent_rows,
    {
        "purpose": _("For"),
        "given": _("Agreed"),
        "notice": _("Notice"),
        "language": _("Language"),
        "channel": _("How"),
        "at": _("When"),
    },
    {
        "purpose": PURPOSE_WORDS,
        "channel": {"web": _("On this portal"), "code": _("By a code"), "paper": _("On paper")},
        "language": OWN_NAMES,
    },
)


def readable(person, only) -> list[tuple]:
    """Some sections for a page: title of each that has rows, and its rows as (label, value) pairs, in words."""
    return [
        (section.title, [[_in_words(section, name, value) for name, value in row.items()] for row in rows])
        for section, rows in everything_about(person, only)
        if rows
    ]


def _in_words(section, name, value):
    return section.labels.get(name, name), _said(section, name, value)


def _said(section, name, value):
    """A value as one reads it; of what holds several, each in words."""
    if isinstance(value, Mapping):
        parts = [(section.labels.get(key, key), _said(section, key, inner)) for key, inner in value.items()]
        return "; ".join(f"{label}: {words}" for label, words in parts)
    if isinstance(value, list | tuple):
        return ", ".join(str(_said(section, name, one)) for one in value)
    return section.words.get(name, {}).get(value, value)
