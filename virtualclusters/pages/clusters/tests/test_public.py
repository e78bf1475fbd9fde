"""What everybody sees of a cluster."""

import pytest
from django.urls import reverse

from tests.factories import make_owner, make_unit
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.pages.clusters.tests.conftest import ask_for, fill

pytestmark = pytest.mark.django_db


def page_of(client, name="cluster", **more):
    return client.get(reverse(name, args=["food-processing"], **more))


def test_a_visitor_sees_what_it_is_who_is_in_it_and_what_stands_open(client, food, turmeric, now):
    fill(food, 3, making=turmeric, at=now)
    ask_for(turmeric, food, at=now)

    page = page_of(client).content.decode()

    told = (
        "People who make food.",
        "3 members so far",
        "Spices: 3",
        "Turmeric powder, 500 kg a month",
        "Register your unit",
    )
    assert [words in page for words in told] == [True] * 5


def test_the_map_leads_to_the_members_of_a_state(client, food, turmeric, now):
    fill(food, 7, making=turmeric, at=now)

    page = page_of(client).content.decode()
    listed = client.get("/en/clusters/food-processing/members/?state=MH").content.decode()

    assert 'href="/en/clusters/food-processing/members/?state=MH"' in page
    assert ([name in listed for name in ("Sample mill 0", "Sample mill 6")], "Sample mill 1<" in listed) == (
        [True, True],
        False,
    )


def test_an_empty_cluster_says_so_without_zeros(client, food):
    page = page_of(client).content.decode()

    assert ("Nothing is open just now" in page, "vc-stat__figure" in page) == (True, False)


def test_an_owner_joins_in_one_tap_and_leaves_again(client, food, now):
    owner = make_owner(make_unit(at=now))
    client.force_login(owner.person)

    joined = client.post(reverse("cluster_join", args=[food.slug]))
    inside = food.memberships.filter(left_at=None).count()
    client.post(reverse("cluster_leave", args=[food.slug]))

    assert (joined.headers["Location"], inside) == (reverse("cluster_room", args=[food.slug]), 1)
    assert food.memberships.filter(left_at=None).count() == 0


def test_a_draft_is_not_found_and_one_open_cluster_is_shown_at_once(client, food):
    Cluster.objects.create(slug="toys", created_at=food.created_at)

    assert client.get("/en/clusters/toys/").status_code == 404
    assert client.get("/en/clusters/").headers["Location"] == "/en/clusters/food-processing/"
