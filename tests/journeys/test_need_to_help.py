"""An owner says her trouble in one sentence, sends a wish for a training with one tap, and compares what two trainers answer."""

import pytest

from tests.journeys.test_enquiry import Side

pytestmark = pytest.mark.journeys

PAPAD_MAKER, EXPERT, LABORATORY = "+916000000008", "+916000000054", "+916000000053"
TROUBLE = "पापड़ टूटते हैं, 6 प्रतिशत"


class HindiSide(Side):
    """The same phone, read in Hindi."""

    def goes_to(self, path):
        self.page.goto(f"{self.portal.address}/hi/{path}")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def owner(portal, chromium):
    """The papad maker on a small phone, in Hindi, without JavaScript."""
    side = HindiSide(portal, chromium, PAPAD_MAKER, javascript=False)
    side.page.set_viewport_size({"width": 320, "height": 640})
    yield side
    side.context.close()


@pytest.fixture
def trainers(portal, chromium):
    both = [Side(portal, chromium, number, javascript=True) for number in (EXPERT, LABORATORY)]
    yield both
    for side in both:
        side.context.close()


def test_a_trouble_becomes_a_wish_that_two_trainers_answer_side_by_side(owner, trainers):
    expert, laboratory = trainers

    need = _say(owner)
    wish = _send(owner, need)
    _answer(expert, wish, "A day in your kitchen with your own people", hours=7, fee="4,500")
    _answer(laboratory, wish, "Two mornings online about moisture", hours=5, fee="")
    owner.goes_to(f"need/{need}/")
    compared = owner.reads()
    owner.follows("Chamundi Food Laboratory")
    owner.presses("चुनें")

    told = ["A day in your kitchen with your own people", "₹4,500", "Two mornings online about moisture", "मुफ़्त"]
    assert [words for words in told if words not in compared] == []
    assert "Dr. Asha Bhat" in owner.reads()


def _say(owner):
    """The id of the need that she stated."""
    owner.goes_to("need/")
    owner.page.locator("[name=words]").fill(TROUBLE)
    owner.page.locator("main form button").first.click()
    owner.page.wait_for_url("**/need/*/")
    assert TROUBLE in owner.reads()
    assert "6 प्रतिशत" in owner.reads()
    return owner.page.url.rstrip("/").rsplit("/", 1)[1]


def _send(owner, need):
    """The id of the wish for a training that one tap published; a second tap finds it sent."""
    send = owner.page.locator(f"form[action$='/need/{need}/send/training_wish/'] button")
    send.click()
    owner.page.wait_for_load_state()
    card = owner.page.locator("#training_wish")
    assert card.locator("[role=status]").count() == 1
    return card.locator("[role=status] a").get_attribute("href").rstrip("/").rsplit("/", 1)[1]


def _answer(trainer, wish, words, *, hours, fee):
    trainer.goes_to(f"opportunities/{wish}/")
    trainer.follows("I can hold this")
    trainer.page.get_by_label("What would you hold?").fill(words)
    trainer.page.get_by_label("How many hours in all?").fill(str(hours))
    for part, value in {"day": "2", "month": "2", "year": "2031"}.items():
        trainer.page.locator(f"[name=first_day_{part}]").fill(value)
    trainer.page.locator("[name=fee]").fill(fee)
    trainer.presses("Send")
    trainer.page.wait_for_url("**/talks/*/")
