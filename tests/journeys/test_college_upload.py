"""A coordinator sends her own list of sixty students: 54 come in, six are mended in the browser, all are asked with one button.

All of it takes less than five minutes. Then one student answers on her phone, and a minor's guardian on his.
"""

import re
import time

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.portal import sees

pytestmark = pytest.mark.journeys

FIVE_MINUTES = 300
HEADINGS = ["Sl", "Enrollment No", "Name of Student", "Student Mobile", "E-mail ID", "D.O.B.", "Branch", "Medium"]
HEADINGS += ["Father's Name", "Parent Mobile"]
COURSE = "Diploma Food Technology"
STUDENT, MINOR, GUARDIAN = "+916100000001", "+916100000002", "+916100000099"
BAD = {
    "bad phone": {"Student Mobile": "12345"},
    "no name": {"Name of Student": ""},
    "double roll number": {"Enrollment No": "FT001"},
    "unknown course": {"Branch": "Astrology"},
    "minor without guardian": {"D.O.B.": "15-08-2011"},
    "wrong date": {"D.O.B.": "31-31-2005"},
}
MENDED = {
    "Mobile number": "6100000055",
    "Name": "Mended Sample",
    "Roll number": "FT957",
    "Course": COURSE,
    "Guardian's mobile number": "6100000098",
    "Birth date": "15-08-2005",
}


def write_list(path):
    """A college's own workbook: a title above, sixty students, six of them with a fault."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Sample Polytechnic Pune, list of the sixth semester"])
    sheet.append(HEADINGS)
    faults = list(BAD.values())
    for number in range(1, 61):
        row = {
            "Sl": number,
            "Enrollment No": f"FT{number:03}",
            "Name of Student": f"Sample Student {number}",
            "Student Mobile": f"61000 {number:05}",
            "E-mail ID": f"student{number}@example.com",
            "D.O.B.": "15-08-2005",
            "Branch": COURSE,
            "Medium": "Hindi" if number % 2 else "English",
            "Father's Name": "",
            "Parent Mobile": "",
        }
        if number == 2:
            row |= {"D.O.B.": "15-08-2011", "Father's Name": "Parent Sample", "Parent Mobile": GUARDIAN}
        if number > 54:
            row |= faults[number - 55]
        sheet.append([row[heading] for heading in HEADINGS])
    book.save(path)


def press(page, name):
    page.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def wait_for(page, words):
    """Load a page again until the worker has done its part."""
    for _attempt in range(120):
        if words in page.inner_text("main"):
            return
        time.sleep(0.5)
        page.reload()
    raise AssertionError(f"{words!r} did not come:\n{page.inner_text('main')}")


def add_course(page):
    """From My college: the next step is a course."""
    page.get_by_role("link", name="Courses").first.click()
    page.get_by_label("Name of the course").fill(COURSE)
    page.get_by_label("Diploma").check()
    page.get_by_label("How many students?").fill("60")
    for box, (day, month, year) in {"First day": (1, 12, 2026), "Last day": (31, 3, 2027)}.items():
        dates = page.get_by_role("group", name=re.compile(box))
        for name, value in {"Day": day, "Month": month, "Year": year}.items():
            dates.get_by_label(name).fill(str(value))
    press(page, "Save")


def mend_all(page):
    """Write the right thing where something stands against a row, then try all rows at once."""
    rows = page.locator("form .vc-card").all()
    assert len(rows) == 6
    for row in rows:
        label = row.locator(".vc-form-group--error label").first.inner_text().strip()
        row.get_by_label(label, exact=True).fill(MENDED[label.removesuffix(" (optional)")])
        if "Guardian" in label:
            row.get_by_label(re.compile("Guardian's name")).fill("Second Parent Sample")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_load_state()
    sees(page, "6 rows are in.")


def latest_link(portal, page, mobile, path):
    """Where the message to a number leads, read from the outbox page."""
    outbox = page.context.browser.new_context().new_page()
    for _attempt in range(120):
        outbox.goto(f"{portal.address}/en/outbox/?to={mobile.replace('+', '%2B')}")
        for found in re.findall(r"https?://\S+", outbox.inner_text("main")):
            seen = outbox.goto(found.rstrip("."))
            if path in outbox.url and seen.status == 200:
                address = outbox.url
                outbox.context.close()
                return address
            outbox.go_back()
        time.sleep(0.5)
    raise AssertionError(f"No message with {path} came to {mobile}.")


def say_yes(portal, page, mobile, path, button):
    """Follow the link of the message, prove the number by its code, say yes."""
    page.goto(latest_link(portal, page, mobile, path))
    page.get_by_role("link", name=re.compile("Answer|उत्तर|जवाब")).click()
    page.get_by_role("textbox").fill(mobile.removeprefix("+91"))
    page.locator("main form button").first.click()
    page.get_by_role("textbox").fill(portal.code_sent_to(mobile))
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    page.locator(f"button[value={button}]").click()
    page.wait_for_load_state()


@pytest.mark.full
def test_sixty_students_of_a_colleges_own_list_are_in_mended_and_asked_in_under_five_minutes(
    portal, desk, chromium, tmp_path
):
    write_list(tmp_path / "semester-6.xlsx")
    coordinator = portal.prepare("college_of_samples")["coordinator"]
    portal.sign_in(desk, coordinator)
    desk.goto(f"{portal.address}/en/desk/")
    desk.get_by_role("link", name="My college").click()
    add_course(desk)

    began = time.monotonic()
    desk.get_by_role("link", name="Upload your list of students").first.click()
    desk.get_by_label("Your list of students").set_input_files(tmp_path / "semester-6.xlsx")
    press(desk, "Send the list")
    wait_for(desk, "Which column is which?")
    press(desk, "These are right")
    wait_for(desk, "The file is in")
    assert [desk.get_by_text(count, exact=True).count() > 0 for count in ("54", "6")] == [True, True]
    desk.get_by_role("link", name="Mend them here").click()
    mend_all(desk)
    desk.get_by_role("link", name="Back to the report").click()
    desk.get_by_role("link", name="Go on: ask the students").click()
    press(desk, "Ask 60 students for the consent")
    expect(desk.locator("body")).to_contain_text("60 students are asked.")
    assert time.monotonic() - began < FIVE_MINUTES

    course = desk.url
    phones = [
        chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) for _each in range(3)
    ]
    pages = [context.new_page() for context in phones]
    say_yes(portal, pages[0], STUDENT, "student-consent", "yes")
    assert pages[0].evaluate("document.documentElement.scrollWidth") <= 360
    say_yes(portal, pages[1], MINOR, "student-consent", "yes")
    say_yes(portal, pages[2], GUARDIAN, "guardian-consent", "yes")
    for context in phones:
        context.close()

    desk.goto(course)
    sees(desk, "Look at the guardian's paper")
    desk.get_by_role("link", name="Sample Student 2", exact=True).click()
    press(desk, "I saw the guardian's paper")
    desk.goto(course)
    assert desk.locator(".vc-tag--leaf").count() == 2
