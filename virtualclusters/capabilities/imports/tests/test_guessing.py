import json

import pytest

from virtualclusters.capabilities.imports.guessing import guess
from virtualclusters.capabilities.imports.reading import open_table
from virtualclusters.capabilities.imports.tests.notices import GERMAN_STYLE, HINDI, RELEASES, TITLED, Shelf
from virtualclusters.capabilities.imports.tests.test_reading import workbook

COMMON = ["reference", "title", "buyer", "published_at", "closes_at", "value", "pin"]


def guessed(path):
    """The field of each column, in order; an empty string where nothing was guessed."""
    table = open_table(path)
    found = {one.column: one.field for one in guess(table.headings, table.sample(), Shelf().spec())}
    return [found.get(column, "") for column in range(len(table.headings))]


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (HINDI.encode(), [*COMMON, "reserved"]),
        (GERMAN_STYLE.encode("cp1252"), COMMON),
        (workbook(TITLED), ["", *COMMON]),
    ],
    ids=["Hindi headings", "semicolons in cp1252", "two title rows"],
)
def test_every_column_of_an_unseen_layout_that_has_a_field_is_guessed(tmp_path, content, fields):
    (tmp_path / "file").write_bytes(content)

    assert guessed(tmp_path / "file") == fields


def test_the_paths_of_a_release_package_are_guessed(tmp_path):
    (tmp_path / "file").write_text(json.dumps(RELEASES))
    headings = open_table(tmp_path / "file").headings
    fields = dict(zip(headings, guessed(tmp_path / "file"), strict=True))

    assert {heading: field for heading, field in fields.items() if field} == {
        "ocid": "reference",
        "tender/title": "title",
        "tender/value/amount": "value",
        "tender/datePublished": "published_at",
        "tender/tenderPeriod/endDate": "closes_at",
        "tender/items/0/description": "products",
        "buyer/name": "buyer",
    }


def test_a_well_named_column_whose_values_do_not_fit_is_not_guessed():
    rows = [["A/1", "see notice"], ["A/2", "see notice"], ["A/3", "see notice"]]

    assert [one.field for one in guess(["Tender ID", "Last date"], rows, Shelf().spec())] == ["reference"]


def test_a_badly_named_column_of_pin_codes_is_guessed_by_its_values():
    rows = [["A/1", "411001"], ["A/2", "411002"], ["A/3", "411003"]]

    assert [(one.column, one.field) for one in guess(["Tender ID", "xyz"], rows, Shelf().spec())] == [
        (0, "reference"),
        (1, "pin"),
    ]


def test_two_columns_never_get_the_same_field_and_the_better_name_wins():
    rows = [["A", "B"]] * 3

    assert [(one.column, one.field) for one in guess(["Titel", "Title"], rows, Shelf().spec())] == [(1, "title")]
