"""Normal forms and patterns of the identifiers Indian firms carry. Sources: domain notes §3.1, python-stdnum.

A pattern says that a number *could* exist. That it belongs to somebody is verification, which is a person's work.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.in_ import aadhaar, pan

from virtualclusters.foundation.scripts import ascii_digits
from virtualclusters.foundation.states import STATE_OF_GST_CODE, state_of_letters

PIN_CODE = re.compile(r"[1-9]\d{5}")
_GSTIN_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class IdentifierKind(StrEnum):
    """The registers whose numbers we know."""

    PAN = "pan"
    GSTIN = "gstin"
    UDYAM = "udyam"
    FSSAI = "fssai"
    IFSC = "ifsc"
    DARPAN = "darpan"
    IEC = "iec"
    CIN = "cin"
    LLPIN = "llpin"
    AISHE = "aishe"
    AICTE = "aicte"
    NCVT = "ncvt"


class Malformed(ValueError):
    """The text is no number of that kind. ``sentence`` says what is wrong, for the person who typed it."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__("malformed")
        self.sentence = sentence


def normalise_mobile(text: str) -> str | None:
    """An Indian mobile number as E.164 (``+919876543210``) however it was typed, or None when it is not one.

    Accepts ``98765 43210``, ``098765-43210``, ``+91 98765 43210``, ``0091…`` and Indian digits. Mobile numbers have
    ten digits and begin with 6 to 9 (numbering plan of the Department of Telecommunications).
    """
    digits = re.sub(r"[\s().\-–]", "", ascii_digits(text.strip()))
    digits = re.sub(r"^00", "+", digits)
    try:
        number = phonenumbers.parse(digits, "IN")
    except phonenumbers.NumberParseException:
        return None
    national = str(number.national_number)
    if number.country_code != 91 or not re.fullmatch(r"[6-9]\d{9}", national):
        return None
    return f"+91{national}"


def normalise_pin(text: str) -> str | None:
    """A PIN code as six digits, or None when the text is not one."""
    digits = re.sub(r"\s", "", ascii_digits(text))
    return digits if PIN_CODE.fullmatch(digits) else None


def normal_form(kind: IdentifierKind, text: str) -> str:
    """The number as its register writes it, however it was typed: spaces, small letters, dashes, Indian digits.

    Raises:
        Malformed: it is no number of that kind, or an Aadhaar number, which nobody here may ask for.
    """
    signs = _signs(text)
    if re.fullmatch(r"\d{12}", signs) and aadhaar.is_valid(signs):
        raise Malformed(_("This looks like an Aadhaar number. We never ask for it and did not keep it."))
    shape = SHAPES[kind]
    found = re.fullmatch(shape.pattern, signs)
    if not found:
        raise Malformed(shape.explain(signs) if shape.explain else shape.sentence)
    number = shape.separator.join(found.groups())
    shape.check(number)
    return number


def masked(number: str) -> str:
    """The number with all but its last four signs covered; dashes stay."""
    return re.sub(r"[A-Z0-9]", "•", number[:-4]) + number[-4:]


def pan_in_gstin(gstin: str) -> str:
    """The PAN of the holder: signs 3 to 12."""
    return gstin[2:12]


def state_in_gstin(gstin: str) -> str:
    """Two-letter code of the state in which the holder is registered."""
    return STATE_OF_GST_CODE[gstin[:2]]


def state_in_udyam(udyam: str) -> str | None:
    """Two-letter code of the state in a Udyam number, or None when the letters are no state's."""
    return state_of_letters(udyam[6:8])


def fssai_first_digit(number: str) -> str:
    """``1`` or ``2``: one is a licence, the other a registration.

    Sources contradict each other, so the holder's paper says which.
    """
    return number[0]


def _signs(text: str) -> str:
    """Letters and digits only, in capitals, Indian and full-width digits as 0 to 9."""
    text = ascii_digits(unicodedata.normalize("NFKC", text)).upper()
    return "".join(sign for sign in text if sign.isalnum())


def _no_further_check(number: str) -> None:
    """For registers without a check digit."""


def _check_pan(number: str) -> None:
    if number[3] not in "PCFHTABGJLK":
        raise Malformed(
            _("The 4th letter of a PAN says who holds it: P for a person, C for a company, F for a firm. Check it.")
        )
    if not pan.is_valid(number):
        raise Malformed(_("The 4 digits of a PAN are never 0000. Check them."))


