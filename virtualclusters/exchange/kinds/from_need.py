"""What a kind is told of a need, and the draft it gives back: ``KindScreens.from_need(NeedView) -> NeedDraft | None``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

from virtualclusters.network.organisations.models import Unit


class Trouble(StrEnum):
    """What a unit's sentence is about, as read from its words; several may hold at once."""

    QUALITY = "quality"
    """Goods break, spoil, taste wrong, come back."""
    LOSS = "loss"
    """Too much is thrown away or too little comes out: waste, yield, energy."""
    MACHINE = "machine"
    """A machine stands still, is slow, or does not work."""
    PACKING = "packing"
    """Packs leak, tear, look wrong; labels and bar codes."""
    PEOPLE = "people"
    """Nobody knows how; workers have to learn; workers are missing."""
    SELL = "sell"
    """Buyers are missing, the price is too low, a new market, selling online."""
    BUY = "buy"
    """She wants to buy, hire or get something."""
    MONEY = "money"
    """Loans, working capital, payments that do not come, a subsidy."""
    PAPERS = "papers"
    """Licences, registrations, certificates, tax."""
    TESTING = "testing"
    """A test, an analysis, shelf life."""
    PRODUCT = "product"
    """A new or better product or recipe."""
    SOFTWARE = "software"
    """Accounts, stock, website, computer."""


class Fit(IntEnum):
    """How well a kind answers a need: the best stand on top."""

    MAY_HELP = 1
    HELPS = 2
    MEANT_FOR_IT = 3


@dataclass(frozen=True)
class NeedView:
    """One need as a kind is told of it.

    Attributes:
        need_id: for an operation of the area's own that keeps the tie.
        unit: whose need, with its organisation.
        words: as said; never change them.
        language: of the words.
        wanted: ids of the concepts she looks for (a machine to buy, a service that would help), best first, as corrected.
        touched: ids of the concepts it is about (the product that breaks), best first, as corrected.
        names: name of each of them in the reader's language.
        troubles: what it is about.
        number: the number she said, and in ``number_unit`` what it counts: ``percent``, ``rupees``, or a value of the
            catalogue's quantities (``kg``, ``tonne``, ``litre``, ``piece``, ``hour`` …), ``people``, ``days``; empty when unknown.
        at: the moment of the question.
    """

    need_id: int
    unit: Unit
    words: str
    language: str
    wanted: tuple[int, ...]
    touched: tuple[int, ...]
    names: Mapping[int, str]
    troubles: frozenset[Trouble]
    number: Decimal | None
    number_unit: str
    at: datetime

    @property
    def concepts(self) -> tuple[int, ...]:
        """Wanted and touched ones."""
        return tuple(dict.fromkeys((*self.wanted, *self.touched)))

    def is_about(self, *troubles: Trouble) -> bool:
        """Whether one of these was read."""
        return bool(self.troubles.intersection(troubles))


@dataclass(frozen=True)
class NeedDraft:
    """How a need fills a kind's own form.

    Attributes:
        values: cleaned-looking values by name of a field of the kind's form (numbers as numbers, days as dates, many
            choices as a list). ``title``, ``summary`` and ``closes_on`` may be left out: the page says the need's own words and a
            last day in 30 days. What the form cannot do without and no need can tell makes "Send" impossible: then the page
            offers only "Change first". A kind without a form may put here whatever its ``send_need`` wants.
        fits: where it stands on the page.
        concepts: ids it is published with; None for all of the need's.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    fits: Fit = Fit.MAY_HELP
    concepts: tuple[int, ...] | None = None


@dataclass(frozen=True)
class NeedSent:
    """What a kind's own operation sent for a need and what still stands: since when, and the page that shows it."""

    sent_at: datetime
    address: str
