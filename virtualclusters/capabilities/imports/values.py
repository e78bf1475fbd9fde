"""What a cell may hold, and how its words become a value: dates, rupees, numbers, PIN codes, yes or no, lists.

Every reader of a value returns it or raises `NotAValue` with a reason code. Dates are read day first, as India writes
them; digits may be of any Indian script. Money is rupees.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from virtualclusters.capabilities.imports.moments import read_moment
from virtualclusters.foundation.identifiers import ascii_digits, normalise_pin
from virtualclusters.foundation.scripts import visible

Cell = str | int | float | bool | date | datetime
BLANKS = {"", "-", "--", "—", "–", "na", "n/a", "n.a.", "nil", "null", "none", "not applicable", "लागू नहीं"}
YES = {"yes", "y", "true", "1", "haan", "han", "हाँ", "हां", "ہاں"}
NO = {"no", "n", "false", "0", "nahin", "nahi", "नहीं", "नही", "نہیں"}
MULTIPLES = (
    (re.compile(r"(crores?|crs?|करोड़|करोड)\.?$"), 10_000_000),
    (re.compile(r"(lakhs?|lacs?|lac|लाख)\.?$"), 100_000),
    (re.compile(r"(thousand|हजार|हज़ार)$"), 1_000),
)
CURRENCY = re.compile(r"^(₹|rs\.?|inr|रु\.?|रू\.?|रुपये)\s*|\s*(/-|₹|rs\.?|inr|only|रु\.?|रू\.?|रुपये|/-\s*only)$")
MOST_RUPEES = Decimal(10) ** 14


class Type(StrEnum):
    """What a field holds."""

    TEXT = "text"
    MOMENT = "moment"
    MONEY = "money"
    INTEGER = "integer"
    PIN = "pin"
    YES_NO = "yes_no"
    LIST = "list"


class NotAValue(Exception):
    """The words cannot be read as what the field holds.

    Attributes:
        code: a reason such as ``not_a_date``; its sentence stands in `reasons.SENTENCES`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def words_of(cell: Cell) -> str:
    """A cell as a person would write it: white space made single, dates in ISO form, no signs that nobody sees."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat(sep=" ", timespec="minutes") if isinstance(cell, datetime) else cell.isoformat()
    return " ".join(visible(str(cell)).split())


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing: empty, a dash, or "not applicable" in some form."""
    return isinstance(cell, str) and cell.strip().lower() in BLANKS


def looks_like_a_value(words: str) -> bool:
    """Whether words are a date, a number or money, so that they cannot be the name of a column."""
    return any(reads_as(kind, words) for kind in (Type.MOMENT, Type.MONEY))


def reads_as(kind: Type, cell: Cell) -> bool:
    """Whether a cell can be read as that type."""
    try:
        read_value(kind, cell)
    except NotAValue:
        return False
    return True


def read_value(kind: Type, cell: Cell, *, end_of_day: bool = False, separator: str = "") -> object:
    """The value of a cell that is not blank.

    Args:
        kind: what the field holds.
        cell: what stands in the file.
        end_of_day: a day without a time means its last second (closing days), not its first.
        separator: what stands between the parts of a list; empty for comma, semicolon or bar, whichever is there.

    Raises:
        NotAValue: it cannot be read so.
    """
    if kind is Type.MOMENT:
        return _moment(cell, end_of_day)
    if kind is Type.LIST:
        return read_list(words_of(cell), separator)
    return READERS[kind](words_of(cell))


def _moment(cell: Cell, end_of_day: bool) -> datetime:
    found = read_moment(cell if isinstance(cell, date) else words_of(cell), end_of_day=end_of_day)
    if found is None:
        raise NotAValue("not_a_date")
    return found


def read_money(words: str) -> Decimal:
    """Rupees and paise from ``75,00,000``, ``₹ 12.5 lakh``, ``Rs. 2,500/-``, ``२ करोड़``."""
    text = ascii_digits(words).lower().strip()
    text = _without_currency(text)
    text, times = _without_multiple(text)
    amount = _decimal(text, "not_an_amount") * times
    if not 0 <= amount < MOST_RUPEES:
        raise NotAValue("not_an_amount")
    return amount.quantize(Decimal("0.01"))


def _without_currency(text: str) -> str:
    shorter = CURRENCY.sub("", text).strip()
    return shorter if shorter == text else _without_currency(shorter)


def _without_multiple(text: str) -> tuple[str, int]:
    for pattern, times in MULTIPLES:
        if pattern.search(text):
            return pattern.sub("", text).strip(), times
    return text, 1


def _decimal(text: str, code: str) -> Decimal:
    if not re.fullmatch(r"[+-]?[\d,\s]*\d[\d,]*(\.\d*)?(e\+?\d{1,2})?|\.\d+", text):
        raise NotAValue(code)
    try:
        return Decimal(re.sub(r"[,\s]", "", text))
    except InvalidOperation as error:
        raise NotAValue(code) from error


def read_integer(words: str) -> int:
    """A whole number from ``1,200``, ``180.0`` or ``१८०``."""
    number = _decimal(ascii_digits(words).lower().strip(), "not_a_whole_number")
    if number != number.to_integral_value() or abs(number) > 10**12:
        raise NotAValue("not_a_whole_number")
    return int(number)


def read_pin(words: str) -> str:
    """Six digits from ``781037``, ``781 037`` or a spreadsheet's ``781037.0``."""
    pin = normalise_pin(re.sub(r"\.0+$", "", words))
    if pin is None:
        raise NotAValue("not_a_pin")
    return pin


def read_yes_no(words: str) -> bool:
    """Yes or no, in English, Hindi or Urdu."""
    word = words.lower().removesuffix(".0")
    if word not in YES | NO:
        raise NotAValue("not_yes_or_no")
    return word in YES


def read_list(words: str, separator: str = "") -> list[str]:
    """The parts of a list, in order, without blanks and repetitions."""
    cut = separator or next((sign for sign in ("||", "|", ";", ",") if sign in words), ",")
    parts = (part.strip() for part in words.split(cut))
    return list(dict.fromkeys(part for part in parts if part))


READERS: dict[Type, Callable[[str], object]] = {
    Type.TEXT: str,
    Type.MONEY: read_money,
    Type.INTEGER: read_integer,
    Type.PIN: read_pin,
    Type.YES_NO: read_yes_no,
}
