"""Codes of the Indian states. The portal keeps the two letters of vehicle plates; GST and Udyam have their own (domain notes §3.4)."""

STATE_OF_GST_CODE = dict(
    pair.split(":")
    for pair in [
        "01:JK",
        "02:HP",
        "03:PB",
        "04:CH",
        "05:UK",
        "06:HR",
        "07:DL",
        "08:RJ",
        "09:UP",
        "10:BR",
        "11:SK",
        "12:AR",
        "13:NL",
        "14:MN",
        "15:MZ",
        "16:TR",
        "17:ML",
        "18:AS",
        "19:WB",
        "20:JH",
        "21:OD",
        "22:CG",
        "23:MP",
        "24:GJ",
        "25:DD",
        "26:DD",
        "27:MH",
        "28:AP",
        "29:KA",
        "30:GA",
        "31:LD",
        "32:KL",
        "33:TN",
        "34:PY",
        "35:AN",
        "36:TS",
        "37:AP",
        "38:LA",
    ]
)
STATES = frozenset(STATE_OF_GST_CODE.values())
_OTHER_LETTERS = {
    "KR": "KA", "TG": "TS", "DN": "DD", "OR": "OD", "UT": "UK", "UA": "UK", "CT": "CG", "LK": "LA",
}  # fmt: skip


def state_of_letters(letters: str) -> str | None:
    """The portal's code for two letters as some register writes them (Udyam says KR for Karnataka), or None."""
    letters = letters.upper()
    letters = _OTHER_LETTERS.get(letters, letters)
    return letters if letters in STATES else None
