"""Physical CSS made logical, so that one stylesheet serves both directions of writing."""

import re

_SIDES = {"left": "inline-start", "right": "inline-end"}
_CORNERS = {
    "top-left": "start-start",
    "top-right": "start-end",
    "bottom-left": "end-start",
    "bottom-right": "end-end",
}
_START = r"(?<=[{;])"
_SIDED = re.compile(_START + r"(margin|padding|border)-(left|right)(?=[-:])")
_INSET = re.compile(_START + r"(left|right):")
_RADIUS = re.compile(_START + r"border-(top|bottom)-(left|right)-radius:")
_ALIGNED = re.compile(_START + r"(text-align|float|clear):(left|right)(?=[;}!])")
_FOUR = re.compile(_START + r"(margin|padding):([^;}]+)")
_BORDER_WIDTHS = re.compile(_START + r"border-width:([^;}]+)")
PHYSICAL = [_SIDED, _INSET, _RADIUS, _ALIGNED]


def make_logical(css: str) -> str:
    """The same styles with inline-start and inline-end for left and right. Expects minified CSS."""
    css = _SIDED.sub(lambda m: f"{m[1]}-{_SIDES[m[2]]}", css)
    css = _INSET.sub(lambda m: f"inset-{_SIDES[m[1]]}:", css)
    css = _RADIUS.sub(lambda m: f"border-{_CORNERS[f'{m[1]}-{m[2]}']}-radius:", css)
    css = _ALIGNED.sub(_aligned, css)
    css = _FOUR.sub(lambda m: _four_sides(m[0], m[1], m[2]), css)
    return _BORDER_WIDTHS.sub(lambda m: _four_sides(m[0], "border", m[1], "-width"), css)


def _aligned(match) -> str:
    side = _SIDES[match[2]]
    return f"{match[1]}:{side.removeprefix('inline-') if match[1] == 'text-align' else side}"


def _four_sides(whole, name, values, ending="") -> str:
    """A shorthand whose right and left differ becomes a block and an inline pair; others stay."""
    parts = re.findall(r"(?:[^\s()]+|\([^()]*\))+", values.replace("!important", "").strip())
    if len(parts) != 4 or parts[1] == parts[3] or "!important" in values:
        return whole
    top, right, bottom, left = parts
    return f"{name}-block{ending}:{top} {bottom};{name}-inline{ending}:{left} {right}"


def physical_left(css: str) -> list[str]:
    """What still depends on left and right: must be empty."""
    found = [match[0] for pattern in PHYSICAL for match in pattern.finditer(css)]
    for pattern in (_FOUR, _BORDER_WIDTHS):
        found += [
            match[0]
            for match in pattern.finditer(css)
            if _four_sides(match[0], "x", match[match.lastindex]) != match[0]
        ]
    return found
