"""The administrator reads how a college's help goes, writes down what she saw and which rule changed; the college answers once."""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

ADMINISTRATOR, COORDINATOR = "+916000000051", "+916000000052"
SEEN, ANSWERED = "Two units waited a week for a first word.", "It was examination week. We have named a second person."


@pytest.fixture
def sides(portal, chromium):
    """The administrator's owner and the college's coordinator."""
    both = [Side(portal, chromium, number, javascript=True) for number in (ADMINISTRATOR, COORDINATOR)]
    yield both
    for side in both:
        side.context.close()


def test_what_was_seen_changes_a_rule_and_the_college_answers(sides):
    administrator, college = sides

    administrator.goes_to("desk/")
    administrator.follows("Colleges and advisers")
    _write(administrator, "Mula Valley College of Engineering")
    college.goes_to("reviews/")
    read = college.reads()
    college.page.locator("textarea[name=words]").first.fill(ANSWERED)
    college.presses("Answer")
    administrator.goes_to("desk/reviews/log/")
    log = administrator.reads()

    assert (SEEN in read, "days for a first answer: 7 → 3" in read) == (True, True)
    assert (ANSWERED in log, ANSWERED in college.reads()) == (True, True)
    assert college.page.locator("textarea[name=words]").count() == 0


def _write(administrator, college):
    administrator.page.locator("tr", has_text=college).get_by_role("link", name="Write").click()
    administrator.page.wait_for_load_state()
    administrator.page.get_by_label("What did you see?").fill(SEEN)
    administrator.page.get_by_label("What was decided?").fill("Ask the next one sooner.")
    administrator.page.get_by_label("Yes, a rule changed").check()
    administrator.page.get_by_label("Which rule?").fill("days for a first answer")
    administrator.page.get_by_label("Value before").fill("7")
    administrator.page.get_by_label("Value now").fill("3")
    administrator.presses("Write it down")
    administrator.page.wait_for_url("**/desk/reviews/log/")
