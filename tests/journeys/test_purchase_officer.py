"""A purchase officer sends her year's plan, finds makers of one line, and makes a tender of it; a maker reads whether to bid.

The kinds are purchase_plan and tender. The maker's part is on a phone, in Hindi, without JavaScript.
"""

import re
import time

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from virtualclusters.areas.purchase_plans.years import year_at, year_words

pytestmark = pytest.mark.journeys
HEADINGS = ["Item", "Office", "Financial year", "Quarter", "Qty", "UoM", "Estimated cost", "Consignee"]
TURMERIC = "Turmeric powder in packs of 1 kg"


def write_plan(path, year):
    """A year's plan as an office keeps it: a title above, one line that cannot be read."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Annual procurement plan"])
    sheet.append(HEADINGS)
    sheet.append([TURMERIC, "Store of the south", year, "Q4", 6000, "kg", 900000, "Chennai"])
    sheet.append(["Honey in packs of 20 g", "Store of the south", year, "Q4", 1200, "kg", 500000, "Chennai"])
    sheet.append(["Paper plates", "Store of the south", "some day", "Q4", 1200, "pieces", 20000, "Chennai"])
    book.save(path)


def press(page, name):
    page.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def wait_for(page, words):
    """Load a page again until the worker has done its part."""
    for _attempt in range(120):
        if words in page.inner_text("main"):
            return
        time.sleep(0.5)
        page.reload()
    raise AssertionError(f"{words!r} did not come:\n{page.inner_text('main')}")


def send_plan(portal, desk, path):
    desk.goto(f"{portal.address}/en/desk/files/new/")
    desk.get_by_label("File").set_input_files(path)
    desk.get_by_label("Purchase plans").check()
    press(desk, "Send")
    wait_for(desk, "Which column is which?")
    press(desk, "These are right")
    wait_for(desk, "The file is in")


def make_tender(desk):
    desk.get_by_role("link", name="The tender is out: tell of it").click()
    desk.get_by_label("Portal on which one bids").fill("Sample portal")
    desk.get_by_label("Number of the tender there").fill("SAMPLE/77")
    desk.get_by_label("Its page there").fill("https://portal.example/77")
    day = desk.get_by_role("group", name=re.compile("Last day for bids"))
    for name, value in {"Day": "28", "Month": "2", "Year": "2040"}.items():
        day.get_by_label(name).fill(value)
    desk.get_by_label("Central public undertaking").check()
    desk.get_by_label("Goods", exact=True).check()
    desk.get_by_label(re.compile("Earnest money deposit")).fill("18000")
    press(desk, "Tell of the tender")


def test_a_plan_in_a_workbook_leads_to_makers_and_to_a_tender_that_a_maker_weighs(portal, desk, plain_phone, tmp_path):
    from django.utils import timezone

    people = portal.prepare("purchase_office")
    write_plan(tmp_path / "plan.xlsx", year_words(year_at(timezone.now())))
    portal.sign_in(desk, people["officer"])

    send_plan(portal, desk, tmp_path / "plan.xlsx")
    assert [desk.get_by_text(count, exact=True).count() > 0 for count in ("2", "1")] == [True, True]

    desk.goto(f"{portal.address}/en/purchase-plans/?words=Turmeric+powder+in+packs&buyer=Kitchens+of+the+South")
    desk.get_by_role("link", name="See who is interested").click()
    interest = desk.url
    desk.get_by_role("link", name="Find makers of this").click()
    desk.goto(
        f"{portal.address}/en/buying/vendors/?words=turmeric+powder&least=500&least_unit=kg&women=on&district=Erode"
    )
    expect(desk.locator("main")).to_contain_text("Sample Haldi House")
    expect(desk.locator("main")).not_to_contain_text("Sample Small Grinders")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Take the list along (CSV)").click()
    assert "Sample Haldi House" in download.value.path().read_text(encoding="utf-8-sig")

    desk.goto(interest)
    make_tender(desk)
    expect(desk.locator("main")).to_contain_text("It came of a plan:")
    tender = desk.url

    portal.sign_in(plain_phone, people["maker"])
    plain_phone.goto(tender.replace("/en/", "/hi/"))
    plain_phone.get_by_role("link", name="बोली दें या नहीं? देखें कि क्या कमी है").click()
    text = plain_phone.inner_text("main")
    told = ("आप यह या ऐसा कुछ बनाते हैं।", "डिजिटल हस्ताक्षर, श्रेणी 3", "आम तौर पर 7 दिन।", "₹18,000")
    assert [words in text for words in told] == [True] * 4
    assert plain_phone.evaluate("document.documentElement.scrollWidth") <= 360
