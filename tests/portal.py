"""A whole portal for journeys and for the walk through its pages: web, worker and indexer on a database of their own.

It is driven by a browser only: Playwright runs a loop in the test's own process, where the ORM refuses. What a journey finds
there beforehand is written by a module of ``tests/journeys``, run as a process of its own with ``portal.prepare``.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.database import ROOT
from tests.samples import STATIC_ROOT
from virtualclusters.foundation.postgres import roles

FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SESSION = "sessionid"
CODE = re.compile(r"\b(\d{6})\b (?:is your|आपका)")
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
READY_WITHIN = 300
expect.set_options(timeout=30_000)
"""As long as a tap waits: on a busy machine a page may take more than the five seconds it is given otherwise."""


@dataclass(frozen=True)
class Portal:
    """A running portal. ``address`` has no slash at its end; ``sessions`` are those of people who signed in, by number."""

    address: str
    environment: dict[str, str]
    sessions: dict[str, str] = field(default_factory=dict)

    def prepare(self, module: str, *arguments: str) -> dict:
        """Run a module of ``tests/journeys`` against the portal's database; what it prints is JSON."""
        command = [sys.executable, "-m", f"tests.journeys.{module}", *arguments]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout)

    def sign_in(self, page: Page, mobile: str) -> None:
        """Sign a person in as she does it: her number, then the code that the outbox page shows.

        Who signed in before comes with that session, as on a phone she kept: five codes a day is all that a number gets.
        """
        if mobile in self.sessions:
            page.context.add_cookies([{"name": SESSION, "value": self.sessions[mobile], "url": self.address}])
            page.goto(f"{self.address}/en/workspace/")
            if "/sign-in/" not in page.url:
                return
        page.goto(f"{self.address}/en/sign-in/")
        page.get_by_role("textbox").fill(mobile)
        page.get_by_role("button", name="Send me the code").click()
        page.get_by_role("textbox").fill(self.code_sent_to(mobile))
        page.get_by_role("button", name="Continue").click()
        page.wait_for_load_state()
        self.sessions[mobile] = next(one["value"] for one in page.context.cookies() if one["name"] == SESSION)

    def code_sent_to(self, mobile: str) -> str:
        """The latest code that the outbox page shows for a number (E.164)."""
        outbox = f"{self.address}/en/outbox/?to={mobile.replace('+', '%2B')}"
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with urlopen(outbox, timeout=30) as answer:  # noqa: S310 - our own portal
                if found := CODE.search(answer.read().decode()):
                    return found[1]
            time.sleep(0.1)
        raise AssertionError(f"No code for {mobile} came within 30 seconds.")


@pytest.fixture(scope="session")
def portal(samples, server_with_samples, tmp_path_factory) -> Iterator[Portal]:
    """Started once for all journeys and pages of a process, with the reference data and the samples."""
    state = tmp_path_factory.mktemp("portal")
    samples.copy_files(state)
    with server_with_samples.clone(template=roles.DATABASE) as database:
        port = free_port()
        environment = os.environ | {
            "VIRTUALCLUSTERS_STATE": str(state),
            "STATIC_ROOT": str(STATIC_ROOT),
            "DATABASE_URL": server_with_samples.url(database=database),
            "DATABASE_OWNER_URL": server_with_samples.url(role=roles.OWNER, database=database),
            "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
            "PORT": str(port),
            "WEB_WORKERS": "1",
            "QUIET_HOURS": "false",
        }
        with (state / "portal.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "virtualclusters.config.cli", "run"],
                env=environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        try:
            wait_until_it_answers(process, port, state / "portal.log")
            yield Portal(f"http://localhost:{port}", environment)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


def sees(page: Page, words: str) -> None:
    """The page shows these words, at the latest when it has come whole: a tap may still be loading it."""
    expect(page.locator("main")).to_contain_text(words, use_inner_text=True)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def wait_until_it_answers(process: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(f"The portal ended while it started:\n{log.read_text()}")
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"The portal did not answer within {READY_WITHIN} seconds:\n{log.read_text()}")
