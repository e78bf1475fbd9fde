"""From a bank's no to the money: an owner reads on her phone, in Hindi and without JavaScript, why a bank said no and how to mend it, adds
the paper, applies again there and at a second lender, answers a question, says yes, and says that the money came. A bank officer asks,
decides and pays out at her desk. The kind is ``loan_package``.
"""

from io import BytesIO

import pytest
from PIL import Image

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

BANK_OFFICER, PICKLE_MAKER = "+916000000055", "+916000000005"
BANK, ANOTHER_CHOSEN = "Ganga Gramin Bank", "किसी और को चुना गया"


class HindiSide(Side):
    """A phone without JavaScript, read in Hindi."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/hi/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360

    def sends(self):
        self.page.locator("main form[method=post] button, main form[method=post] .vc-button").last.click()
        self.page.wait_for_load_state()

    def opens(self, part):
        self.page.locator(f"main a[href*='{part}']").first.click()
        self.page.wait_for_load_state()


class DeskSide(Side):
    """A wide screen."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/en/{path}")

    def step(self, verb, **said):
        """One step on the page of the application."""
        for name, words in said.items():
            box = self.page.locator(f"[name='{verb}-{name}']")
            kind = box.first.get_attribute("type")
            if kind == "radio":
                self.page.locator(f"[name='{verb}-{name}'][value='{words}']").check(force=True)
            elif box.first.evaluate("box => box.tagName") == "SELECT":
                box.select_option(words)
            else:
                box.fill(words)
        self.page.locator(f"form[action$='/{verb}/'] button").click()
        self.page.wait_for_load_state()

    def unfolds(self):
        """Open what is folded, as a tap would."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.fixture
def owner(portal, chromium):
    side = HindiSide(portal, chromium, PICKLE_MAKER, javascript=False)
    yield side
    side.context.close()


@pytest.fixture
def officer(portal, chromium):
    side = DeskSide(portal, chromium, BANK_OFFICER, javascript=True)
    side.page.set_viewport_size({"width": 1280, "height": 900})
    yield side
    side.context.close()


def test_a_no_is_mended_and_the_money_comes(owner, officer):
    _reads_why_and_adds_the_paper(owner)
    _applies_again_at_two_lenders(owner)
    loan = _officer_asks(officer)
    answers(owner, loan)
    officer_sanctions(officer, loan)
    _says_yes(owner, loan)
    officer_pays(officer, loan)

    owner.goes_to(f"loans/mine/{loan}/")
    owner.page.locator("[name='money-came'][value=yes]").check(force=True)
    owner.page.locator("form[action$='/money/'] button").click()
    officer.goes_to(f"lender/loans/{loan}/")

    assert "The owner says: it came" in officer.reads()


def _reads_why_and_adds_the_paper(owner):
    owner.goes_to("loans/mine/")
    assert BANK in owner.reads()
    owner.page.locator("main a[href*='/loans/mine/']").first.click()
    assert "FSSAI लाइसेंस और मशीन का कोटेशन जोड़ें।" in owner.reads()
    for kind in ("fssai", "quotation"):
        owner.goes_to(f"wallet/add/{kind}/")
        owner.page.set_input_files("[name=photo]", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": a_photo()})
        owner.sends()


def _applies_again_at_two_lenders(owner):
    owner.goes_to("loans/mine/")
    owner.page.locator("main a[href*='/loans/mine/']").first.click()
    owner.opens("earlier=")
    assert "FSSAI लाइसेंस और मशीन का कोटेशन जोड़ें।" in owner.reads()
    owner.page.locator("[name=p]:not(:checked)").first.check(force=True)
    owner.page.locator("main form[method=get] button").click()
    owner.page.wait_for_url("**/papers/**")
    for name in owner.page.eval_on_selector_all("[name^=lender_]", "all => [...new Set(all.map(one => one.name))]"):
        owner.page.locator(f"[name={name}][value='60']").check(force=True)
    owner.sends()
    assert owner.reads().count("संख्या ") >= 3


def _officer_asks(officer):
    officer.goes_to("lender/loans/?turn=publisher&stage=received")
    officer.page.get_by_role("link", name="Mithila Achar Udyog").first.click()
    officer.page.wait_for_load_state()
    loan = officer.page.url.rstrip("/").rsplit("/", 1)[1]
    officer.unfolds()
    officer.step("decline", reason="papers")
    assert "Your no" not in officer.reads()
    officer.goes_to(f"lender/loans/{loan}/")
    officer.unfolds()
    officer.step("ask", words="How many jars a day will it fill?")
    assert "Not answered yet" in officer.reads()
    return loan


def answers(owner, loan):
    owner.goes_to(f"loans/mine/{loan}/")
    assert "How many jars a day will it fill?" in owner.reads()
    owner.page.locator("[name='answer-words']").fill("रोज़ 800 बरनियाँ")
    owner.page.locator("form[action$='/answer/'] button").click()
    owner.page.wait_for_load_state()


def officer_sanctions(officer, loan):
    officer.goes_to(f"lender/loans/{loan}/")
    assert "रोज़ 800 बरनियाँ" in officer.reads()
    officer.unfolds()
    officer.step("sanction", amount="2.5 lakh", rate="10.25", months="36", words="Insure the machine.")
    assert "The owner has not said yes yet" in officer.reads()


def _says_yes(owner, loan):
    owner.goes_to(f"loans/mine/{loan}/")
    assert "₹2,50,000" in owner.reads()
    owner.page.locator("form[action$='/accept/'] button").click()
    owner.page.wait_for_load_state()
    owner.goes_to("loans/mine/")
    assert ANOTHER_CHOSEN in owner.reads()


def officer_pays(officer, loan):
    officer.goes_to(f"lender/loans/{loan}/")
    today = officer.page.evaluate("new Date(Date.now() + 19800000).toISOString().slice(0, 10)")
    year, month, day = (str(int(part)) for part in today.split("-"))
    officer.step("paid", amount="2.5 lakh", paid_on_day=day, paid_on_month=month, paid_on_year=year)
    assert "₹2,50,000 paid out on" in officer.reads()


def a_photo():
    held = BytesIO()
    Image.new("RGB", (60, 40), "white").save(held, "JPEG")
    return held.getvalue()
