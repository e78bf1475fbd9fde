"""A state officer reaches exactly 1,240 of 10,000 units; one owner, on her phone and in Hindi, reads why, and acts."""

import re
import time
from datetime import date, timedelta

import pytest

from tests.journeys.test_enquiry import Side
from tests.portal import DESK

pytestmark = [pytest.mark.journeys, pytest.mark.full]

OFFICER, OWNER = "+916000844101", "+916000844102"


class Owner(Side):
    """On her phone, in Hindi, without JavaScript."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/hi/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.fixture
def opportunity(portal):
    """What the notice leads to, beside ten thousand units."""
    return portal.prepare("ten_thousand_units", OFFICER, OWNER)["opportunity"]


@pytest.fixture
def officer(portal, chromium, opportunity):
    side = Side(portal, chromium, OFFICER, javascript=False)
    side.page.set_viewport_size(DESK)
    yield side
    side.context.close()


@pytest.fixture
def owner(portal, chromium, opportunity):
    side = Owner(portal, chromium, OWNER, javascript=False)
    yield side
    side.context.close()


def test_exactly_those_who_are_meant_are_reached_and_one_of_them_acts(officer, owner, opportunity):
    _write(officer, opportunity)
    counted = officer.reads()
    officer.presses("Send it")
    notice = officer.page.url.rstrip("/").rsplit("/", 1)[1]
    sent = _told_to_the_end(officer, notice)
    reasons = _opens_and_acts(owner, notice)
    came = _told_to_the_end(officer, notice)

    assert ("1,240 units can be reached." in counted, "get nothing: 60" in counted) == (True, True)
    assert _stats(sent) == {"told": "1,240", "opened it": "0", "acted on it": "0"}
    assert "आप Nashik में हैं।" in reasons
    assert _stats(came) == {"told": "1,240", "opened it": "1", "acted on it": "1"}


def _write(officer, opportunity):
    officer.page.goto(f"{officer.portal.address}/en/desk/notices/write/")
    day = date.today() + timedelta(days=30)
    for name, words in {
        "concepts": "pickles",
        "districts": "Nashik",
        "leads_to": f"/en/opportunities/{opportunity}/",
        "title_en": "Canteens look for pickles",
        "words_en": "Two hundred canteens look for makers of pickles.",
        "title_hi": "कैंटीनों को अचार चाहिए",
        "words_hi": "दो सौ कैंटीनें अचार बनाने वालों को ढूँढ रही हैं।",
        "valid_until_day": str(day.day),
        "valid_until_month": str(day.month),
        "valid_until_year": str(day.year),
    }.items():
        officer.page.locator(f"[name={name}]").fill(words)
    officer.presses("Count")
    assert "1,240 units can be reached." in officer.reads()
    officer.presses("Keep as a draft")


def _told_to_the_end(officer, notice):
    """The page once the worker has told everybody."""
    for _attempt in range(120):
        officer.page.goto(f"{officer.portal.address}/en/desk/notices/{notice}/")
        if "All were looked at." in officer.reads():
            return officer.reads()
        time.sleep(0.5)
    raise AssertionError(officer.reads()[:600])


def _stats(page):
    return {words: re.search(rf"([\d,]+)\s+{words}", page)[1] for words in ("told", "opened it", "acted on it")}


def _opens_and_acts(owner, notice):
    owner.goes_to(f"notices/{notice}/")
    reasons = owner.reads()
    owner.follows("देखें")
    owner.page.locator("main form button.vc-button").first.click()
    owner.page.wait_for_load_state()
    return reasons
