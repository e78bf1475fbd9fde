"""A buyer asks for a price, both agree, the work is done, and a figure of what came of it is confirmed by the other side."""

import time

import pytest

pytestmark = pytest.mark.journeys


class Side:
    """One firm's person on her phone."""

    def __init__(self, portal, browser, number, *, javascript):
        viewport = {"width": 360, "height": 740}
        self.portal, self.context = portal, browser.new_context(viewport=viewport, java_script_enabled=javascript)
        self.page = self.context.new_page()
        portal.sign_in(self.page, number)

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/en/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360

    def presses(self, words):
        self.page.get_by_role("button", name=words).first.click()
        self.page.wait_for_load_state()

    def follows(self, words):
        self.page.locator("main").get_by_role("link", name=words).first.click()
        self.page.wait_for_load_state()

    def reads(self):
        return self.page.inner_text("main")

    def waits_for(self, path, words):
        """Open a page until the worker has done its part."""
        for _attempt in range(60):
            self.goes_to(path)
            if words in self.reads():
                return
            time.sleep(0.25)
        raise AssertionError(f"{words!r} did not come to {path}:\n{self.reads()}")


NUMBERS = {False: ("+916000811101", "+916000811102"), True: ("+916000811103", "+916000811104")}


@pytest.mark.parametrize("javascript", [False, pytest.param(True, marks=pytest.mark.full)])
def test_an_enquiry_becomes_an_agreement_and_a_result_that_the_other_side_confirms(portal, chromium, javascript):
    numbers = NUMBERS[javascript]
    offer = portal.prepare("two_firms", *numbers)["offer"]
    seller = Side(portal, chromium, numbers[0], javascript=javascript)
    buyer = Side(portal, chromium, numbers[1], javascript=javascript)

    talk = _ask_and_agree(buyer, seller, offer)
    _say_the_figures(buyer, seller, talk)
    _say_the_last_word(buyer, seller, talk)

    assert "₹30,000 more than before." in buyer.reads()
    seller.context.close()
    buyer.context.close()


def _ask_and_agree(buyer, seller, offer):
    buyer.goes_to(f"opportunities/{offer}/")
    buyer.presses("Ask for a price")
    assert "Sent. They will reply by" in buyer.reads()
    seller.waits_for("talks/", "Sample Sweet House")
    seller.follows("Forest honey")
    seller.page.wait_for_url("**/talks/*/")
    talk = seller.page.url.rstrip("/").rsplit("/", 1)[1]
    assert "stay hidden until both sides agree" in seller.reads()
    seller.follows("Send my price and terms")
    seller.page.get_by_label("In your own words").fill("₹285 a kg for 100 kg, in a week")
    seller.presses("Send my price and terms")
    buyer.goes_to(f"talks/{talk}/")
    assert "₹285 a kg" in buyer.reads()
    buyer.presses("Agree: share contacts")
    assert "Meena Sample" in buyer.reads()
    return talk


def _say_the_figures(buyer, seller, talk):
    seller.waits_for(f"talks/{talk}/", "Before")
    _say(seller, "Say it", "1 lakh")
    seller.goes_to(f"talks/{talk}/")
    seller.presses("Work has begun")
    seller.presses("Delivered and paid: finish")
    seller.waits_for(f"talks/{talk}/", "At the end")
    _say(seller, "Sales of this product or service in a month, At the end", "1,30,000")
    buyer.goes_to(f"talks/{talk}/")
    assert "own word" in buyer.reads()
    buyer.follows("Is it right? Sales of this product or service in a month, At the end")
    buyer.presses("Yes, it is right")
    assert "confirmed by Sample Sweet House" in buyer.reads()


def _say(side, link, value):
    side.follows(link)
    side.page.get_by_role("textbox").fill(value)
    side.presses("Save")


def _say_the_last_word(buyer, seller, talk):
    for side, words in ((buyer, "On the day and good"), (seller, "Paid at once")):
        side.goes_to(f"talks/{talk}/last-word/")
        side.page.get_by_label("Yes", exact=True).check(force=True)
        side.page.get_by_role("textbox").fill(words)
        side.presses("Send")
        assert ("On the day and good" in side.reads()) == (side is buyer or words == "Paid at once")
    buyer.goes_to(f"talks/{talk}/")
    assert "Paid at once" in buyer.reads()
