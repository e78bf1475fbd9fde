"""Codes of the Indian states (domain notes §3.4).

The portal keeps the two letters of vehicle plates; GST and Udyam have codes of their own.
"""

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


_PIN_RANGES = """
110-110:DL 121-136:HR 140-160:PB,CH 171-177:HP 180-194:JK,LA 201-243:UP 244-249:UP,UK 250-261:UP 262-263:UP,UK
264-285:UP 301-345:RJ 360-396:GJ,DD 400-402:MH 403-403:GA 404-445:MH 450-488:MP 490-497:CG 500-509:TS 515-535:AP
560-591:KA 600-643:TN,PY 533-533:AP,PY 670-670:KL 671-695:KL,PY,LD 700-743:WB 737-737:SK 744-744:AN 751-770:OD
781-788:AS 790-792:AR 793-794:ML 795-795:MN 796-796:MZ 797-798:NL 799-799:TR 800-813:BR 814-835:JH,BR 841-855:BR
"""


def states_of_pin(pin: str) -> frozenset[str]:
    """States in which a PIN code may lie, by its first three digits (sorting district); empty when none is known.

    The ranges overlap and have odd exceptions, so a mismatch is a reason to look, never to refuse (domain notes §3.1).
    """
    prefix = int(pin[:3])
    found: set[str] = set()
    for entry in _PIN_RANGES.split():
        span, states = entry.split(":")
        first, last = span.split("-")
        if int(first) <= prefix <= int(last):
            found.update(states.split(","))
    return frozenset(found)
