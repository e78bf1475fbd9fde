"""Advice and an offer of help (kinds advice, help_offer), from a profile to a confirmed figure: owner, volunteer, expert on phones."""

import time
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

pytestmark = pytest.mark.journeys

NUMBERS = ("+916000811201", "+916000811202", "+916000811203")
TROUBLE = "हमारे बिस्कुट पैकेट में टूटते हैं"


class Side:
    """One organisation's person on her phone, in her language, without scripts."""

    def __init__(self, portal, browser, number, *, language="en"):
        self.portal, self.language = portal, language
        self.context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
        self.page = self.context.new_page()
        portal.sign_in(self.page, number)

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/{self.language}/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360

    def presses(self, words):
        self.page.get_by_role("button", name=words).first.click()
        self.page.wait_for_load_state()

    def follows(self, words):
        self.page.locator("main").get_by_role("link", name=words).first.click()
        self.page.wait_for_load_state()

    def writes(self, label, words):
        self.page.get_by_label(label).first.fill(words)

    def writes_day(self, name, day):
        for part in ("day", "month", "year"):
            self.page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))

    def link_of_message(self, words):
        """Where the newest message with these words leads."""
        self.goes_to("messages/")
        return self.page.locator("main").get_by_role("link", name=words).first.get_attribute("href")

    @contextmanager
    def not_signed_in(self, link):
        """Meanwhile a browser without cookies, as the link of an SMS opens in."""
        signed_in = self.page
        stranger = self.context.browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
        self.page = stranger.new_page()
        self.page.goto(f"{self.portal.address}{link}")
        yield
        stranger.close()
        self.page = signed_in

    def reads(self):
        return self.page.inner_text("main")

    def waits_for(self, path, words):
        """Open a page until the worker has done its part."""
        for _attempt in range(120):
            self.goes_to(path)
            if words in self.reads():
                return
            time.sleep(0.5)
        raise AssertionError(f"{words!r} did not come to {path}:\n{self.reads()}")


@pytest.fixture
def sides(portal, chromium):
    portal.prepare("advisers_and_a_bakery", *NUMBERS)
    owner = Side(portal, chromium, NUMBERS[0], language="hi")
    others = [Side(portal, chromium, number) for number in NUMBERS[1:]]
    yield owner, *others
    for side in (owner, *others):
        side.context.close()


def test_a_trouble_goes_from_one_adviser_to_the_next_and_ends_in_a_confirmed_figure(portal, sides):
    owner, volunteer, expert = sides
    _write_profile(volunteer, "Sweet biscuits, recipes and ovens")
    _write_profile(expert, "Sweet biscuits, recipes and packing")

    request = _ask_in_hindi(owner, first="Sample Volunteer Baker")
    silent = portal.prepare("advisers_and_a_bakery", "lapse", request)["case"]
    volunteer.waits_for(f"advice/cases/{silent}/", "The next adviser was asked.")
    case = _yes_with_a_time(expert)
    _take_the_time(owner, case)
    _plan_and_session(owner, expert, case)
    _figures(owner, expert, case)

    owner.goes_to(f"advice/cases/{case}/")
    assert "उसका कुछ हिस्सा" in owner.reads()


@pytest.mark.full
def test_an_ngo_offers_help_and_sees_whom_it_would_reach(portal, chromium):
    numbers = ("+916000811211", "+916000811212", "+916000811213")
    portal.prepare("advisers_and_a_bakery", *numbers)
    helper = Side(portal, chromium, numbers[1])
    helper.goes_to("publish/help_offer/")
    helper.writes("In one line", "Free check of sweet biscuits and their packets")
    helper.presses("Continue")
    helper.presses("Publish")
    helper.follows("See whom it reaches, and send it")

    shown = helper.reads()
    helper.presses("Send it to them")
    offer = helper.page.url.rstrip("/").rsplit("/", 1)[1]
    helper.waits_for(f"advice/offers/{offer}/", "All units were looked at.")

    assert "UNITS FIT" in shown.upper()
    assert "REACHED" in helper.reads().upper()
    helper.context.close()


