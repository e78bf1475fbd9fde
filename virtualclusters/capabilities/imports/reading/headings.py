"""Finding the row that names the columns, below title rows and above the data."""

from collections.abc import Iterable, Sequence

from virtualclusters.capabilities.imports.values import Cell, is_blank, looks_like_a_value

ROWS_LOOKED_AT = 25


def find_heading(rows: Sequence[tuple[int, list[Cell]]]) -> tuple[int, list[str]] | None:
    """The line and the names of the columns, or None when no row names them.

    A heading row fills most of the columns the table uses, all its cells are words and no two are alike. Title rows
    fill one or two cells; rows of data hold dates, numbers or long sentences.
    """
    widest = max((filled(cells) for _line, cells in rows), default=0)
    for line, cells in rows:
        if filled(cells) >= max(2, 0.6 * widest) and names_columns(cells):
            return line, unique_names(cells)
    return None


def filled(cells: Iterable[Cell]) -> int:
    """How many cells of a row hold something."""
    return sum(not is_blank(cell) for cell in cells)


def names_columns(cells: Iterable[Cell]) -> bool:
    """Whether a row could be the names of columns: short words, none of them a date or a number."""
    words = [cell for cell in cells if not is_blank(cell)]
    return all(isinstance(word, str) and len(word) <= 120 and not looks_like_a_value(word) for word in words)


def unique_names(cells: Sequence[Cell]) -> list[str]:
    """The names with the empty columns at the end cut off and repeated names told apart: ``Date``, ``Date (2)``."""
    names = ["" if is_blank(cell) else " ".join(str(cell).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    seen: dict[str, int] = {}
    return [_told_apart(name, seen) for name in names]


def _told_apart(name: str, seen: dict[str, int]) -> str:
    if not name:
        return name
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"
