"""From a need to a bank's no: an owner says on her phone, in Hindi and without JavaScript, what she wants money for; sends the search with
one tap; goes from there to the loans of that sum; applies without her papers; and reads why the bank said no. How a no is mended and
becomes money is walked in ``test_loan``. The kinds are ``loan_request`` and ``loan_package``.
"""

import pytest

from tests.journeys.test_loan import DeskSide, HindiSide

pytestmark = pytest.mark.journeys

SPICE_MAKER, BANK_OFFICER = "+916000000004", "+916000000055"
NEED = "मसाला पीसने की मशीन के लिए 5 लाख चाहिए"
WHY = "मशीन का कोटेशन और FSSAI लाइसेंस जोड़ें।"


@pytest.fixture
def owner(portal, chromium):
    side = HindiSide(portal, chromium, SPICE_MAKER, javascript=False)
    yield side
    side.context.close()


@pytest.fixture
def bank(portal, chromium):
    side = DeskSide(portal, chromium, BANK_OFFICER, javascript=True)
    side.page.set_viewport_size({"width": 1280, "height": 900})
    yield side
    side.context.close()


def test_a_need_becomes_an_application_and_a_no_says_how_to_mend_it(owner, bank):
    _says_what_she_needs(owner)
    loan = _applies_without_papers(owner)
    _refuses(bank, loan)
    owner.goes_to(f"loans/mine/{loan}/")

    assert WHY in owner.reads()


def _says_what_she_needs(owner):
    """From the sentence to the loans for the sum that stands in it."""
    owner.goes_to("need/")
    owner.page.locator("[name=words]").fill(NEED)
    owner.page.locator("main form button").first.click()
    owner.page.wait_for_url("**/need/*/")
    owner.page.locator("form[action$='/send/loan_request/'] button").click()
    owner.page.wait_for_load_state()
    owner.page.locator("#loan_request [role=status] a").click()
    owner.page.wait_for_load_state()
    owner.opens("/loans/?amount=500000")
    assert owner.page.locator("[name=amount]").first.input_value() == "500000"


def _applies_without_papers(owner):
    """The id of the application that she sends from the list of loans."""
    owner.goes_to("loans/?amount=500000&months=36&wait=0")
    owner.page.locator("main h2 a", has_text="PMFME").first.click()
    owner.page.wait_for_load_state()
    owner.opens("/apply/")
    for name, value in (("purpose", "machines"), ("facility", "term_loan")):
        owner.page.locator(f"[name={name}][value={value}]").check(force=True)
    owner.page.locator("main form[method=get] button").click()
    owner.page.wait_for_url("**/papers/**")
    for box in owner.page.locator("[name=papers]").all():
        box.uncheck(force=True)
    for name in owner.page.eval_on_selector_all("[name^=lender_]", "all => [...new Set(all.map(one => one.name))]"):
        owner.page.locator(f"[name={name}][value='60']").check(force=True)
    owner.sends()
    owner.page.locator("main a[href*='/loans/mine/']").first.click()
    owner.page.wait_for_load_state()
    return owner.page.url.rstrip("/").rsplit("/", 1)[1]


def _refuses(bank, loan):
    bank.goes_to(f"lender/loans/{loan}/")
    bank.unfolds()
    tomorrow = bank.page.evaluate("new Date(Date.now() + 19800000 + 86400000).toISOString().slice(0, 10)")
    year, month, day = (str(int(part)) for part in tomorrow.split("-"))
    back = {"come_back_on_day": day, "come_back_on_month": month, "come_back_on_year": year}
    bank.step("decline", reason="papers", way_to_fix=WHY, **back)
    assert WHY in bank.reads()
