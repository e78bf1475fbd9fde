import gzip
import io
import json
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from virtualclusters.capabilities.imports.reading import LIMITS, Limits, TableProblem, open_table
from virtualclusters.capabilities.imports.tests.notices import GERMAN_STYLE, HINDI, RELEASES, TITLED


@pytest.fixture
def file(tmp_path):
    """Write bytes (or words as UTF-8) to a file and return its path."""

    def write(content, name="file"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def workbook(rows, *, start_column=0):
    book = Workbook()
    for row in rows:
        book.active.append([None] * start_column + row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def problem_of(path, limits=LIMITS):
    with pytest.raises(TableProblem) as raised:
        list(open_table(path, limits=limits).rows())
    return raised.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_hindi_csv_reads_alike_in_every_encoding(file, encoding):
    table = open_table(file(HINDI.encode(encoding)))

    assert table.headings[0] == "निविदा संख्या"
    assert [cells[0] for _line, cells in table.rows()] == ["उप्र/२०२६/१", "उप्र/२०२६/२", "उप्र/२०२६/३"]


def test_a_semicolon_file_of_cp1252_below_a_title_is_read_with_its_accents(file):
    table = open_table(file(GERMAN_STYLE.encode("cp1252")))

    assert (table.details, table.heading_line) == ({"encoding": "cp1252", "delimiter": ";"}, 2)
    assert [cells[1] for _line, cells in table.rows()] == ["Café grinder – 5 kg", "Jars “wide mouth”", "Labels – paper"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(file, delimiter):
    table = open_table(
        file(
            delimiter.join(["Name", "Pin"])
            + "\n"
            + delimiter.join(["Asha, & sons" if delimiter != "," else "Asha", "411001"])
        )
    )

    assert (table.headings, table.details["delimiter"]) == (["Name", "Pin"], delimiter)


def test_a_gzip_csv_is_unpacked(file):
    assert len(list(open_table(file(gzip.compress(HINDI.encode()))).rows())) == 3


def test_the_heading_row_of_a_workbook_is_found_below_its_titles_and_blank_rows_are_skipped(file):
    table = open_table(file(workbook(TITLED)))

    assert (table.kind, table.heading_line, table.headings[1]) == ("xlsx", 4, "Tender ID")
    assert [(line, cells[1]) for line, cells in table.rows()] == [(5, "X/1"), (7, "X/2"), (8, "X/3")]


def test_a_table_that_does_not_begin_in_the_first_column_is_read_from_where_it_stands(file):
    table = open_table(file(workbook(TITLED[3:], start_column=2)))

    assert (table.headings[0], table.details["first_column"]) == ("S. No.", "2")


def test_dates_and_numbers_of_a_workbook_keep_their_kind(file):
    table = open_table(file(workbook([["Name", "Date", "Amount"], ["a", datetime(2026, 11, 21, 17), 12.0]])))

    assert list(table.rows()) == [(2, ["a", datetime(2026, 11, 21, 17), 12])]


def test_headings_that_are_written_twice_are_told_apart(file):
    assert open_table(file("Date,Date,Name\n1,2,a\n")).headings == ["Date", "Date (2)", "Name"]


def test_a_release_package_is_flattened_to_paths(file):
    table = open_table(file(json.dumps(RELEASES)))
    first = dict(zip(table.headings, next(table.rows())[1], strict=True))

    assert first == {
        "ocid": "ocds-sample-1",
        "tender/title": "Supply of biscuits",
        "tender/value/amount": 450000.5,
        "tender/value/currency": "INR",
        "tender/datePublished": "2026-11-01T10:00:00+05:30",
        "tender/tenderPeriod/endDate": "2026-11-30T17:00:00Z",
        "tender/items/0/description": "Biscuits",
        "tender/items/1/description": "Cakes",
        "tender/additionalProcurementCategories": "goods; food",
        "buyer/name": "Sample Railway Kitchen",
    }


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"records": [{"ocid": "r", "compiledRelease": release} for release in RELEASES["releases"]]}),
        json.dumps(RELEASES["releases"]),
        "\n".join(map(json.dumps, RELEASES["releases"])),
        "\n".join(json.dumps({"releases": [release]}) for release in RELEASES["releases"]),
    ],
    ids=["records", "list", "lines", "packages by line"],
)
def test_json_of_every_layout_gives_the_same_titles(file, text):
    table = open_table(file(text))
    title = table.headings.index("tender/title")

    assert [cells[title] for _line, cells in table.rows()] == ["Supply of biscuits", "Supply of tea"]


def test_rows_after_a_line_are_those_below_it(file):
    assert [line for line, _cells in open_table(file(HINDI)).rows(after=3)] == [4]


def test_memory_stays_flat_over_a_hundred_thousand_rows(file):
    path = file(
        "Number,Title,Pin\n" + "".join(f"{number},a purchase of something useful,411001\n" for number in range(100_000))
    )
    table = open_table(path)
    tracemalloc.start()
    rows = sum(1 for _row in table.rows())
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (rows, peak < 3_000_000) == (100_000, True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        (b"1,2,3\n4,5,6\n", "no_heading_row"),
        (b"PK\x03\x04nothing", "broken"),
        (b'{"releases": [{"ocid": "1"', "broken"),
        (b"{}", "no_rows"),
        (gzip.compress(b"Name,Pin\na,1\n", mtime=0)[:-12], "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "unknown_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
        (('Name,Pin\na,"b' + "c" * 1_200_000).encode(), "cell_too_long"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(file, content, code):
    assert problem_of(file(content)) == code


def test_a_workbook_with_a_macro_is_refused(file):
    content = io.BytesIO(workbook(TITLED))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"program")

    assert problem_of(file(content.getvalue())) == "macros"


def test_a_workbook_whose_entry_claims_less_than_it_holds_is_refused(file):
    content = io.BytesIO(workbook(TITLED))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/big.xml", b"0" * 5_000_000)
    lying = content.getvalue().replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert problem_of(file(lying), Limits(most_unpacked_bytes=1_000_000)) == "unpacks_too_large"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(most_bytes=10), "too_large"),
        (Limits(most_rows=2), "too_many_rows"),
        (Limits(most_columns=3), "too_many_columns"),
        (Limits(most_unpacked_bytes=100), "unpacks_too_large"),
    ],
)
def test_each_limit_has_its_own_refusal(file, limits, code):
    assert problem_of(file(HINDI), limits) == code


def test_a_packed_bomb_is_stopped_while_it_unpacks(file):
    bomb = gzip.compress(b"Name,Pin\n" + b"a,411001\n" * 2_000_000)

    assert problem_of(file(bomb), Limits(most_unpacked_bytes=1_000_000)) == "unpacks_too_large"


def test_every_refusal_has_a_sentence():
    from virtualclusters.capabilities.imports.reading.problems import SENTENCES, sentence

    assert [code for code in SENTENCES if not sentence(code).endswith(".")] == []
