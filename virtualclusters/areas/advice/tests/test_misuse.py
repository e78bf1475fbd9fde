"""What somebody tries who reads the addresses and not the buttons: nothing of it gets further than it may."""

import pytest

from virtualclusters.areas.advice.asking import operations
from virtualclusters.areas.advice.cases import meeting
from virtualclusters.areas.advice.models import Slot
from virtualclusters.areas.advice.tests.people import NOW, live_turn, make_adviser, make_asker, make_request, yes_of
from virtualclusters.areas.advice.tests.test_pages import browser, reads

pytestmark = pytest.mark.django_db
NUMBER = "98765 43210"


def test_a_number_in_the_words_of_a_request_is_hidden_from_the_adviser_until_both_agreed():
    _profile, adviser = make_adviser()
    asker = make_asker()
    request = make_request(asker, words=f"Our biscuits break, call {NUMBER}")
    operations.send_request(request_id=request.pk, actor=asker[1], at=NOW)
    engagement = live_turn(request).engagement
    pages = [("advice_case", engagement.pk), ("advice_mine",)]

    before = [NUMBER in reads(browser(adviser), *page) for page in pages]
    own = NUMBER in reads(browser(asker[1]), *pages[0])
    yes_of(engagement, adviser)
    slot = Slot.objects.get()
    meeting.take_time(engagement_id=engagement.pk, slot_id=slot.pk, actor=asker[1], at=NOW)

    after = [NUMBER in reads(browser(adviser), *page) for page in pages]
    assert (before, own, after) == ([False, False], True, [True, True])