def _write_profile(side, title):
    side.goes_to("advice/mine/")
    side.follows("Write your adviser's profile")
    side.writes("In one line", title)
    side.presses("Continue")
    side.presses("Publish")
    assert "Open my profile and times" in side.reads()


def _ask_in_hindi(owner, *, first):
    owner.goes_to("advice/")
    owner.follows("सलाह माँगें")
    owner.page.get_by_role("textbox").first.fill(TROUBLE)
    owner.presses("मदद करने वाले दिखाएँ")
    assert first in owner.reads()
    _put_first(owner, first)
    owner.presses("इसी क्रम में पूछें")
    assert first in owner.reads()
    return owner.page.url.rstrip("/").rsplit("/", 1)[1]


def _put_first(owner, name):
    """Give the adviser of that name the first place, and the others the last."""
    cards = owner.page.locator(".vc-card:has(select)")
    for place in range(cards.count()):
        wanted = "1" if name in cards.nth(place).inner_text() else str(cards.count())
        cards.nth(place).locator("select").select_option(wanted)


def _yes_with_a_time(expert):
    expert.waits_for("advice/mine/", "Sample Biscuit Bakery")
    expert.follows("Sample Biscuit Bakery")
    assert TROUBLE in expert.reads()
    case = expert.page.url.rstrip("/").rsplit("/", 1)[1]
    link = expert.link_of_message("asks for your help")
    with expert.not_signed_in(link):
        expert.follows("Yes, I can")
        expert.writes_day("day_1", date.today() + timedelta(days=3))
        expert.page.locator("[name=starts_1]").fill("10:30")
        expert.writes("Number or link", "https://example.org/meet")
        expert.presses("Send my yes")
        assert "You have answered." in expert.reads()
    return case


def _take_the_time(owner, case):
    owner.goes_to(f"advice/cases/{case}/")
    owner.follows("समय चुनें")
    owner.page.locator("[name=slot]").first.check(force=True)
    owner.presses("यह समय लें")
    assert "https://example.org/meet" in owner.reads()


def _plan_and_session(owner, expert, case):
    expert.goes_to(f"advice/cases/{case}/")
    expert.follows("Write what you want to do")
    expert.writes("What shall be better", "Fewer broken biscuits")
    expert.writes("Which number", "broken biscuits in a hundred")
    expert.writes("How much is it today", "6")
    expert.writes("Who does what", "We measure the oven, you keep a list")
    expert.page.locator("[name=conflict][value=none]").check(force=True)
    expert.presses("Save and send")
    owner.goes_to(f"advice/cases/{case}/")
    owner.follows("योजना पर हाँ कहें")
    owner.presses("हाँ, हम सहमत हैं")
    expert.goes_to(f"advice/cases/{case}/")
    expert.follows("Write a session down")
    expert.writes("What was done", "Oven measured: too hot")
    expert.presses("Save")
    assert "Oven measured: too hot" in expert.reads()


def _figures(owner, expert, case):
    """The sales before and at the end, said by the unit and confirmed by the expert; the share that came from the help."""
    owner.waits_for(f"talks/{case}/", "पहले")
    owner.page.locator("main a[href*='/figures/']").first.click()
    owner.page.get_by_role("textbox").first.fill("1,00,000")
    owner.page.locator("main form button").first.click()
    expert.waits_for(f"talks/{case}/", "Is it right?")
    expert.follows("Is it right?")
    expert.presses("Yes, it is right")
    assert "confirmed by" in expert.reads()
    expert.goes_to(f"talks/{case}/")
    expert.presses("The help is given: finish")
    owner.waits_for(f"advice/cases/{case}/", "बताएँ कि मदद से कितना हुआ")
    owner.follows("बताएँ कि मदद से कितना हुआ")
    owner.page.locator("[name=share][value=part]").check(force=True)
    owner.page.locator("[name=value_now]").fill("2")
    owner.presses("सहेजें")
    owner.goes_to(f"talks/{case}/last-word/")
    assert owner.page.get_by_role("textbox").count() == 1
