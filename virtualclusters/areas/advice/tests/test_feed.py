"""A person's meetings at her private calendar address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from virtualclusters.accounts.erasure import all_erasers
from virtualclusters.areas.advice.cases.meeting import call_off
from virtualclusters.areas.advice.tests.people import NOW, make_agreed
from virtualclusters.capabilities.calendars.feeds import calendar_behind, open_feed

pytestmark = pytest.mark.django_db


def events_at(key):
    """What a calendar program without cookies reads."""
    answer = Client().get(reverse("calendar_feed", args=[key]))
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


def test_erasing_a_person_ends_her_address():
    _engagement, asker, _adviser = make_agreed()
    key = open_feed(person=asker[1].person, at=NOW)

    for erase in all_erasers():
        erase(person=asker[1].person, at=NOW)

    assert events_at(key) == 404


def test_a_feed_with_a_meeting_is_read_in_a_handful_of_queries(django_assert_max_num_queries):
    _engagement, asker, _adviser = make_agreed()
    key = open_feed(person=asker[1].person, at=NOW)

    with django_assert_max_num_queries(8):
        calendar_behind(key=key, at=NOW)
