"""A person's meetings at a private address that she can end; only its hash is kept."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from virtualclusters.accounts.erasure import all_erasers
from virtualclusters.areas.advice.cases.meeting import call_off
from virtualclusters.areas.advice.tests.people import NOW, make_agreed
from virtualclusters.capabilities.calendars.feeds import calendar_behind, open_feed
from virtualclusters.capabilities.calendars.models import Feed

pytestmark = pytest.mark.django_db


def events_at(key):
    """What a calendar program without cookies reads."""
    answer = Client().get(reverse("meeting_feed", args=[key]))
    return Calendar.from_ical(answer.content).walk("VEVENT") if answer.status_code == 200 else answer.status_code


def test_both_sides_read_their_meeting_with_the_others_name_and_no_number():
    engagement, asker, adviser = make_agreed()

    read = [events_at(open_feed(person=actor.person, at=NOW)) for actor in (asker[1], adviser)]

    others = (engagement.opportunity.unit.organisation.name, asker[0].organisation.name)
    assert [[str(event["summary"]) for event in events] for events in read] == [[f"Advice: {name}"] for name in others]
    assert [event.decoded("dtstart") for events in read for event in events] == [NOW + timedelta(hours=48)] * 2
    assert [event for events in read for event in events if "60000" in event.to_ical().decode()] == []


def test_a_meeting_that_was_called_off_is_not_in_it():
    engagement, _asker, adviser = make_agreed()
    call_off(engagement_id=engagement.pk, reason="ill", actor=adviser, at=NOW)

    assert events_at(open_feed(person=adviser.person, at=NOW)) == []


def test_the_key_is_kept_nowhere_and_a_new_address_ends_the_old():
    _engagement, asker, _adviser = make_agreed()

    old = open_feed(person=asker[1].person, at=NOW)
    new = open_feed(person=asker[1].person, at=NOW)

    assert (events_at(old), len(events_at(new)), old in str(Feed.objects.values())) == (404, 1, False)


def test_she_makes_and_ends_her_address_on_a_page_which_shows_it_once():
    _engagement, asker, _adviser = make_agreed()
    client = Client()
    client.force_login(asker[1].person)
    before = client.get(reverse("advice_feed")).content.decode()

    made = client.post(reverse("advice_feed")).content.decode()
    key = made.split("/calendar/meetings/")[1].split(".ics")[0]
    later = client.get(reverse("advice_feed")).content.decode()
    read = len(events_at(key))
    client.post(reverse("advice_feed_end"))

    assert ("Make an address" in before, key in later, "Make a new address" in later) == (True, False, True)
    assert (read, events_at(key)) == (1, 404)


def test_erasing_a_person_ends_her_address():
    _engagement, asker, _adviser = make_agreed()
    key = open_feed(person=asker[1].person, at=NOW)

    for erase in all_erasers():
        erase(person=asker[1].person, at=NOW)

    assert events_at(key) == 404


def test_a_feed_is_read_in_four_queries(django_assert_max_num_queries):
    _engagement, asker, _adviser = make_agreed()
    key = open_feed(person=asker[1].person, at=NOW)

    with django_assert_max_num_queries(4):
        calendar_behind(key=key, at=NOW)
