"""The pictures of the README: ``python -m tests.journeys.pictures``, with nothing else to do on the machine.

Starts a portal with its samples on a free port and in a state folder of its own, signs in as one person of each role, and writes one
small PNG a role into ``docs/images/``. Pictures are cut at one screen and hold at most 64 colours.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.pages.pictures import running
from tests.portal import DESK, FLAGS, PHONE, Portal
from virtualclusters.foundation.postgres import passing_state

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
COLOURS = 64


@dataclass(frozen=True)
class Picture:
    """One page as one person sees it. ``number`` is empty for a visitor."""

    name: str
    number: str
    page: str
    viewport: dict[str, int]


PICTURES = [
    Picture("visitor", "", "en/", PHONE),
    Picture("owner-hindi", "+916000000001", "hi/for-you/", PHONE),
    Picture("owner", "+916000000003", "en/for-you/", PHONE),
    Picture("coordinator", "+916000000052", "en/register-a-unit/", PHONE),
    Picture("trainer", "+916000000053", "en/trainings/mine/", PHONE),
    Picture("buyer", "+916000000056", "en/purchase-plans/", PHONE),
    Picture("student", "+916000000085", "hi/my-project/", PHONE),
    Picture("adviser", "+916000000054", "en/advice/mine/", PHONE),
    Picture("borrower", "+916000000002", "en/loans/", PHONE),
    Picture("college", "+916000000052", "en/desk/college/", DESK),
    Picture("lender", "+916000000055", "en/lender/book/", DESK),
    Picture("verifier", "+916000000061", "en/desk/verification/", DESK),
    Picture("facilitator", "+916000000062", "en/desk/clusters/food-processing/", DESK),
    Picture("administrator", "+916000000051", "en/desk/", DESK),
]


def main():
    """Take them all and say how large each is."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    numbers = [picture.number for picture in PICTURES if picture.number]
    with passing_state("vc-pictures-") as folder, running(folder) as (address, environment):
        cookies = Portal(address, environment).prepare("signed_in", *numbers)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            for picture in PICTURES:
                print(picture.name, _take(browser, picture, address, cookies.get(picture.number)), "bytes")
            browser.close()


def _take(browser, picture, address, cookie):
    context = browser.new_context(viewport=picture.viewport)
    if cookie:
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    page = context.new_page()
    page.goto(f"{address}/{picture.page}")
    page.wait_for_load_state("networkidle")
    seen = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    path = IMAGES / f"{picture.name}.png"
    seen.quantize(COLOURS).save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    main()
