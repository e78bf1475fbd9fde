"""The pages of trainings: who sees what, how many queries a list takes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_member
from virtualclusters.areas.trainings.models import Session
from virtualclusters.areas.trainings.operations import teaching
from virtualclusters.areas.trainings.tests.classes import NOW, make_booking, make_class, make_comer, make_trainer
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Role

pytestmark = pytest.mark.django_db
LINK = "https://meet.example.org/honey"
AFTER = NOW + timedelta(days=4)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path


def _browser(actor):
    browser = Client()
    browser.force_login(actor.person)
    return browser


def _text(answer):
    return answer.content.decode()


def _queries(browser, address):
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def _has_begun(opportunity):
    """As if days had passed."""
    for session in opportunity.training.sessions.all():
        over = timedelta(days=5)
        Session.objects.filter(pk=session.pk).update(starts_at=session.starts_at - over, ends_at=session.ends_at - over)
    Opportunity.objects.filter(pk=opportunity.pk).update(closes_at=opportunity.closes_at - timedelta(days=5))


def test_the_calendar_takes_as_many_queries_with_ten_classes_as_with_one(client):
    trainer = make_trainer()
    make_class(trainer)
    one = _queries(client, "/en/trainings/")
    for _number in range(12):
        make_class(trainer)

    assert (_queries(client, "/en/trainings/"), one <= 15) == (one, True)


def test_the_class_page_takes_as_many_queries_with_fifty_people_as_with_one():
    opportunity, trainer = make_class(places=60)
    make_booking(opportunity, "A")
    browser, address = _browser(trainer), f"/en/trainings/{opportunity.pk}/class/"
    one = _queries(browser, address)
    for _number in range(13):
        make_booking(opportunity, "B", "C", "D", "E")

    assert (_queries(browser, address), one <= 20) == (one, True)


def test_my_trainings_take_as_many_queries_with_ten_bookings_as_with_one():
    comer, trainer = make_comer(), make_trainer()
    browser = _browser(comer[1])
    make_booking(make_class(trainer)[0], "A", comer=comer)
    one = _queries(browser, "/en/trainings/mine/")
    for _number in range(9):
        make_booking(make_class(trainer)[0], "A", comer=comer)

    assert (_queries(browser, "/en/trainings/mine/"), one <= 15) == (one, True)


def test_the_calendar_filters_by_language_free_online_and_near(client):
    near, far = make_trainer(), make_trainer(latitude=28.6, longitude=77.2, state="DL", district="Delhi")
    make_class(near, title="Near in Hindi", languages=["hi"])
    make_class(far, title="Far in Tamil", languages=["ta"])
    make_class(far, title="Online and dear", mode="online", venue="", fee=500, paid_by="unit")
    titles = ("Near in Hindi", "Far in Tamil", "Online and dear")
    browser = _browser(make_comer()[1])

    shown = {
        query: [title in _text(browser.get(f"/en/trainings/?{query}")) for title in titles]
        for query in ("", "language=ta", "free=on", "online=on", "near=on")
    }

    assert shown == {
        "": [True, True, True],
        "language=ta": [False, True, False],
        "free=on": [True, True, False],
        "online=on": [False, False, True],
        "near=on": [True, False, False],
    }


def test_the_link_shows_only_to_who_has_a_place(client):
    opportunity, _trainer = make_class(mode="online", venue="", link=LINK, places=1)
    seated, owner = make_booking(opportunity, "A")
    waiting, waiter = make_booking(opportunity, "B")

    pages = [
        client.get(f"/en/trainings/{opportunity.pk}/"),
        _browser(waiter).get(f"/en/trainings/bookings/{waiting.pk}/"),
        _browser(owner).get(f"/en/trainings/bookings/{seated.pk}/"),
    ]

    assert [LINK in _text(page) for page in pages] == [False, False, True]


def test_two_people_taking_the_last_seat_get_it_and_the_first_place_in_the_queue_in_clear_words():
    opportunity, _trainer = make_class(places=1)
    browsers = [_browser(make_comer()[1]) for _ in range(2)]

    pages = [
        _text(browser.post(f"/en/trainings/{opportunity.pk}/book/", {"name_1": "Asha"}, follow=True))
        for browser in browsers
    ]

    assert "You have a place" in pages[0]
    assert "The last place has just gone, or others wait before you." in pages[1]
    assert "Your place in the queue: 1." in pages[1]


def test_a_name_typed_twice_is_told_and_what_was_typed_is_kept():
    opportunity, _trainer = make_class()
    typed = {"name_1": "Asha", "name_2": "asha"}

    page = _text(_browser(make_comer()[1]).post(f"/en/trainings/{opportunity.pk}/book/", typed))

    assert ("The same name stands here twice." in page, 'value="asha"' in page) == (True, True)


@pytest.mark.parametrize("page", ["class/", "class/tell/", "class/cancel/", "class/change/", "class/sessions/"])
def test_the_trainers_pages_are_not_there_for_others(page):
    opportunity, _trainer = make_class()

    assert _browser(make_trainer()).get(f"/en/trainings/{opportunity.pk}/{page}").status_code == 404


def test_a_booking_and_its_files_are_not_there_for_others():
    opportunity, _trainer = make_class()
    engagement, owner = make_booking(opportunity, "A")
    base = f"/en/trainings/bookings/{engagement.pk}/"
    addresses = [base, f"{base}leave/", f"{base}sessions.ics"]
    stranger = _browser(make_comer()[1])

    assert [stranger.get(address).status_code for address in addresses] == [404] * 3
    assert [_browser(owner).get(address).status_code for address in addresses] == [200] * 3


def test_staff_may_look_at_a_booking_and_not_give_it_back():
    opportunity, _trainer = make_class()
    engagement, owner = make_booking(opportunity, "A")
    staff = _browser(make_member(owner.organisation, role=Role.STAFF))

    answers = [staff.get(f"/en/trainings/bookings/{engagement.pk}/{page}").status_code for page in ("", "leave/")]

    assert answers == [200, 403]


def test_one_tap_marks_a_person_and_another_takes_it_back():
    opportunity, trainer = make_class()
    engagement, _owner = make_booking(opportunity, "Asha")
    _has_begun(opportunity)
    pk, session = engagement.attendees.get().pk, opportunity.training.sessions.first()
    browser, address = _browser(trainer), f"/en/trainings/sessions/{session.pk}/attendance/"

    pages = [_text(browser.post(address, {verb: pk}, follow=True)) for verb in ("here", "away")]

    assert ["1 of 1 are here" in pages[0], "0 of 1 are here" in pages[1]] == [True, True]


@pytest.mark.parametrize("typed", [{}, {"here": "x"}, {"here": "9" * 30}, {"away": "-1"}])
def test_a_forged_tap_finds_nobody(typed):
    opportunity, trainer = make_class()
    _has_begun(opportunity)
    session = opportunity.training.sessions.first()

    assert _browser(trainer).post(f"/en/trainings/sessions/{session.pk}/attendance/", typed).status_code == 404


def test_the_certificate_opens_for_the_unit_and_the_trainer_and_for_nobody_else():
    opportunity, trainer = make_class()
    engagement, owner = make_booking(opportunity, "Asha")
    for session in opportunity.training.sessions.all():
        teaching.mark(session_id=session.pk, present=True, actor=trainer, at=AFTER)
    teaching.finish(opportunity_id=opportunity.pk, actor=trainer, at=AFTER)
    address = f"/en/trainings/people/{engagement.attendees.get().pk}/certificate.pdf"

    answers = [_browser(actor).get(address) for actor in (owner, trainer, make_comer()[1])]

    assert [answer.status_code for answer in answers] == [200, 200, 404]
    assert [answer.content[:5] for answer in answers[:2]] == [b"%PDF-"] * 2


def test_a_cancelled_training_says_so_and_why(client):
    from virtualclusters.areas.trainings.operations.publishing import cancel

    opportunity, trainer = make_class()
    cancel(opportunity_id=opportunity.pk, reason="weather", actor=trainer, at=NOW)

    page = _text(client.get(f"/en/trainings/{opportunity.pk}/"))

    assert ("The weather or the roads do not allow it." in page, "Book places" in page) == (True, False)


def test_ones_trainings_lead_to_the_page_of_ones_calendar_address(client):
    opportunity, _trainer = make_class()
    _booked, owner = make_booking(opportunity, "A")

    assert 'href="/en/me/calendar/"' in _text(_browser(owner).get("/en/trainings/mine/"))


def test_the_exchanges_own_pages_lead_to_booking_and_to_the_class(client):
    opportunity, trainer = make_class()

    others = _text(_browser(make_comer()[1]).get(f"/en/opportunities/{opportunity.pk}/"))
    own = _text(_browser(trainer).get(f"/en/my-opportunities/{opportunity.pk}/"))

    assert f'href="/en/trainings/{opportunity.pk}/book/"' in others
    assert f'href="/en/trainings/{opportunity.pk}/class/"' in own
