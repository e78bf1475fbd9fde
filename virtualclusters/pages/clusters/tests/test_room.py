"""The members' room: what concerns the reader first, and why."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import make_concept, make_owner, make_unit
from virtualclusters.pages.clusters.feed import feed_for, newcomers_for
from virtualclusters.pages.clusters.tests.conftest import ask_for, fill

pytestmark = pytest.mark.django_db
ROOM = "/en/clusters/food-processing/room/"


def unit_of(member):
    return member.organisation.units.get()


def test_what_concerns_the_reader_stands_in_the_feed_with_its_reason(client, food, turmeric, member, now):
    ask_for(turmeric, food, at=now, title="Turmeric wanted")
    ask_for(make_concept(), food, at=now, title="Something else wanted")
    client.force_login(member.person)

    page = client.get(ROOM).content.decode()

    assert [words in page for words in ("Turmeric wanted", "You make this: Turmeric powder.")] == [True, True]
    assert "Something else wanted" not in page


def test_what_stands_in_another_cluster_does_not_show(food, turmeric, member, now):
    ask_for(turmeric, food, at=now).clusters.clear()

    assert feed_for(food, unit_of(member), at=now) == []


def test_a_new_member_of_the_same_trade_is_shown_with_the_tie(client, food, turmeric, member, now):
    (peer,) = fill(food, 1, making=turmeric, at=now)
    fill(food, 1, making=make_concept(), at=now)

    items = feed_for(food, unit_of(member), at=now, newcomers=newcomers_for(food, unit_of(member), at=now))

    told = [(item.card.key, item.card.reasons_for[0]) for item in items]
    assert told == [(f"unit-{peer.pk}", "They make this too: Turmeric powder.")]


def test_a_member_since_long_is_no_news(food, turmeric, member, now):
    fill(food, 1, making=turmeric, at=now)
    food.memberships.exclude(unit=unit_of(member)).update(joined_at=now - timedelta(days=61))

    assert newcomers_for(food, unit_of(member), at=now) == []


def test_a_reader_whom_nothing_concerns_is_told_so_and_sees_what_is_new(client, food, member, now):
    ask_for(make_concept(), food, at=now, title="Something else wanted")
    client.force_login(member.person)

    page = client.get(ROOM).content.decode()

    assert ["Nothing here is about what you make" in page, "Something else wanted" in page] == [True, True]


def test_an_empty_room_offers_one_next_step(client, food, member):
    client.force_login(member.person)

    assert "Say what you offer or want" in client.get(ROOM).content.decode()


def test_a_stranger_is_sent_to_the_public_page(client, food, now):
    client.force_login(make_owner(make_unit(at=now)).person)

    assert client.get(ROOM).headers["Location"] == reverse("cluster", args=[food.slug])


def test_opening_the_room_is_kept_as_a_visit(client, food, member, now):
    client.force_login(member.person)

    client.get(ROOM)

    assert food.memberships.get().last_seen_at >= now
