"""From cells to a row: the mapped cells read as the types of their fields, with a problem for each that cannot be."""

from collections.abc import Mapping

from virtualclusters.capabilities.imports.reading.limits import LIMITS
from virtualclusters.capabilities.imports.specs import Field, Problem, Row, RowSpec
from virtualclusters.capabilities.imports.values import Cell, NotAValue, is_blank, read_value, words_of


def picked(mapping: Mapping[int, str], cells: list[Cell]) -> dict[str, Cell]:
    """The cells by the name of the field their column was mapped to."""
    return {name: cells[column] for column, name in mapping.items() if column < len(cells)}


def read_row(spec: RowSpec, cells: Mapping[str, Cell]) -> tuple[Row, list[Problem]]:
    """The row and its problems. A field that is absent or blank is None; `spec.check` is asked only when every field
    could be read.
    """
    row: Row = {}
    problems: list[Problem] = []
    for field in spec.fields:
        try:
            row[field.name] = _read_field(field, cells.get(field.name, ""))
        except NotAValue as problem:
            row[field.name] = None
            problems.append(Problem(field.name, problem.code))
    return row, problems or list(spec.check(row))


def _read_field(field: Field, cell: Cell) -> object:
    if is_blank(cell):
        if field.required:
            raise NotAValue("required")
        return None
    if len(words_of(cell)) > LIMITS.most_characters_a_cell:
        raise NotAValue("too_long")
    return read_value(field.type, cell, end_of_day=field.end_of_day, separator=field.separator)


def words(cells: Mapping[str, Cell]) -> dict[str, str]:
    """The cells as they are kept for mending: what stood in the file, as words."""
    return {name: words_of(cell)[: LIMITS.most_characters_a_cell] for name, cell in cells.items()}
