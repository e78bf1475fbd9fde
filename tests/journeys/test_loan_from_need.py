"""From a need to the money: an owner says on her phone, in Hindi and without JavaScript, what she wants money for; sends the search with
one tap; goes from there to the loans of that sum; applies without her papers; reads why the bank said no; adds them, applies at another
lender, answers its question, says yes, and the money comes. The kinds are ``loan_request`` and ``loan_package``.
"""

import pytest

from tests.journeys.test_loan import DeskSide, HindiSide, a_photo, answers, officer_pays, officer_sanctions

pytestmark = pytest.mark.journeys

SPICE_MAKER, BANK_OFFICER, COOPERATIVE = "+916000000004", "+916000000055", "+916000000076"
NEED = "मसाला पीसने की मशीन के लिए 5 लाख चाहिए"
WHY = "मशीन का कोटेशन और FSSAI लाइसेंस जोड़ें।"


@pytest.fixture
def owner(portal, chromium):
    side = HindiSide(portal, chromium, SPICE_MAKER, javascript=False)
    yield side
    side.context.close()


@pytest.fixture
def bank(portal, chromium):
    yield from _at_a_desk(portal, chromium, BANK_OFFICER)


@pytest.fixture
def cooperative(portal, chromium):
    yield from _at_a_desk(portal, chromium, COOPERATIVE)


def _at_a_desk(portal, chromium, number):
    side = DeskSide(portal, chromium, number, javascript=True)
    side.page.set_viewport_size({"width": 1280, "height": 900})
    yield side
    side.context.close()


def test_a_need_becomes_money_with_one_no_mended_on_the_way(owner, bank, cooperative):
    _says_what_she_needs(owner)
    refused = _applies(owner, "PMFME", with_papers=False)
    _refuses(bank, refused)
    _reads_why_and_adds_what_lacks(owner, refused)
    loan = _applies(owner, "Vindhya", with_papers=True)
    _asks(cooperative, loan)
    answers(owner, loan)
    officer_sanctions(cooperative, loan)
    owner.goes_to(f"loans/mine/{loan}/")
    owner.page.locator("form[action$='/accept/'] button").click()
    officer_pays(cooperative, loan)
    owner.goes_to(f"loans/mine/{loan}/")

    assert "₹2,50,000" in owner.reads()


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


def _applies(owner, package, *, with_papers):
    """The id of the application that she sends from the list of loans, for a package or lender called so."""
    owner.goes_to("loans/?amount=500000&months=36&wait=0")
    owner.page.locator("main article", has_text=package).first.locator("h2 a").click()
    owner.page.wait_for_load_state()
    owner.opens("/apply/")
    for name, value in (("purpose", "machines"), ("facility", "term_loan")):
        owner.page.locator(f"[name={name}][value={value}]").check(force=True)
    owner.page.locator("main form[method=get] button").click()
    owner.page.wait_for_url("**/papers/**")
    for box in owner.page.locator("[name=papers]").all():
        box.set_checked(with_papers, force=True)
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


def _reads_why_and_adds_what_lacks(owner, loan):
    owner.goes_to(f"loans/mine/{loan}/")
    assert WHY in owner.reads()
    for kind in ("fssai", "quotation"):
        owner.goes_to(f"wallet/add/{kind}/")
        owner.page.set_input_files("[name=photo]", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": a_photo()})
        owner.sends()


def _asks(cooperative, loan):
    cooperative.goes_to(f"lender/loans/{loan}/")
    cooperative.unfolds()
    cooperative.step("ask", words="How many jars a day will it fill?")
    assert "Not answered yet" in cooperative.reads()
