import pytest

from virtualclusters.areas.tenders.imports import TENDERS
from virtualclusters.areas.tenders.tests import layouts
from virtualclusters.capabilities.imports.guessing import guess
from virtualclusters.capabilities.imports.reading import open_table


def guessed(path):
    table = open_table(path)
    found = {one.column: one.field for one in guess(table.headings, table.sample(), TENDERS)}
    return {heading: found.get(place, "") for place, heading in enumerate(table.headings)}


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (
            layouts.HINDI,
            ["tender_id", "title", "buyer", "published_at", "bids_until", "value", "emd", "pin", "location"],
        ),
        (layouts.SEMICOLONS, ["tender_id", "title", "buyer", "published_at", "bids_until", "value", "emd", "pin"]),
        (layouts.two_title_rows(), ["", "tender_id", "title", "buyer", "published_at", "bids_until", "value", "pin"]),
    ],
    ids=["Hindi headings", "semicolons in cp1252", "two title rows"],
)
def test_every_column_of_a_layout_never_seen_is_guessed(tmp_path, content, fields):
    (tmp_path / "file").write_bytes(content)

    assert list(guessed(tmp_path / "file").values()) == fields


def test_the_raw_layout_of_a_state_portal_is_guessed_and_the_contract_date_is_not_a_last_day(tmp_path):
    (tmp_path / "file").write_text(layouts.RAW_STATE)
    found = guessed(tmp_path / "file")

    assert {heading: field for heading, field in found.items() if field} == {
        "Tender ID": "tender_id",
        "tender_externalreference": "reference",
        "tender_title": "title",
        "Work Description": "description",
        "Tender Category": "category",
        "Tender Type": "tender_type",
        "Form of contract": "form_of_contract",
        "Product Category": "product_category",
        "Allow Two Stage Bidding": "two_stage",
        "Published Date": "published_at",
        "Pre Bid Meeting Date": "pre_bid_meeting_at",
        "Bid Validity(Days)": "bid_validity_days",
        "Payment Mode": "payment_mode",
        "Bid Opening Date": "bids_open_at",
        "Organisation Chain": "buyer",
        "location": "location",
        "Pincode": "pin",
        "No of Bids Received": "bids_received",
        "Tender Value in ₹": "value",
        "Status": "status",
        "Contract Date :": "contract_at",
        "Tender Stage": "stage",
    }


def test_the_flattened_open_contracting_layout_is_guessed(tmp_path):
    (tmp_path / "file").write_text(layouts.FLAT_OCDS)
    found = guessed(tmp_path / "file")

    assert [found[heading] for heading in ("tender/id", "tender/title", "tender/bidOpening/date", "buyer/name")] == [
        "tender_id",
        "title",
        "bids_open_at",
        "buyer",
    ]
    assert [found[heading] for heading in ("initiationType", "tag", "id", "date", "Fiscal Year")] == [""] * 5
