"""What a screen reader says of a PDF: the words of its marked runs in the order of the page.

Plain extractors map glyphs one by one, which tears conjuncts of Indic scripts apart. A tagged PDF says what a group of glyphs stands for
(``ActualText``, PDF 2.0 §14.9.4) and which runs are written back to front (``ReversedChars``, §14.8.2.5.3); both are followed here.
"""

import io
import re
from dataclasses import dataclass, field

import pikepdf


def spoken(content: bytes) -> str:
    """The words of the first page, a space between runs."""
    with pikepdf.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
        return " ".join(_words(page, fonts).split())


def _letters(font) -> dict[int, str]:
    """Glyph number → letters, from the font's ``ToUnicode`` table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    letters = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, code in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            letters[int(glyph, 16)] = bytes.fromhex(code).decode("utf-16-be")
    return letters


@dataclass
class _Run:
    """A marked run of glyphs, and what it says when it ends."""

    backward: bool = False
    stands_for: str | None = None
    pieces: list[str] = field(default_factory=list)

    def said(self) -> str:
        if self.stands_for is not None:
            return self.stands_for
        return "".join(reversed(self.pieces) if self.backward else self.pieces)


def _words(page, fonts) -> str:
    letters, open_runs = {}, [_Run()]
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = fonts[str(operands[0])]
            case "BDC" | "BMC":
                open_runs.append(_opened(operands))
            case "EMC":
                ended = open_runs.pop()
                open_runs[-1].pieces.append(ended.said() + (" " if len(open_runs) == 1 else ""))
            case "Tj" | "TJ":
                open_runs[-1].pieces += [letters.get(glyph, "") for glyph in _glyphs(operands[0])]
    return open_runs[0].said()


def _opened(operands) -> _Run:
    properties = operands[1] if len(operands) > 1 else {}
    stands_for = str(properties["/ActualText"]) if "/ActualText" in properties else None
    return _Run(backward=str(operands[0]) == "/ReversedChars", stands_for=stands_for)


def _glyphs(shown):
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    for string in strings:
        if isinstance(string, pikepdf.String):
            code = bytes(string)
            yield from (int.from_bytes(code[place : place + 2], "big") for place in range(0, len(code), 2))
