"""A bank's officer copies a loan package and publishes it; an owner reads what it costs her, in Hindi, and begins to apply.

The kinds are ``loan_package`` and ``loan_request``: where nothing fits, she says what loan she looks for.
"""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

BANK_OFFICER, SPICE_MAKER = "+916000000055", "+916000000004"
TITLE = "Loan for a new spice grinder"


class DeskSide(Side):
    """A wide screen."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/en/{path}")


@pytest.fixture
def officer(portal, chromium):
    side = DeskSide(portal, chromium, BANK_OFFICER, javascript=True)
    side.page.set_viewport_size({"width": 1280, "height": 900})
    yield side
    side.context.close()


class HindiSide(Side):
    """A small phone without JavaScript, read in Hindi."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/hi/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def owner(portal, chromium):
    side = HindiSide(portal, chromium, SPICE_MAKER, javascript=False)
    side.page.set_viewport_size({"width": 320, "height": 640})
    yield side
    side.context.close()


def test_a_package_is_copied_counted_published_and_read_with_its_whole_cost(officer, owner):
    package = _copies_and_publishes(officer)

    owner.goes_to("loans/?amount=500000&months=12&wait=0")
    listed = owner.reads()
    owner.goes_to(f"loans/{package}/?amount=500000&months=12&wait=0")
    read = owner.reads()
    owner.page.locator(f"a[href*='/loans/{package}/apply/']").click()
    owner.page.wait_for_load_state()
    asked = owner.reads()

    assert [words for words in ("मसाला पिसाई", "फ़ैसला सिर्फ़ बैंक करता है।") if words not in listed] == []
    assert [words for words in ("सालाना", "यह कैसे बनता है", "फ़ैसला सिर्फ़ बैंक करता है।") if words not in read] == []
    assert "मसाला पिसाई" in asked


def test_where_nothing_fits_she_says_what_loan_she_looks_for(owner, officer):
    owner.goes_to("publish/loan_request/")
    owner.page.locator("[name=title]").fill("नई चक्की के लिए 5 लाख")
    owner.page.locator("[name=amount]").fill("5 लाख")
    owner.page.locator("[name=purpose][value=machines]").check()
    owner.page.locator("[name=months]").fill("36")
    owner.page.locator("main form button").first.click()
    owner.page.wait_for_url("**/check/")
    owner.page.locator("main form button").first.click()
    owner.page.wait_for_load_state()
    request = owner.page.url.rstrip("/").rsplit("/", 1)[1]

    officer.goes_to(f"opportunities/{request}/")
    officer.presses("We can lend this")

    assert "Sent." in officer.reads()


def _copies_and_publishes(officer):
    """The id of the package."""
    officer.goes_to("lender/packages/new/?copy=last")
    officer.page.get_by_label("In one line, in English").fill(TITLE)
    officer.page.get_by_label("In one line, in Hindi").fill("मसाला पिसाई की नई मशीन के लिए कर्ज़")
    officer.page.locator("[name=turnover_max]").fill("50 crore")
    officer.page.locator("[name=turnover_max]").blur()
    officer.page.locator("#beside .vc-card", has_text=TITLE).wait_for()
    officer.presses("Keep as a draft")
    package = officer.page.url.rstrip("/").rsplit("/", 1)[1]
    officer.presses("Publish")
    assert "Published" in officer.reads()
    return package
