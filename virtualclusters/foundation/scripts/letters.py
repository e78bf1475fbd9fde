"""Letters of the Indian scripts by their place in Unicode, digits, and which script a text is in."""

BRAHMIC = {
    0x0900: "Devanagari",
    0x0980: "Bengali",
    0x0A00: "Gurmukhi",
    0x0A80: "Gujarati",
    0x0B00: "Odia",
    0x0B80: "Tamil",
    0x0C00: "Telugu",
    0x0C80: "Kannada",
    0x0D00: "Malayalam",
}
BLOCK = 0x80
CANDRABINDU, ANUSVARA, NUKTA, VIRAMA = 0x01, 0x02, 0x3C, 0x4D
ARABIC_VARIANTS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "أ": "ا", "إ": "ا", "ٱ": "ا", "ـ": None}
)

_DIGIT_ZEROS = "०০੦૦୦௦౦೦൦᱐꯰٠۰"
_DIGITS = {ord(zero) + value: str(value) for zero in _DIGIT_ZEROS for value in range(10)}


def ascii_digits(text: str) -> str:
    """The text with the digits of Indian scripts written as 0 to 9."""
    return text.translate(_DIGITS)


def script_of(text: str) -> str:
    """The script of most letters: ``Latin``, ``Devanagari``, ``Arabic`` …, or ``""`` when it has no letters we know."""
    counts: dict[str, int] = {}
    for letter in text:
        if name := _script_of_letter(letter):
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default="")


def _script_of_letter(letter: str) -> str:
    code = ord(letter)
    if code < 0x0900:
        if letter.isascii():
            return "Latin" if letter.isalpha() else ""
        return "Arabic" if 0x0600 <= code <= 0x08FF and letter.isalpha() else ""
    return BRAHMIC.get(code - code % BLOCK, "")
