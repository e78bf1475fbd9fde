"""Pictures of every page as a person without JavaScript sees it: ``python -m tests.pages.pictures OUT [--language hi] [--only NAME …]``.

Starts a portal of its own with the sample data and writes ``OUT/<page>-<width>.png`` at 360 x 740 and 1280 x 900.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pages.browsing import in_language
from tests.portal import DESK, FLAGS, PHONE, ROOT, free_port, wait_until_it_answers
from virtualclusters.foundation.postgres import connection_url, passing_state


def main(out: Path, language: str, only: list[str]) -> None:
    """Take them all."""
    out.mkdir(parents=True, exist_ok=True)
    with passing_state("vc-pictures-") as folder, running(folder) as (address, environment):
        told = json.loads(_run(environment, "tests.pages.addresses"))
        pages = [page for page in told["pages"] if page["page"] and (not only or page["name"] in only)]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            for shape in (PHONE, DESK):
                _take_all(browser, shape, pages, told["sessions"], address, language, out)
            browser.close()


def _take_all(browser, shape, pages, sessions, address, language, out):
    windows = {}
    for page in pages:
        person = page["person"]
        window = windows.get(person) or windows.setdefault(
            person, _window(browser, shape, sessions.get(person), address)
        )
        window.goto(address + in_language(page["path"], language))
        window.screenshot(path=out / f"{page['name']}-{shape['width']}.png", full_page=True)
    for window in windows.values():
        window.context.close()


def _window(browser, shape, cookie, address):
    context = browser.new_context(viewport=shape, java_script_enabled=False)
    if cookie:
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    return context.new_page()


@contextmanager
def running(folder: Path):
    """(address, environment) of a portal with samples, in a state folder of its own."""
    port = free_port()
    environment = os.environ | {
        "VIRTUALCLUSTERS_STATE": str(folder),
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
        "PORT": str(port),
        "WEB_WORKERS": "1",
    }
    log = folder / "portal.log"
    with log.open("wb") as written:
        command = [sys.executable, "-m", "virtualclusters.config.cli", "run"]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=written, stderr=written)
    try:
        wait_until_it_answers(process, port, log)
        own = {"DATABASE_URL": connection_url(folder, role="app")}
        yield f"http://localhost:{port}", environment | own
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def _run(environment, module):
    command = [sys.executable, "-m", module]
    return subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    main(given.out, given.language, given.only)
