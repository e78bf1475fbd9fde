"""A student_project from the trouble to the certificate, and a college_offer: each person on a small phone.

All without JavaScript. The owner reads no student's name before the team is chosen; nobody reads another's last word before both
gave theirs; whoever has the number on the certificate can check it.
"""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.portal import sees

pytestmark = pytest.mark.journeys
TROUBLE = "Our biscuits break on the way to the shop"


@pytest.fixture(scope="module")
def people(portal):
    return portal.prepare("team_and_unit")


@pytest.fixture
def phone_of(portal, chromium):
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


def test_a_unit_gets_a_team_the_work_is_logged_measured_and_certified(portal, people, phone_of, plain_phone):
    owner, coordinator = phone_of(people["owner"]), phone_of(people["coordinator"])
    student, teacher = phone_of(people["students"][0]), phone_of(people["teacher"])

    project = _publish(owner, portal)
    _apply(coordinator, portal, project)
    work = _choose(owner, portal, project)
    _agree_on_terms(owner, coordinator, work)
    _work(owner, student, teacher, work)
    _finish(owner, work)
    _judge(owner, work, number="2.5")
    assert "5, 4 and 5 of 5" not in _opened(teacher, work)
    _judge(teacher, work)
    assert "5, 4 and 5 of 5" in _opened(teacher, work)
    assert "6 → 2.5" in _opened(owner, work)

    number = _certificate(student, work)
    plain_phone.goto(f"{portal.address}/en/v/")
    plain_phone.get_by_role("textbox").fill(number.lower())
    plain_phone.get_by_role("button", name="Check").click()
    sees(plain_phone, "This certificate is valid")
    sees(plain_phone, "Meera (sample)")
    for page in (owner, coordinator, student, teacher):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _words(page):
    return page.inner_text("main")


def _opened(page, address):
    page.goto(address)
    return _words(page)


def _press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def _follow(page, name):
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def _publish(page, portal):
    """She is told what is missing, adds the number, and publishes."""
    page.goto(f"{portal.address}/en/publish/")
    _follow(page, "Get students to work on a trouble, free")
    page.get_by_label("Your trouble in one line").fill(TROUBLE)
    page.get_by_label("Both", exact=True).check()
    _press(page, "How good is it so far?")
    sees(page, "So far: 15 of 100")
    expect(page.get_by_role("link", name="Give the number of today, even a rough one.")).to_have_count(1)
    page.get_by_label("What number shows the trouble?").fill("Biscuits that break, in 100")
    page.get_by_label("This number today").fill("6")
    page.get_by_label("The number you wish").fill("2")
    page.get_by_label("How many visits to your unit?").fill("2")
    _press(page, "Continue")
    sees(page, "So far: 55 of 100")
    _press(page, "Publish")
    sees(page, "Published.")
    return re.search(r"/my-opportunities/(\d+)/", page.url)[1]


def _apply(page, portal, project):
    page.goto(f"{portal.address}/en/opportunities/{project}/")
    _follow(page, "Apply with a team")
    page.get_by_label(re.compile("Team Oven")).check()
    page.get_by_label("What would the team do?").fill("We would weigh a hundred packs and try three boxes.")
    _press(page, "Apply")
    sees(page, "Sent. The unit has 14 days to answer.")


def _choose(page, portal, project):
    page.goto(f"{portal.address}/en/projects/{project}/teams/")
    told = ("Institute of Baking (sample)", "Diploma in baking", "team of 2", "Dr Kulkarni (sample)", "11 km")
    assert [word for word in told if word not in _words(page)] == []
    expect(page.locator("main")).not_to_contain_text("Meera")
    _press(page, "Choose this team")
    _follow(page, "Open the project")
    sees(page, "Meera (sample)")
    return page.url


