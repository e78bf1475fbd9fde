"""The administrator reads how an adviser's help goes, writes down what she saw and which rule changed; the adviser answers once."""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

ADMINISTRATOR, EXPERT = "+916000000051", "+916000000054"
SEEN, ANSWERED = "Two units waited a week for a first word.", "I was travelling. From now on my office answers."


@pytest.fixture
def sides(portal, chromium):
    """The administrator's owner and the expert."""
    both = [Side(portal, chromium, number, javascript=True) for number in (ADMINISTRATOR, EXPERT)]
    yield both
    for side in both:
        side.context.close()


@pytest.mark.full
def test_what_was_seen_changes_a_rule_and_the_expert_answers(sides):
    administrator, expert = sides

    administrator.goes_to("desk/")
    administrator.follows("Colleges and advisers")
    _write(administrator, "Dr. Naresh Mathur")
    expert.goes_to("reviews/")
    read = expert.reads()
    expert.page.locator("textarea[name=words]").first.fill(ANSWERED)
    expert.presses("Answer")
    administrator.goes_to("desk/reviews/log/")
    log = administrator.reads()

    assert (SEEN in read, "days for a first answer: 7 → 3" in read) == (True, True)
    assert (ANSWERED in log, ANSWERED in expert.reads()) == (True, True)
    assert expert.page.locator("textarea[name=words]").count() == 0


def _write(administrator, institution):
    administrator.page.locator("tr", has_text=institution).get_by_role("link", name="Write").click()
    administrator.page.wait_for_load_state()
    administrator.page.get_by_label("What did you see?").fill(SEEN)
    administrator.page.get_by_label("What was decided?").fill("Ask the next one sooner.")
    administrator.page.get_by_label("Yes, a rule changed").check()
    administrator.page.get_by_label("Which rule?").fill("days for a first answer")
    administrator.page.get_by_label("Value before").fill("7")
    administrator.page.get_by_label("Value now").fill("3")
    administrator.presses("Write it down")
    administrator.page.wait_for_url("**/desk/reviews/log/")