def _check_gstin(number: str) -> None:
    if number[:2] not in STATE_OF_GST_CODE:
        raise Malformed(_("The first 2 digits of a GSTIN are the state. No state has the number you typed."))
    try:
        _check_pan(pan_in_gstin(number))
    except Malformed as inner:
        raise Malformed(_("Signs 3 to 12 of a GSTIN are your PAN. What you typed there is no PAN.")) from inner
    try:
        luhn.validate(number, _GSTIN_SIGNS)
    except ValidationError as error:
        raise Malformed(
            _("The last sign of this GSTIN does not fit the others, so one is wrong. Compare it with your certificate.")
        ) from error


def _check_udyam(number: str) -> None:
    if state_in_udyam(number) is None:
        raise Malformed(_("The 2 letters after UDYAM are the state, like MH. No state has the letters you typed."))


def _check_darpan(number: str) -> None:
    if state_of_letters(number[:2]) is None:
        raise Malformed(
            _("A Darpan number begins with the 2 letters of a state, like RJ. No state has the letters you typed.")
        )


def _check_iec(number: str) -> None:
    if not number.isdigit():
        _check_pan(number)


def _explain_udyam(signs: str) -> str | Promise:
    if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z]\d{7}", signs):
        return _("This is an old Udyog Aadhaar number. It has ended. Give the Udyam number, which begins with UDYAM.")
    return SHAPES[IdentifierKind.UDYAM].sentence


def _explain_ifsc(signs: str) -> str | Promise:
    if re.fullmatch(r"[A-Z]{4}O[A-Z0-9]{6}", signs):
        return _("The 5th sign of an IFSC is the digit 0, not the letter O.")
    return SHAPES[IdentifierKind.IFSC].sentence


@dataclass(frozen=True)
class Shape:
    """How a register writes its numbers.

    Args:
        pattern: of the bare signs; its groups are joined by ``separator`` to the normal form.
        sentence: what such a number looks like, for someone who typed another.
        check: raises Malformed when the pattern fits and the number still cannot be.
        explain: a better sentence for mistakes that are known.
    """

    pattern: str
    sentence: str | Promise
    separator: str = ""
    check: Callable[[str], None] = _no_further_check
    explain: Callable[[str], str | Promise] | None = None


SHAPES: dict[IdentifierKind, Shape] = {
    IdentifierKind.PAN: Shape(
        r"([A-Z]{5}\d{4}[A-Z])", _("A PAN has 5 letters, 4 digits and a letter, like ABCPD1234E."), check=_check_pan
    ),
    IdentifierKind.GSTIN: Shape(
        r"(\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z])",
        _("A GSTIN has 15 signs: 2 digits for the state, your PAN, 1 sign, the letter Z and 1 sign."),
        check=_check_gstin,
    ),
    IdentifierKind.UDYAM: Shape(
        r"(UDYAM)([A-Z]{2})(\d{2})(\d{7})",
        _("A Udyam number is UDYAM, 2 letters for the state, 2 digits and 7 digits, like UDYAM-MH-01-0000001."),
        separator="-",
        check=_check_udyam,
        explain=_explain_udyam,
    ),
    IdentifierKind.FSSAI: Shape(r"([12]\d{13})", _("An FSSAI number has 14 digits and begins with 1 or 2.")),
    IdentifierKind.IFSC: Shape(
        r"([A-Z]{4}0[A-Z0-9]{6})",
        _("An IFSC has 4 letters for the bank, the digit 0, and 6 letters or digits."),
        explain=_explain_ifsc,
    ),
    IdentifierKind.DARPAN: Shape(
        r"([A-Z]{2})((?:19|20)\d{2})(\d{7})",
        _("A Darpan number has 2 letters for the state, the year and 7 digits, like RJ/2024/1234567."),
        separator="/",
        check=_check_darpan,
    ),
    IdentifierKind.IEC: Shape(
        r"([A-Z]{5}\d{4}[A-Z]|\d{10})",
        _("An IEC has 10 signs: the same as your PAN, or 10 digits if it is an old one."),
        check=_check_iec,
    ),
    IdentifierKind.CIN: Shape(
        r"([LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6})",
        _("A CIN has 21 signs: L or U, 5 digits, 2 letters for the state, the year, 3 letters and 6 digits."),
    ),
    IdentifierKind.LLPIN: Shape(
        r"([A-Z]{3})(\d{4})", _("An LLPIN has 3 letters and 4 digits, like AAA-1234."), separator="-"
    ),
    IdentifierKind.AISHE: Shape(
        r"([UCS])(\d{1,5})", _("An AISHE code is U, C or S and up to 5 digits, like C-12345."), separator="-"
    ),
    IdentifierKind.AICTE: Shape(
        r"(1)(\d{4,12})", _("An AICTE permanent id is 1, a dash and digits, like 1-1234567."), separator="-"
    ),
    IdentifierKind.NCVT: Shape(
        r"([GP][RU]\d{8})", _("The code of an ITI is GR, PR, GU or PU and 8 digits, like GR12345678.")
    ),
}
