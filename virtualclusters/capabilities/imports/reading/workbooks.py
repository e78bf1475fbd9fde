"""Workbooks: Excel (new and old) and OpenDocument, read by calamine from the first sheet that holds a table."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from virtualclusters.capabilities.files.office import OfficeProblem, inspect_office
from virtualclusters.capabilities.imports.reading.limits import Limits
from virtualclusters.capabilities.imports.reading.problems import TableProblem
from virtualclusters.capabilities.imports.reading.table import Lines, Table, with_heading_row
from virtualclusters.capabilities.imports.values import Cell

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def looks_like_a_workbook(path: Path) -> bool:
    """Whether the content begins as workbooks do."""
    with path.open("rb") as stream:
        head = stream.read(8)
    return head.startswith(ZIP) or head == OLE


def open_workbook(path: Path, limits: Limits) -> Table:
    """The table in a workbook's first visible sheet with a heading row.

    Raises:
        TableProblem: it is broken, locked, carries a macro, or holds no table.
    """
    kind = _inspected_kind(path, limits)
    problem = TableProblem("empty")
    for sheet in _visible_sheets(path):
        try:
            return _table(sheet, kind, limits)
        except TableProblem as found:
            problem = found if problem.code == "empty" else problem
    raise problem


def _inspected_kind(path: Path, limits: Limits) -> str:
    try:
        return inspect_office(path, most_unpacked_bytes=limits.most_unpacked_bytes)
    except OfficeProblem as problem:
        raise TableProblem(problem.code) from problem


def _visible_sheets(path: Path) -> list[CalamineSheet]:
    try:
        workbook = CalamineWorkbook.from_path(path)
        return [
            workbook.get_sheet_by_name(sheet.name)
            for sheet in workbook.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except (CalamineError, PasswordError) as error:
        raise TableProblem("broken") from error


def _table(sheet: CalamineSheet, kind: str, limits: Limits) -> Table:
    if sheet.height > limits.most_rows + 100:
        raise TableProblem("too_many_rows")

    def lines() -> Lines:
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [as_cell(cell) for cell in cells]

    first_column = sheet.start[1] if sheet.start else 0
    return with_heading_row(kind, lines, limits, {"sheet": sheet.name, "first_column": str(first_column)})


def as_cell(value: object) -> Cell:
    """A workbook's value as one of ours: whole numbers without a fraction, a span of time as words."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return value
