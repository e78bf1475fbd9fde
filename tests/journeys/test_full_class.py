"""A class of twenty fills; five wait; one gives a place back and the first who waits has it; it is held, finished and certified.

All on a phone of 360 × 740 without JavaScript.
"""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.portal import sees

pytestmark = pytest.mark.journeys


@pytest.fixture(scope="module")
def prepared(portal):
    return portal.prepare("full_class", "start")


@pytest.fixture
def browser_of(portal, chromium):
    """A phone without JavaScript in which a person is signed in; closed at the end."""
    contexts = []

    def sign_in(mobile) -> Page:
        contexts.append(chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False))
        page = contexts[-1].new_page()
        portal.sign_in(page, mobile)
        return page

    yield sign_in
    for context in contexts:
        context.close()


def test_a_class_of_twenty_fills_waits_moves_up_is_held_and_certified(portal, prepared, browser_of, plain_phone):
    training = f"{portal.address}/en/trainings/{prepared['training']}/"
    asha, ravi = (browser_of(mobile) for mobile in prepared["owners"])

    _book(asha, training, "Asha (sample)")
    sees(asha, "You have a place")
    booking = asha.url.partition("?")[0]
    _book(ravi, training, "Ravi (sample)")
    sees(ravi, "Your place in the queue: 1.")
    portal.prepare("full_class", "wait", str(prepared["training"]))
    plain_phone.goto(training)
    sees(plain_phone, "Full. Waiting: 5")

    _give_back(asha, booking)
    _until(ravi, "You have a place")
    ravi.goto(f"{portal.address}/en/messages/")
    _until(ravi, "A place came free: you are in.")
    plain_phone.goto(training)
    sees(plain_phone, "Full. Waiting: 4")

    held = portal.prepare("full_class", "hold", str(prepared["training"]))
    trainer = browser_of(prepared["trainer"])
    for session in held["sessions"]:
        _tick_ravi(trainer, f"{portal.address}/en/trainings/sessions/{session}/attendance/")
    trainer.goto(f"{training}class/")
    trainer.get_by_role("button", name="Finish the class").click()
    expect(trainer.get_by_role("link", name=re.compile("^Certificate"))).to_have_count(1)

    number = _certificate_of(ravi, portal)
    plain_phone.goto(f"{portal.address}/en/v/")
    plain_phone.get_by_role("textbox").fill(number.lower())
    plain_phone.get_by_role("button", name="Check").click()
    sees(plain_phone, "This certificate is valid")
    sees(plain_phone, "Ravi (sample)")
    for page in (asha, ravi, trainer, plain_phone):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _words(page):
    return page.inner_text("main")


def _book(page, training, name):
    page.goto(training)
    page.locator("a.vc-button").click()
    expect(page.get_by_label("Name of the first person")).to_have_value(name)
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def _give_back(page, booking):
    page.goto(booking)
    page.get_by_role("link", name="We cannot come: give the places back").click()
    page.get_by_role("button", name="Give back").click()
    sees(page, "Given back.")


def _until(page, words):
    """The worker moves the queue and writes messages; the person looks again, as she would."""
    until = time.monotonic() + 30
    while words not in _words(page):
        assert time.monotonic() < until, f"{words!r} did not come within half a minute."
        time.sleep(0.3)
        page.reload()


def _tick_ravi(page, sheet):
    """One tap, one tap to undo, one tap again."""
    page.goto(sheet)
    for expected in ("1 of 20 are here", "0 of 20 are here", "1 of 20 are here"):
        page.get_by_role("button", name="Ravi (sample)").click()
        sees(page, expected)


def _certificate_of(page, portal):
    """Ravi opens the PDF from his trainings; the number is in its name."""
    page.goto(f"{portal.address}/en/trainings/mine/")
    page.get_by_role("link", name="Safe honey processing").first.click()
    href = page.get_by_role("link", name="Certificate (PDF)").get_attribute("href")
    answer = page.request.get(f"{portal.address}{href}")
    assert (answer.status, answer.headers["content-type"], answer.body()[:5]) == (200, "application/pdf", b"%PDF-")
    return re.search(r"certificate-(\w+)\.pdf", answer.headers["content-disposition"])[1]
