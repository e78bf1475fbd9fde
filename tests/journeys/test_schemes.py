"""An owner answers eight questions in Hindi, mends a no, and follows a scheme to its result; kinds "scheme" and "scheme_here"."""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

OWNER = "+916000000006"
OPPORTUNITY = "scheme"
FUND = "कृषि अवसंरचना कोष: सस्ता कर्ज़"


class Owner(Side):
    """On her phone, in Hindi, without JavaScript."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/hi/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.fixture
def owner(portal, chromium):
    side = Owner(portal, chromium, OWNER, javascript=False)
    yield side
    side.context.close()


def test_eight_answers_a_mended_no_and_an_application_elsewhere_with_its_result(owner):
    first = _answer(owner, own_money="under_5")
    second = _answer(owner, own_money="to_25")
    _follow_to_its_end(owner)

    assert (_group_of(FUND, first), _group_of(FUND, second)) == ("no", "yes")
    assert "लागत में आपका अपना पैसा: 10 प्रतिशत" in first
    assert "हमें मिल गई" in owner.reads()


def _answer(owner, *, own_money):
    owner.goes_to("schemes/questions/")
    for name, value in (
        ("size_class", "micro"),
        ("started", "over_5"),
        ("had_support", "no"),
        ("own_money", own_money),
    ):
        owner.page.locator(f"[name={name}][value={value}]").check(force=True)
    owner.presses("योजनाएँ दिखाएँ")
    assert owner.page.evaluate("document.documentElement.scrollWidth") <= 360
    return owner.reads()


def _group_of(name, page):
    """In which part of the page a scheme stands."""
    headings = {"yes": "आपको मिल सकती हैं", "not_known": "अभी पता नहीं (", "no": "अभी नहीं ("}
    begins = {key: page.index(words) for key, words in headings.items() if words in page}
    return max((key for key, place in begins.items() if place < page.index(name)), key=begins.__getitem__)


def _follow_to_its_end(owner):
    owner.page.get_by_role("link", name=FUND).click()
    owner.page.wait_for_url("**/opportunities/*/")
    owner.presses("नज़र रखें")
    owner.page.locator("main").get_by_role("link", name="बातचीत पर जाएँ").first.click()
    owner.page.wait_for_url("**/talks/*/")
    for _milestone in ("preparing", "submitted"):
        owner.presses("हो गया")
    owner.follows("बताएँ कि क्या हुआ")
    owner.page.get_by_label("हमें मिल गई").check(force=True)
    owner.presses("बताएँ कि क्या हुआ")
