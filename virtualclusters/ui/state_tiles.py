"""The states and union territories of India as hexagons, one the size of the other: a scheme without borders, not a map.

Codes are the two letters of vehicle and Udyam numbers.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.states import state_of_letters

STATE_NAMES = {
    "AN": _("Andaman and Nicobar"),
    "AP": _("Andhra Pradesh"),
    "AR": _("Arunachal Pradesh"),
    "AS": _("Assam"),
    "BR": _("Bihar"),
    "CG": _("Chhattisgarh"),
    "CH": _("Chandigarh"),
    "DD": _("Dadra and Nagar Haveli and Daman and Diu"),
    "DL": _("Delhi"),
    "GA": _("Goa"),
    "GJ": _("Gujarat"),
    "HP": _("Himachal Pradesh"),
    "HR": _("Haryana"),
    "JH": _("Jharkhand"),
    "JK": _("Jammu and Kashmir"),
    "KA": _("Karnataka"),
    "KL": _("Kerala"),
    "LA": _("Ladakh"),
    "LD": _("Lakshadweep"),
    "MH": _("Maharashtra"),
    "ML": _("Meghalaya"),
    "MN": _("Manipur"),
    "MP": _("Madhya Pradesh"),
    "MZ": _("Mizoram"),
    "NL": _("Nagaland"),
    "OD": _("Odisha"),
    "PB": _("Punjab"),
    "PY": _("Puducherry"),
    "RJ": _("Rajasthan"),
    "SK": _("Sikkim"),
    "TN": _("Tamil Nadu"),
    "TR": _("Tripura"),
    "TS": _("Telangana"),
    "UK": _("Uttarakhand"),
    "UP": _("Uttar Pradesh"),
    "WB": _("West Bengal"),
}
# One string a row, two letters a cell, odd rows half a cell to the right.
ROWS = [
    "      LA",
    "    JKHP",
    "    PBCHUK      AR",
    "    HRDLUPBRSKASNL",
    "    RJMPCGJHWBMLMN",
    "  GJMHTSOD  TRMZ",
    "  DDGAKAAP",
    "  LDKLTNPY  AN",
]
WIDTH, HEIGHT = 40, 36
SHADES = 4


@dataclass(frozen=True)
class Tile:
    """A state on the scheme: where it stands (SVG units), how many it counts, and how dark it is (0 none, 1 to 4)."""

    code: str
    name: str
    x: int
    y: int
    count: int
    shade: int
    href: str


def places() -> dict[str, tuple[int, int]]:
    """The middle of each tile in SVG units."""
    found = {}
    for row, line in enumerate(ROWS):
        for column in range(len(line) // 2):
            if (code := line[2 * column : 2 * column + 2]).strip():
                found[code] = (column * WIDTH + (row % 2) * WIDTH // 2 - WIDTH // 2, row * HEIGHT + HEIGHT)
    return found


def shade_of(count: int, most: int) -> int:
    """From 0 (none) to 4 (the most), in equal steps."""
    if count <= 0:
        return 0
    return min(SHADES, 1 + (count - 1) * SHADES // max(most, 1))


def tiles(counts: dict[str, int], href_prefix: str = "") -> list[Tile]:
    """A tile for each of the 36 states and territories; `href_prefix` + code is its link, when given."""
    known: dict[str, int] = {}
    for code, count in counts.items():
        own = state_of_letters(code) or code
        known[own] = known.get(own, 0) + count
    most = max(known.values(), default=0)
    return [
        Tile(
            code,
            str(STATE_NAMES[code]),
            x,
            y,
            known.get(code, 0),
            shade_of(known.get(code, 0), most),
            f"{href_prefix}{code}" if href_prefix else "",
        )
        for code, (x, y) in places().items()
    ]
