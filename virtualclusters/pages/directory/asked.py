"""What a visitor asks of a list, read from the address, and the answer of the search."""

import re
from dataclasses import dataclass
from datetime import timedelta

from virtualclusters.capabilities.search.asking import Meant, Near, Results
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.words import words_of_query
from virtualclusters.network.organisations.queries import units_of
from virtualclusters.network.vocabulary import reading
from virtualclusters.pages.directory.nearby import Middle, Where, where_in

FACETS = {
    "organisations": ("group", "cluster", "state", "district", "kind", "size", "certificate", "verified"),
    "opportunities": ("kind", "group", "state"),
}
BANDS_KM = (10, 25, 50, 100, 200)
EVERYWHERE = "all"
"""Chosen instead of a distance: anywhere in India, though a place was said."""
WITHIN_DAYS = (7, 30)
ORDERS = ("best", "nearest", "newest", "closing")
A_PAGE = 10
LONGEST_TEXT = 200
WIDEST_KM = 4_000
"""Nothing in India lies farther apart: the order "nearest" without a band."""
AROUND_KM = 50
"""How far "near 411001" reaches, unless a distance was chosen."""
CODE = re.compile(r"[\w .&()'-]{1,80}")


@dataclass(frozen=True)
class Asked:
    """One question to a list.

    Attributes:
        filters: facet to codes, only those chosen.
        text: as it was typed; ``where`` is what it says of a place, and what is left of it to search.
        kilometres: chosen: within so many of the middle, or None.
        everywhere: no distance is wanted, though a place was said.
        days: what closes within so many days, or None.
        also_closed: closed ones too.
        middle: where distances are measured from: a PIN code in the text, else the reader's own unit with a point, or None.
    """

    source: str
    text: str
    filters: dict[str, list[str]]
    kilometres: int | None
    days: int | None
    also_closed: bool
    order: str
    page: int
    middle: Middle | None
    where: Where
    everywhere: bool = False

    @property
    def words(self) -> str:
        """What of the text is searched, without a PIN code."""
        return self.where.words

    @property
    def is_around(self) -> bool:
        """Whether the text itself says near where."""
        return bool(self.middle and (self.middle.said or self.where.is_here))

    @property
    def says_nothing(self) -> bool:
        """Whether something was typed, and no word is in it."""
        return bool(self.words) and not words_of_query(self.words)

    @property
    def chosen(self) -> int:
        """How many filters are set."""
        return len(self.filters) + sum(map(bool, (self.kilometres, self.days, self.also_closed)))

    @property
    def radius(self) -> int:
        """Kilometres around the middle that are searched; 0 = anywhere."""
        return 0 if self.everywhere else self.kilometres or (AROUND_KM if self.is_around else 0)


@dataclass(frozen=True)
class Answered:
    """The ids of a page, the counts, and what was understood of the words."""

    asked: Asked
    results: Results
    read: reading.Reading

    @property
    def concept_ids(self) -> list[int]:
        """Ids of the concepts that the words name, each once."""
        return list(dict.fromkeys(found.concept_id for found in self.read.named))


def read_question(request, source, given=None) -> Asked:
    """The question in the address, or in ``given``; what cannot be read is left out."""
    given = request.GET if given is None else given
    text = given.get("q", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    where = where_in(text)
    middle = where.middle or _own_place(request.actor)
    order = given.get("sort", "best")
    return Asked(
        source=source,
        text=text,
        filters=facets_of(source, given),
        kilometres=_one_of(BANDS_KM, given.get("near")) if middle else None,
        days=_one_of(WITHIN_DAYS, given.get("days")),
        also_closed=bool(given.get("closed")),
        order=order if order in ORDERS and (order != "nearest" or middle) else "best",
        page=_page(given.get("page", "")),
        middle=middle,
        where=where,
        everywhere=bool(middle) and given.get("near") == EVERYWHERE,
    )


def facets_of(source, given) -> dict[str, list[str]]:
    """The facets that a form or an address names, as search takes them."""
    found = {name: [value for value in given.getlist(name) if CODE.fullmatch(value)][:20] for name in FACETS[source]}
    return {name: values for name, values in found.items() if values}


def kept_of(asked: Asked) -> dict[str, list[str]]:
    """Everything that is filtered by, as a kept search holds it: the facets, the distance and the days."""
    further = {"near": asked.kilometres, "days": asked.days}
    return asked.filters | {name: [str(value)] for name, value in further.items() if value}


def ask(asked: Asked, *, at) -> Answered:
    """Search: the words and the concepts they name, under the filters."""
    read = reading.read(asked.words)
    results = search(
        source=asked.source,
        text=asked.words,
        meant=meant_by(read),
        filters=asked.filters,
        page=asked.page,
        per_page=A_PAGE,
        order=_order(asked),
        near=_near(asked),
        at=at,
        open_only=not asked.also_closed,
        closes_by=at + timedelta(days=asked.days) if asked.days else None,
        counted=_counted(asked),
    )
    return Answered(asked, results, read)


def meant_by(read) -> list[Meant]:
    """What a reading of a question's words says to the search: each concept with the words that name it."""
    return [Meant(found.concept_id, tuple(found.words.split())) for found in read.named]


def _order(asked):
    if asked.order == "best" and not asked.words:
        return "nearest" if asked.is_around else "newest" if asked.source == "opportunities" else "best"
    return asked.order


def _near(asked):
    if not asked.radius and _order(asked) != "nearest":
        return None
    return Near(asked.middle.latitude, asked.middle.longitude, asked.radius or WIDEST_KM)


def _counted(asked):
    """Districts are offered once a state is chosen: there are 750."""
    return [name for name in FACETS[asked.source] if name != "district" or "state" in asked.filters]


def _own_place(actor):
    if not actor.membership:
        return None
    unit = units_of(actor).filter(latitude__isnull=False).first()
    return Middle(unit.latitude, unit.longitude, unit.organisation_id, unit.pk) if unit else None


def _one_of(numbers, text):
    return next((number for number in numbers if str(number) == text), None)


def _page(text):
    return int(text) if text.isdecimal() and len(text) < 5 else 1
