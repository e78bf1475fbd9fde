import csv
import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from virtualclusters.capabilities.imports import giving_back, operations
from virtualclusters.capabilities.imports.giving_back import refused_csv, workbook_back
from virtualclusters.capabilities.imports.queries import guessed_mapping
from virtualclusters.capabilities.imports.tests.conftest import NOON
from virtualclusters.capabilities.jobs.running import run_jobs

ROWS = [
    ["Purchases of the sample district"],
    [],
    ["Tender ID", "Tender Title", "Last date", "Pincode", "Remark"],
    ["1", "rice", "30-11-2026", "411001", "=1+1"],
    ["2", "honey", "30-11-2026", "11001", "@SUM(A1)"],
    ["3", "tea", "=cmd|' /C calc'!A0", "411003", "fine"],
]
YELLOW = "FFF2A900"


def sent_workbook():
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.active["E4"] = '=HYPERLINK("http://sample.example","x")'
    book.active["A3"].font = Font(bold=True)
    book.create_sheet("Notes")["A1"] = "kept"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def sent_csv():
    text = io.StringIO()
    csv.writer(text).writerows(ROWS)
    return text.getvalue().encode()


@pytest.fixture
def imported(shelf, officer, upload):
    def run(content, name):
        job = operations.start(person=officer, spec="notices", upload=upload(content, name), at=NOON)
        run_jobs()
        job.refresh_from_db()
        operations.confirm(import_id=job.pk, person=officer, mapping=guessed_mapping(job), at=NOON)
        run_jobs()
        job.refresh_from_db()
        return job

    return run


def sheet_of(given):
    return load_workbook(io.BytesIO(given.content)).active


def yellow(sheet):
    return [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.fill.start_color.rgb == YELLOW]


def formulas(sheet):
    return [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]


def test_the_sent_workbook_comes_back_with_a_column_of_errors_and_yellow_cells(imported):
    given = workbook_back(imported(sent_workbook(), "list.xlsx"))
    sheet = sheet_of(given)

    assert given.name == "list-errors.xlsx"
    assert (sheet["A1"].value, sheet["A3"].font.bold, sheet["F3"].value) == (
        "Purchases of the sample district",
        True,
        "Errors",
    )
    assert yellow(sheet) == ["D5", "F5", "C6", "F6"]
    assert sheet["F5"].value == "PIN code: A PIN code has six digits and does not begin with 0."
    assert load_workbook(io.BytesIO(given.content)).sheetnames == ["Sheet", "Notes"]


@pytest.mark.parametrize(
    ("content", "name"), [(sent_workbook(), "list.xlsx"), (sent_csv(), "list.csv")], ids=["xlsx", "csv"]
)
def test_no_cell_given_back_is_a_formula(imported, content, name):
    assert formulas(sheet_of(workbook_back(imported(content, name)))) == []


def test_a_csv_comes_back_as_a_workbook_with_the_rows_at_their_lines(imported):
    sheet = sheet_of(workbook_back(imported(sent_csv(), "list.csv")))

    assert (sheet["A3"].value, sheet["A4"].value, sheet["B5"].value, yellow(sheet)) == (
        "Tender ID",
        "1",
        "honey",
        ["D5", "F5", "C6", "F6"],
    )


def test_of_a_long_file_only_the_refused_rows_come_back(imported, monkeypatch):
    monkeypatch.setattr(giving_back, "ROWS_OF_A_WHOLE_WORKBOOK", 2)
    sheet = sheet_of(workbook_back(imported(sent_csv(), "list.csv")))

    assert [sheet.cell(row, 1).value for row in range(3, 7)] == ["Tender ID", "2", "3", None]


def test_the_csv_of_reasons_says_line_column_reason_and_what_stood_there_without_formulas(imported):
    given = refused_csv(imported(sent_csv(), "list.csv"))
    rows = list(csv.reader(io.StringIO(given.content.decode("utf-8-sig"))))

    assert (given.content[:3], [row[:2] + row[3:] for row in rows]) == (
        b"\xef\xbb\xbf",
        [["Line", "Column", "What stood there"], ["5", "PIN code", "11001"], ["6", "Closes on", "'=cmd|' /C calc'!A0"]],
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_every_sign_a_spreadsheet_acts_on_is_guarded(sign):
    assert giving_back.guarded(f"{sign}1") == f"'{sign}1"
