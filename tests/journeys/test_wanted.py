"""A baker writes down what she wants to buy, a spice maker says that she can supply it and is chosen: contacts open."""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

BAKER, SPICE_MAKER = "+916000000003", "+916000000004"
WANTED = "Turmeric powder for sample bread"


@pytest.fixture
def sides(portal, chromium):
    """The two sample owners, without JavaScript."""
    both = [Side(portal, chromium, number, javascript=False) for number in (BAKER, SPICE_MAKER)]
    yield both
    for side in both:
        side.context.close()


def test_a_requirement_is_published_answered_and_one_seller_is_chosen(sides):
    baker, spice_maker = sides

    requirement = _publish(baker)
    spice_maker.goes_to(f"opportunities/{requirement}/")
    spice_maker.presses("I can supply this")
    answered = spice_maker.reads()
    baker.goes_to("talks/")
    baker.follows(WANTED)
    before = baker.reads()
    baker.presses("Choose: share contacts")

    assert "Sent. They will reply by" in answered
    assert ("Sunita Patil" in before, "Sunita Patil" in baker.reads()) == (False, True)


def _publish(baker):
    """The id of the requirement that she published through the form."""
    baker.goes_to("publish/requirement/")
    baker.page.get_by_label("In one line").fill(WANTED)
    baker.page.locator("[name=quantity]").fill("60")
    baker.page.get_by_label("Counted in").select_option("kg")
    baker.presses("Continue")
    baker.presses("Publish")
    baker.page.wait_for_url("**/my-opportunities/*/")
    return baker.page.url.rstrip("/").rsplit("/", 1)[1]
