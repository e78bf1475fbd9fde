"""The pictures of the README: ``python -m tests.journeys.pictures``, with nothing else to do on the machine.

Starts a portal with its samples on a free port and in a state folder of its own, signs in as one person of each role, and writes one
small PNG a role into ``docs/images/``. Pictures are cut at one screen and hold at most 64 colours.
"""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.journeys.conftest import DESK, FLAGS, PHONE, Portal, _free_port, _wait_until_it_answers

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
    Picture("coordinator", "+916000000052", "en/registered-units/", PHONE),
    Picture("trainer", "+916000000053", "en/trainings/mine/", PHONE),
    Picture("buyer", "+916000000056", "en/purchase-plans/", PHONE),
    Picture("verifier", "+916000000061", "en/desk/verification/", DESK),
    Picture("facilitator", "+916000000062", "en/desk/clusters/food-processing/", DESK),
    Picture("administrator", "+916000000051", "en/desk/", DESK),
]


def main():
    """Take them all and say how large each is."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with _portal() as portal, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for picture in PICTURES:
            print(picture.name, _take(portal, browser, picture), "bytes")
        browser.close()


def _take(portal, browser, picture):
    page = browser.new_context(viewport=picture.viewport).new_page()
    if picture.number:
        portal.sign_in(page, picture.number)
    page.goto(f"{portal.address}/{picture.page}")
    page.wait_for_load_state("networkidle")
    seen = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.context.close()
    path = IMAGES / f"{picture.name}.png"
    seen.quantize(COLOURS).save(path, optimize=True)
    return path.stat().st_size


@contextmanager
def _portal():
    with tempfile.TemporaryDirectory(prefix="vc-pictures-") as folder:
        Path(folder).chmod(0o755)
        port, log = _free_port(), Path(folder) / "portal.log"
        environment = os.environ | {"VIRTUALCLUSTERS_STATE": folder, "PORT": str(port), "QUIET_HOURS": "false"}
        with log.open("wb") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "virtualclusters.config.cli", "run"],
                env=environment,
                cwd=ROOT,
                stdout=said,
                stderr=said,
            )
        try:
            _wait_until_it_answers(process, port, log)
            yield Portal(f"http://localhost:{port}", environment)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


if __name__ == "__main__":
    main()
