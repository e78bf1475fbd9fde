"""A verifier works her queue by keyboard alone; a colleague without JavaScript by buttons; an owner gives a number on a phone."""

import re
import time
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.portal import ROOT, sees

pytestmark = pytest.mark.journeys
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FAULTS = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    .then((said) => said.violations.map((fault) => `${fault.id}: ${fault.nodes[0].target}`))"""
UNITS = 10
GIVEN_BACK = "Dev Dairy"
"""The fourth owner's firm. Papers pass quarantine in any order, so cases come in any order."""
SECONDS_A_CASE = 12
SECONDS_OF_THE_MACHINE = 1.0


@pytest.fixture(scope="module")
def prepared(portal):
    return portal.prepare("cases_to_verify", str(UNITS))


def test_ten_units_are_verified_by_keyboard_alone(portal, prepared, desk, capsys):
    portal.sign_in(desk, prepared["verifier"])
    desk.goto(f"{portal.address}/en/desk/verification/")
    _wait_for_cases(desk, UNITS)
    seen, waits, undone = [], [], False

    begun = time.monotonic()
    for number in range(UNITS):
        seen.append(desk.locator("h1").inner_text())
        expect(desk.locator(".vc-paper img")).to_be_visible()
        assert desk.locator(".vc-paper img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        given_back = GIVEN_BACK in seen[-1]
        waits.append(_press(desk, *(["r", "1"] if given_back else ["a"])))
        if number >= 5 and not given_back and not undone:
            undone = True
            waits.append(_press(desk, "u"))
            assert desk.locator("h1").inner_text() == seen[-1]
            waits.append(_press(desk, "a"))
    whole = (time.monotonic() - begun) / UNITS

    with capsys.disabled():
        print(f"\n{whole:.2f} s a case at most machine speed; a key answers in {median(waits) * 1000:.0f} ms (median)")
    assert len(set(seen)) == UNITS
    assert desk.get_by_role("heading", name="Nothing waits").count() == 1
    assert (whole < SECONDS_A_CASE, median(waits) < SECONDS_OF_THE_MACHINE) == (True, True)


def test_the_owner_sees_what_was_verified_by_whom_and_what_was_sent_back_and_why(portal, prepared, plain_phone):
    portal.sign_in(plain_phone, prepared["owners"][0])
    plain_phone.goto(f"{portal.address}/en/papers/")
    sees(plain_phone, "Udyam number: verified")
    sees(plain_phone, "by Officer, Institute for Small Business")
    plain_phone.context.clear_cookies()

    portal.sign_in(plain_phone, prepared["owners"][3])
    plain_phone.goto(f"{portal.address}/en/papers/")

    sees(plain_phone, "The photo cannot be read. Send a clear photo of the whole page.")
    sees(plain_phone, "Udyam number: format checked")


def test_an_owner_without_javascript_sends_the_paper_again_and_a_verifier_without_javascript_decides(
    portal, prepared, plain_phone, tmp_path
):
    portal.sign_in(plain_phone, prepared["owners"][3])
    plain_phone.goto(f"{portal.address}/en/papers/")
    plain_phone.get_by_role("link", name="Send the paper").click()
    plain_phone.set_input_files("input[type=file]", _photo(tmp_path))
    plain_phone.get_by_role("button", name="Send").click()
    sees(plain_phone, "We have your paper.")
    assert plain_phone.evaluate("document.documentElement.scrollWidth") <= 360
    plain_phone.context.clear_cookies()

    portal.sign_in(plain_phone, prepared["verifier"])
    plain_phone.goto(f"{portal.address}/en/desk/verification/")
    _wait_for_cases(plain_phone, 1)
    plain_phone.get_by_role("button", name="It is right: verified").click()

    assert re.search(r"Dev Dairy:\s+Verified", plain_phone.inner_text("main"))
    assert plain_phone.get_by_role("button", name="Undo").count() == 1


DESK_PAGES = ["desk/", "desk/verification/", "desk/organisations/", "desk/organisations/?kind=ngo", "desk/failed/"]
OWNERS_PAGES = ["papers/", "papers/add/fssai/", "papers/add/pan/"]


@pytest.mark.full
@pytest.mark.parametrize(("who", "paths"), [("verifier", DESK_PAGES), ("owner", OWNERS_PAGES)])
def test_no_page_has_a_fault_axe_knows_or_is_wider_than_a_small_phone(portal, prepared, chromium, phone, who, paths):
    portal.sign_in(phone, prepared["verifier"] if who == "verifier" else prepared["owners"][1])
    context = chromium.new_context(
        storage_state=phone.context.storage_state(), bypass_csp=True, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    found = {}
    for path in paths:
        page.goto(f"{portal.address}/en/{path}")
        page.add_script_tag(path=AXE)
        found[path] = (page.evaluate(FAULTS), page.evaluate("document.documentElement.scrollWidth") <= 320)
    context.close()

    assert found == dict.fromkeys(paths, ([], True))


def _press(page: Page, *keys: str) -> float:
    """Press keys of which the last sends the form; the seconds until the next page stands."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    begun = time.monotonic()
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.keyboard.press(keys[-1])
    return time.monotonic() - begun


def _wait_for_cases(page: Page, count: int) -> None:
    """Until the worker has let that many papers through quarantine."""
    words = f"{count} case waits" if count == 1 else f"{count} cases wait"
    for _attempt in range(120):
        if words in page.inner_text("main"):
            return
        time.sleep(0.5)
        page.reload()
    raise AssertionError(f"Not {count} cases after a minute: {page.inner_text('main')}")


def _photo(folder):
    from PIL import Image

    path = folder / "clearer.jpg"
    Image.new("RGB", (600, 800), "white").save(path)
    return str(path)
