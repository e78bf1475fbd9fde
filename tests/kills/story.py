"""The story of one newcomer over HTTP: join, ask for a price, agree, work, measure. Each acknowledged act goes into a ledger.

An act whose answer did not come is looked up on the page that shows it, and sent again when it is not there: what a person does.
"""

import re
import time

from tests.kills.client import Client
from tests.kills.names import NEWCOMER

CODE = re.compile(r"\b(\d{6})\b is your")
TALK = re.compile(r'href="/en/talks/(\d+)/"')
MEASURE = re.compile(r'href="/en/figures/(\d+)/"')
DONE_BEFORE_THE_WORK = ("ask", "offer", "agree")
BASELINE = "125000"
PATIENCE = 180.0
"""Seconds until an act must have been possible, with a kill or two in between, on a busy machine."""


class StoryBroke(AssertionError):
    """An act was not possible in time."""


def live(number, *, address, offer, seller):
    """Let one newcomer live the whole story; what was acknowledged, as ``world.kept`` tells it."""
    newcomer, name = Client(address), f"{NEWCOMER} {number}"
    mobile = f"+9193{number:08d}"
    _sign_in(newcomer, mobile)
    _register(newcomer, name)
    talk = _ask(newcomer, offer, name)
    _act(seller, talk, "offer", {"words": "1,800 rupees, in seven days"})
    _act(newcomer, talk, "agree")
    _act(seller, talk, "start")
    said = _say_before(seller, talk)
    _act(newcomer, talk, "finish")
    return {"events": [*DONE_BEFORE_THE_WORK, "start", "finish"], "phase": "closed", "said": said}


def _until(done, attempt, what):
    """Attempt until it is done: looked up first, so that nothing is done twice that stands already."""
    until = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > until:
            raise StoryBroke(what)
        attempt()
        time.sleep(0.05)


def _sign_in(newcomer, mobile):
    def attempt():
        newcomer.post("/en/sign-in/", {"contact": mobile})
        for _look in range(40):
            outbox = newcomer.get(f"/en/outbox/?to={mobile.replace('+', '%2B')}")
            if found := CODE.search(re.sub(r"<[^>]+>", " ", outbox)):
                newcomer.post("/en/sign-in/code/", {"code": found[1]})
                return
            time.sleep(0.25)

    _until(lambda: "/en/sign-out/" in newcomer.get("/en/help/"), attempt, "sign in")


def _register(newcomer, name):
    told = [
        ("/en/join/name/", {"owner_name": f"Owner of {name}", "name": name, "pin": "411001"}),
        ("/en/join/makes/", {"words": "masala, chilli powder"}),
        ("/en/join/needs/", {"needs_words": "food testing"}),
        ("/en/join/check/", {"purposes": ["register", "show_profile"]}),
    ]

    def attempt():
        for path, fields in told:
            newcomer.post(path, fields)

    _until(lambda: name in newcomer.get("/en/workspace/"), attempt, "register")


def _ask(newcomer, offer, name):
    shown = f"/en/opportunities/{offer}/"
    _until(
        lambda: TALK.search(newcomer.get(shown)),
        lambda: newcomer.post(f"{shown}answer/", {}, on=shown),
        f"{name} asks",
    )
    return int(TALK.search(newcomer.get(shown))[1])


def _act(side, talk, verb, told=None):
    """A verb is done when its button no longer stands on the talk's page."""
    button, page = f"/en/talks/{talk}/do/{verb}/", f"/en/talks/{talk}/"
    _until(lambda: button in side.get(page), lambda: time.sleep(0.2), f"{verb} can be done")
    _until(lambda: button not in side.get(page), lambda: side.post(button, told or {}, on=page), verb)


def _say_before(seller, talk):
    """The first figure of the baseline, as soon as the worker has asked for it."""
    page = f"/en/talks/{talk}/"
    _until(lambda: MEASURE.search(seller.get(page)), lambda: time.sleep(0.3), "the baseline is asked")
    asked = MEASURE.search(seller.get(page))[1]
    _until(
        lambda: "1,25,000" in seller.get(page),
        lambda: seller.post(f"/en/figures/{asked}/", {"value": BASELINE}),
        "the baseline is said",
    )
    return [float(BASELINE)]
