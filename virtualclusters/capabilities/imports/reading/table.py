"""What every reader gives: headings, and rows by the number of their line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from virtualclusters.capabilities.imports.reading.headings import ROWS_LOOKED_AT, find_heading
from virtualclusters.capabilities.imports.reading.limits import Limits
from virtualclusters.capabilities.imports.reading.problems import TableProblem
from virtualclusters.capabilities.imports.values import Cell, is_blank

Lines = Iterator[tuple[int, list[Cell]]]


@dataclass(frozen=True)
class Table:
    """A table found in a file.

    Attributes:
        kind: ``csv``, ``xlsx``, ``xls``, ``ods``, ``json`` or ``jsonl``.
        headings: the names of the columns, in order; an unnamed column is an empty string.
        heading_line: the line of the names, counted from 1 as a spreadsheet shows it; 0 when the names come with each
            record.
        details: what else was found: ``encoding`` and ``delimiter`` of text, ``sheet`` and ``first_column`` of a
            workbook
            (columns left of its table, which its reader leaves out).
    """

    kind: str
    headings: list[str]
    heading_line: int
    lines: Callable[[], Lines] = field(repr=False)
    limits: Limits = field(repr=False)
    details: dict[str, str] = field(default_factory=dict)

    def rows(self, *, after: int = 0) -> Lines:
        """The rows below the headings whose line is greater than `after`, blank rows left out, each as wide as the
        headings.

        Raises:
            TableProblem: there are too many rows, or a line cannot be read.
        """
        width, start, count = len(self.headings), max(self.heading_line, after), 0
        for line, cells in self.lines():
            if line <= self.heading_line or all(map(is_blank, cells)):
                continue
            count += 1
            if count > self.limits.most_rows:
                raise TableProblem("too_many_rows", line=line)
            if line > start:
                yield line, (cells + [""] * width)[:width]

    def sample(self, size: int = 50) -> list[list[Cell]]:
        """The first rows, for guessing what the columns hold."""
        return [cells for _place, (_line, cells) in zip(range(size), self.rows(), strict=False)]


def with_heading_row(kind: str, lines: Callable[[], Lines], limits: Limits, details: dict[str, str]) -> Table:
    """A table whose names stand in one of its first rows.

    Raises:
        TableProblem: no row names the columns, or there are too many columns.
    """
    first = [(line, cells) for line, cells in _first_filled(lines())]
    if not first:
        raise TableProblem("empty")
    found = find_heading(first)
    if found is None:
        raise TableProblem("no_heading_row")
    heading_line, headings = found
    if len(headings) > limits.most_columns:
        raise TableProblem("too_many_columns", line=heading_line)
    return Table(kind=kind, headings=headings, heading_line=heading_line, lines=lines, limits=limits, details=details)


def _first_filled(lines: Lines) -> Lines:
    taken = 0
    for line, cells in lines:
        if all(map(is_blank, cells)):
            continue
        yield line, cells
        taken += 1
        if taken == ROWS_LOOKED_AT:
            return