def _agree_on_terms(owner, coordinator, work):
    owner.goto(work)
    _follow(owner, "Choose the terms")
    owner.get_by_label("What shall the team reach?").fill("Fewer than 3 in 100 broken.")
    owner.get_by_label("The certificates may name the unit").check()
    _press(owner, "Send these terms")
    coordinator.goto(work)
    _follow(coordinator, "Read them")
    sees(coordinator, "What the students make belongs to the unit.")
    _press(coordinator, "Yes to these terms")
    _press(coordinator, "Work has begun")


def _work(owner, student, teacher, work):
    """The student writes her week as soon as the worker has given her a seat; owner and teacher say a word on it."""
    until = time.monotonic() + 30
    while student.goto(work).status != 200:
        assert time.monotonic() < until, "The student got no seat within half a minute."
        time.sleep(0.3)
    _follow(student, "Write my week")
    student.get_by_label("How many hours?").fill("7.5")
    student.get_by_label("What did you do?").fill("Weighed a hundred packs.")
    _press(student, "Keep it")
    sees(student, "Weighed a hundred packs.")
    for page, words in ((owner, "Come on Tuesday for the oven."), (teacher, "Write the numbers down.")):
        page.goto(work)
        _follow(page, "Read the weeks")
        page.get_by_text("Say a word on it").click()
        page.get_by_label("Your word on this week").fill(words)
        _press(page, "Send")
        sees(page, words)
    student.goto(work)
    _follow(student, "Hand something over")
    student.get_by_label("What do you hand over?").fill("A softer box")
    student.get_by_label("The number now").fill("2.5")
    _press(student, "Hand over")


def _finish(page, work):
    page.goto(work)
    _follow(page, "The project is finished, or ends early")
    _press(page, "The project is finished")


def _judge(page, work, number=""):
    page.goto(work)
    _follow(page, "Say how it was")
    for group, mark in zip(page.locator("main fieldset").all()[:3], ("Fully", "Mostly", "Fully"), strict=True):
        group.get_by_label(mark, exact=True).check()
    if number:
        page.get_by_label("The number now").fill(number)
    page.get_by_role("group", name="Would you work with them again?").get_by_label("Yes", exact=True).check()
    _press(page, "Send")


def _certificate(page, work):
    """The student opens the PDF from the project's page; the number is in its name."""
    page.goto(work)
    href = page.get_by_role("link", name=re.compile("^Certificate")).get_attribute("href")
    answer = page.request.get(f"{work.partition('/en/')[0]}{href}")
    assert (answer.status, answer.headers["content-type"], answer.body()[:5]) == (200, "application/pdf", b"%PDF-")
    return re.search(r"certificate-(\w+)\.pdf", answer.headers["content-disposition"])[1]


@pytest.mark.full
def test_a_unit_asks_for_a_college_offer_and_both_agree(portal, people, phone_of):
    owner, coordinator = phone_of(people["owner"]), phone_of(people["coordinator"])

    coordinator.goto(f"{portal.address}/en/publish/")
    _follow(coordinator, "Offer hours, a laboratory or a subject to units, free")
    coordinator.get_by_label("What you offer, in one line").fill("Shelf-life tests for bakeries")
    coordinator.get_by_label("Hours a month").fill("12")
    _press(coordinator, "Continue")
    _press(coordinator, "Publish")
    offer = re.search(r"/my-opportunities/(\d+)/", coordinator.url)[1]

    owner.goto(f"{portal.address}/en/opportunities/{offer}/")
    sees(owner, "Help from students is free.")
    _press(owner, "Ask for help")
    _follow(owner, "Write to them")
    talk = owner.url
    coordinator.goto(talk)
    _follow(coordinator, "Say what we can do")
    coordinator.get_by_label("In your own words").fill("Bring ten packets on Thursday.")
    _press(coordinator, "Say what we can do")
    owner.goto(talk)
    sees(owner, "Bring ten packets on Thursday.")
    _press(owner, "Agree: share contacts")
    sees(owner, "Kavita (sample)")
