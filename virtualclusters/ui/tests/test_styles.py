import re

import brotli
import pytest

from virtualclusters.ui import build
from virtualclusters.ui.logical import make_logical, physical_left

PAIRS_OF_TEXT = [
    ("ink", "paper"), ("ink", "sheet"), ("ink", "mist"), ("ink", "marigold"), ("sheet", "ink"), ("sheet", "leaf"),
    ("sheet", "leaf-deep"), ("sheet", "clay"), ("leaf", "paper"), ("leaf", "sheet"), ("leaf", "mist"), ("clay", "paper"),
    ("clay", "sheet"), ("quiet", "paper"), ("quiet", "sheet"), ("quiet", "mist"), ("ink", "tick"), ("quiet", "tick"),
]  # fmt: skip
PAIRS_OF_EDGES = [
    ("ink", "sheet"),
    ("ink", "paper"),
    ("clay", "sheet"),
    ("leaf", "sheet"),
    ("quiet", "sheet"),
    ("leaf", "tick"),
]
SHADES = [("s0", "t0"), ("s1", "t1"), ("s2", "t2"), ("s3", "t3"), ("s4", "t4")]


@pytest.fixture(scope="module")
def css():
    return build.make_own(build.compile_sass())


@pytest.fixture(scope="module")
def tokens(css):
    found = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})", css))
    return {**found, "tick": "#eef6f2"}


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS_OF_TEXT)
def test_text_stands_out_from_its_ground_by_four_and_a_half(tokens, text, ground):
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), PAIRS_OF_EDGES)
def test_edges_stand_out_from_their_ground_by_three(tokens, edge, ground):
    assert contrast(tokens[edge], tokens[ground]) >= 3


@pytest.mark.parametrize(("shade", "text"), SHADES)
def test_letters_on_the_tiles_of_the_states_can_be_read(css, shade, text):
    rules = re.findall(r"((?:\.vc-[st]\d,?)+)\{fill:(#[0-9a-f]{3,6})", css)
    fills = {name: colour for names, colour in rules for name in re.findall(r"[st]\d", names)}
    assert contrast(fills[shade], fills[text]) >= 4.5


def test_no_style_depends_on_left_or_right(css):
    assert physical_left(css) == []


def test_the_whole_stylesheet_fits_nine_kilobytes(css):
    assert len(brotli.compress(css.encode(), quality=11)) <= 9_000


def test_the_stylesheet_carries_no_font_no_foreign_name_and_no_foreign_address(css):
    assert re.findall(r"@font-face|govuk|url\((?!data:)|@import", css) == []


def test_the_own_script_fits_a_kilobyte_and_the_mark_four_hundred_bytes():
    script = (build.HERE / "scripts" / "vc.js").read_bytes()
    mark = (build.HERE / "templates" / "ui" / "components" / "mark.html").read_bytes()

    assert (len(brotli.compress(script, quality=11)) <= 1_100, len(mark) <= 400) == (True, True)


@pytest.mark.parametrize(
    ("physical", "logical"),
    [
        ("a{margin-left:1px}", "a{margin-inline-start:1px}"),
        ("a{border-right-width:2px}", "a{border-inline-end-width:2px}"),
        ("a{b:c;left:0}", "a{b:c;inset-inline-start:0}"),
        ("a{text-align:left}", "a{text-align:start}"),
        ("a{float:right}", "a{float:inline-end}"),
        ("a{padding:1px 2px 3px 4px}", "a{padding-block:1px 3px;padding-inline:4px 2px}"),
        ("a{padding:1px 2px 3px 2px}", "a{padding:1px 2px 3px 2px}"),
        ("a{border-width:0 calc(1px + 1px) 0 0}", "a{border-block-width:0 0;border-inline-width:0 calc(1px + 1px)}"),
        ("a{border-top-left-radius:3px}", "a{border-start-start-radius:3px}"),
    ],
)
def test_physical_sides_become_logical_ones(physical, logical):
    assert make_logical(physical) == logical


def test_what_is_left_physical_is_found():
    assert physical_left("a{margin-left:1px;text-align:right}") == ["margin-left", "text-align:right"]


def test_a_second_build_without_changes_does_nothing(monkeypatch):
    build.main([])
    monkeypatch.setattr(build, "build", lambda: pytest.fail("built again"))

    assert build.main([]) == 0
