"""An owner registers on a phone: in English with JavaScript, counted in taps, and in Hindi without it; a helper registers for another."""

import re

import pytest
from playwright.sync_api import expect

from tests.portal import sees

pytestmark = pytest.mark.journeys
MOST_PAGES, MOST_TAPS = 6, 25


class Taps:
    """Counts what a thumb does: each field touched, each box, each button."""

    def __init__(self, page):
        self.page, self.count, self.pages = page, 0, 0

    def fill(self, name, text):
        """Touch a field and type."""
        self.count += 1
        self.page.locator(f"#id_{name}").fill(text)

    def tick(self, locator):
        """Touch a box or tile."""
        self.count += 1
        self.page.locator(locator).check(force=True)

    def go(self):
        """Touch the one primary button."""
        self.count += 1
        self.pages += 1
        before = self.page.url
        self.page.locator("main .vc-actions .vc-button").first.click()
        self.page.wait_for_url(lambda url: url != before)


def register(portal, page, *, language, mobile):
    taps = Taps(page)
    page.goto(f"{portal.address}/{language}/join/")
    taps.fill("contact", mobile)
    taps.go()
    taps.fill("code", portal.code_sent_to(f"+91{mobile}"))
    taps.go()
    taps.fill("owner_name", "Asha Sample")
    taps.fill("name", "Sample Masala")
    taps.fill("pin", "४२२००१")
    taps.go()
    taps.fill("words", "मसाला ग्राइंडर बनाते हैं")
    taps.tick(".vc-chip >> nth=1 >> input")
    taps.go()
    for tile in range(3):
        taps.tick(f".vc-tile >> nth={tile} >> input")
    taps.go()
    for purpose in range(4):
        taps.tick(f"#id_purposes_{purpose}")
    taps.go()
    return taps


def test_an_owner_registers_in_six_pages_and_twenty_five_taps(portal, phone, capsys):
    taps = register(portal, phone, language="en", mobile="9811100001")

    with capsys.disabled():
        print(f"\nregistered in {taps.pages} pages and {taps.count} taps")
    assert (taps.pages <= MOST_PAGES, taps.count <= MOST_TAPS) == (True, True)
    sees(phone, "Sample Masala is registered.")
    phone.goto(f"{portal.address}/en/workspace/")
    assert re.search(r"What you make\s+[^\n]*Spice grinder[^\n]*\s+Done", phone.inner_text("main"))


def test_an_owner_registers_in_hindi_without_javascript(portal, plain_phone):
    register(portal, plain_phone, language="hi", mobile="9811100002")

    plain_phone.goto(f"{portal.address}/hi/workspace/")
    assert plain_phone.locator("html").get_attribute("lang") == "hi"
    assert plain_phone.locator(".vc-task-list__item").count() >= 10
    assert plain_phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_wrong_pin_and_the_back_button_lose_nothing(portal, plain_phone):
    plain_phone.goto(f"{portal.address}/en/join/")
    taps = Taps(plain_phone)
    taps.fill("contact", "98111 00003")
    taps.go()
    taps.fill("code", portal.code_sent_to("+919811100003"))
    taps.go()
    taps.fill("owner_name", "Asha Sample")
    taps.fill("name", "Sample Papad")
    taps.fill("pin", "999999")
    plain_phone.locator("main .vc-actions .vc-button").first.click()
    expect(plain_phone.locator(".vc-error-summary")).to_contain_text("We do not know this PIN code.")
    assert plain_phone.locator("#id_name").input_value() == "Sample Papad"
    taps.fill("pin", "411001")
    taps.go()
    taps.fill("words", "papad")
    taps.go()

    plain_phone.go_back()
    plain_phone.goto(f"{portal.address}/hi/join/makes/")

    assert plain_phone.locator("#id_words").input_value() == "papad"


def test_a_helper_registers_a_unit_and_its_owner_says_yes_with_her_own_code(portal, desk, plain_phone):
    helper = portal.prepare("helper_of_an_ngo")["coordinator"]
    portal.sign_in(desk, helper)
    desk.goto(f"{portal.address}/en/register-a-unit/")
    for name, text in [
        ("owner_name", "Rani Sample"),
        ("owner_phone", "98111 00004"),
        ("name", "Rani Pickles"),
        ("pin", "411001"),
        ("words", "mango pickle"),
    ]:
        desk.fill(f"#id_{name}", text)
    desk.locator("#id_told").check(force=True)
    desk.get_by_role("button", name="Register and ask the owner").click()
    sees(desk, "Waits for the owner")

    portal.sign_in(plain_phone, "+919811100004")
    sees(plain_phone, "registered it for you")
    for purpose in range(2):
        plain_phone.locator(f"#id_purposes_{purpose}").check(force=True)
    plain_phone.get_by_role("button", name="Yes, it is mine").click()

    desk.goto(f"{portal.address}/en/registered-units/")
    sees(desk, "Owner said yes")
