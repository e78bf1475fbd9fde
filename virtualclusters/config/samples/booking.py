"""The sample bank's book of loans, as its own system would tell it: invented borrowers, trades and places by turns."""

from decimal import Decimal
from functools import partial

from virtualclusters.areas.finance.board import imports
from virtualclusters.areas.finance.board.operations import set_caps
from virtualclusters.capabilities.imports.specs import Source
from virtualclusters.config.samples.making import actor_of, once
from virtualclusters.config.samples.tables import table

HALF_A_LAKH = Decimal(50_000)
SIZES = ("micro", "micro", "small", "micro", "micro", "medium", "small", "micro", "micro", "small")


def load_book(now):
    """Write the book of the sample bank, and what its board allows."""
    told = table("book")
    once("book:bank", partial(_book, told, now), now=now)
    once("book:caps", partial(_caps, told["caps"], now), now=now)


def _book(told, now):
    person = actor_of(told["by"]).person_id
    source = Source(import_id=None, line=0, file_name="", origin="", sha256="", person_id=person, at=now, as_of=now)
    for number, borrower in enumerate(told["borrowers"], start=1):
        row = {
            "reference": f"SAMPLE-{number:03}",
            "borrower": f"{borrower} (sample)",
            "district": _turn(told["districts"], number * 5),
            "size": _turn(SIZES, number),
            "outstanding": (2 + number * number * 7 % 58) * HALF_A_LAKH,
            "as_of": now,
            **_turn(told["trades"], number * 3),
        }
        imports.apply(row, source)


def _turn(choices, number):
    return choices[number % len(choices)]


def _caps(caps, now):
    set_caps(**caps, decided_on=None, actor=actor_of("bank"), at=now)
