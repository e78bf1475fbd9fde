"""A person's one calendar address: shown once, ended by her, kept only as a hash."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import NOON, make_person
from virtualclusters.capabilities.calendars.feeds import open_feed
from virtualclusters.capabilities.calendars.models import Feed

pytestmark = pytest.mark.django_db


def status_at(key):
    """What a calendar program without cookies is answered."""
    return Client().get(reverse("calendar_feed", args=[key])).status_code


def test_she_makes_and_ends_her_address_on_a_page_which_shows_it_once():
    client = Client()
    client.force_login(make_person())
    before = client.get(reverse("my_calendar")).content.decode()

    made = client.post(reverse("my_calendar")).content.decode()
    key = made.split("/calendar/meetings/")[1].split(".ics")[0]
    later = client.get(reverse("my_calendar")).content.decode()
    read = status_at(key)
    client.post(reverse("my_calendar_end"))

    assert ("Make an address" in before, key in later, "Make a new address" in later) == (True, False, True)
    assert (read, status_at(key)) == (200, 404)


def test_the_key_is_kept_nowhere_and_a_new_address_ends_the_old():
    person = make_person()

    old, new = open_feed(person=person, at=NOON), open_feed(person=person, at=NOON)

    assert (status_at(old), status_at(new), old in str(Feed.objects.values())) == (404, 200, False)


def test_an_address_that_trainings_gave_out_before_says_that_it_has_ended_and_where_a_new_one_is_made():
    answer = Client().get("/calendar/an-address-of-before.ics")

    assert (answer.status_code, reverse("my_calendar") in answer.content.decode()) == (410, True)
