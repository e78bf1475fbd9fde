"""Giving refused rows back: as a CSV with line, field and reason, and as the workbook that was sent, marked.

No cell given back is a formula: in a workbook every cell is a value; in CSV a sign that a spreadsheet would act on
gets an apostrophe before it (OWASP, CSV injection).
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from virtualclusters.capabilities.files.operations import checked_path, open_checked
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.queries import RefusedRow, refused_rows
from virtualclusters.capabilities.imports.reading import open_table
from virtualclusters.capabilities.imports.values import words_of

YELLOW = PatternFill("solid", start_color="FFF2A900", end_color="FFF2A900")
ACTED_ON = ("=", "+", "-", "@", "\t", "\r", "\n")
ROWS_OF_A_WHOLE_WORKBOOK = 5_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Given:
    """A file to hand to a person."""

    name: str
    content_type: str
    content: bytes


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(ACTED_ON) else words


def refused_csv(job: Import) -> Given:
    """Every reason against every refused row: line, field, reason, what stood there. UTF-8 with its mark, so that
    Excel reads Hindi.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("Line"), _("Column"), _("Reason"), _("What stood there")])
    for row in refused_rows(job):
        for field, label, sentence in row.problems:
            said = row.values.get(field, "") if field else "; ".join(filter(None, row.values.values()))
            writer.writerow([row.line, guarded(label), guarded(sentence), guarded(said)])
    return Given(_name(job, "csv"), "text/csv; charset=utf-8", text.getvalue().encode("utf-8-sig"))


def workbook_back(job: Import) -> Given:
    """The file as a workbook with a column of errors and the bad cells in yellow.

    An XLSX comes back as it was sent, with its styles and other sheets, formulas as their last values. Any other kind
    is written as a workbook. Of a file with more than 5,000 rows only the refused ones are given back, under its
    headings.
    """
    refused = {row.line: row for row in refused_rows(job)}
    whole = job.rows_in_file <= ROWS_OF_A_WHOLE_WORKBOOK
    workbook = (
        _as_sent(job, refused) if whole and job.layout["kind"] == "xlsx" else _rewritten(job, refused, whole=whole)
    )
    content = io.BytesIO()
    workbook.save(content)
    return Given(_name(job, "xlsx"), XLSX, content.getvalue())


def _name(job: Import, ending: str) -> str:
    return f"{job.file.name.rsplit('.', 1)[0]}-errors.{ending}"


def _as_sent(job: Import, refused: dict[int, RefusedRow]) -> Workbook:
    with open_checked(job.file) as content:
        workbook = load_workbook(content, data_only=True, keep_links=False)
    sheet = workbook[job.layout["sheet"]]
    for other in workbook.worksheets:
        _without_formulas(other)
    _mark(job, sheet, {line: line for line in refused}, refused)
    return workbook


def _without_formulas(sheet: Worksheet) -> None:
    sheet.conditional_formatting = type(sheet.conditional_formatting)()
    sheet.data_validations.dataValidation = []
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f" or (isinstance(cell.value, str) and cell.value.startswith("=")):
                _write(cell, str(cell.value))


def _rewritten(job: Import, refused: dict[int, RefusedRow], *, whole: bool) -> Workbook:
    """A new workbook: all rows at their lines, or the refused ones one below the other."""
    table = open_table(checked_path(job.file))
    workbook = Workbook()
    sheet = workbook.active
    heading_row = max(table.heading_line, 1)
    _write_row(sheet, heading_row, table.headings)
    places: dict[int, int] = {}
    offset = heading_row - table.heading_line
    for line, cells in table.rows():
        if whole or line in refused:
            places[line] = line + offset if whole else heading_row + 1 + len(places)
            _write_row(sheet, places[line], map(words_of, cells))
    _mark(job, sheet, places, refused, heading_row=heading_row)
    return workbook


def _write_row(sheet: Worksheet, row: int, words: Iterable[str]) -> None:
    for column, word in enumerate(words, start=1):
        if word:
            _write(sheet.cell(row, column), word)


def _write(cell: WorkbookCell, words: str) -> None:
    """Words as words: never a formula, and a quote mark kept in front should the cell be edited."""
    cell.value = words[:32_767]
    cell.data_type = "s"
    cell.quotePrefix = words.startswith(ACTED_ON)


def _mark(
    job: Import, sheet: Worksheet, places: dict[int, int], refused: dict[int, RefusedRow], heading_row: int = 0
) -> None:
    """Write the column of errors and colour the cells they are about."""
    last = sheet.max_column + 1
    columns = {name: int(column) + 1 + _first_column(job) for column, name in job.mapping.items()}
    _write(sheet.cell(heading_row or job.layout["heading_line"], last), _("Errors"))
    for line, row in refused.items():
        errors = sheet.cell(places[line], last)
        _write(
            errors, " ".join(f"{label}: {sentence}" if label else sentence for _field, label, sentence in row.problems)
        )
        errors.fill = YELLOW
        for field, _label, _sentence in row.problems:
            if field in columns:
                sheet.cell(places[line], columns[field]).fill = YELLOW


def _first_column(job: Import) -> int:
    """Empty columns before a workbook's table, which its reader leaves out."""
    return int(job.layout.get("first_column", 0))
