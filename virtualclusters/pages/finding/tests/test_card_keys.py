"""What a tap on a card answers is put in the card's place: the place has one name on every page."""

import re

import pytest
from django.urls import reverse

from tests.factories import make_cluster
from virtualclusters.areas.catalogue.models import RequirementDetail
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.network.clusters.models import ClusterMembership


@pytest.fixture
def shown(client, signed_in, maker, opportunity, now):
    """An owner for whom a buyer of honey stands on every page that shows cards."""

    class Shown:
        unit = maker(makes=["honey"], needs=["honey-extractor"])
        owner = signed_in(unit)
        wanted = opportunity("requirement", "honey", title="Honey wanted (sample)")
        extractor = opportunity("offer", "honey-extractor", title="An extractor (sample)")
        room = make_cluster(at=now)
        key = f"opportunity-{wanted.pk}"

    RequirementDetail.objects.create(opportunity=Shown.wanted)
    Shown.wanted.clusters.add(Shown.room)
    ClusterMembership.objects.create(cluster=Shown.room, unit=Shown.unit, joined_at=now)
    return Shown


def read(response):
    """Ids of the cards (a need's draft has its kind's slug), and the places into which taps on the page put their answers."""
    page = response.content.decode()
    cards = set(re.findall(r'<article class="vc-card vc-match[^"]*"(?: id="([^"]*)")?', page))
    return cards, set(re.findall(r'data-hx-target="#([^"]*)"', page)) - set(re.findall(r' id="([^"]*)"', page))


@pytest.mark.parametrize("page", ["for_you", "room", "publisher"])
def test_a_card_has_one_name_on_every_page_and_no_tap_misses_its_place(client, shown, page):
    address = {
        "for_you": f"{reverse('for_you')}?kind=requirement",
        "room": reverse("cluster_room", args=[shown.room.slug]),
        "publisher": reverse("organisation", args=[shown.wanted.unit.organisation_id]),
    }

    assert read(client.get(address[page])) == ({shown.key}, set())


def test_on_the_page_of_a_need_a_tap_answers_for_the_need_on_a_page_of_its_own(client, shown, now):
    said = "honey extractor chahiye"
    need = state_need(unit_id=shown.unit.pk, words=said, language="en", actor=shown.owner, at=now)

    response = client.get(reverse("need_shown", args=[need.pk]))

    assert ("An extractor (sample)" in response.content.decode(), read(response)) == (
        True,
        ({"", "requirement"}, set()),
    )


@pytest.mark.parametrize(("way", "words"), [("answer", "Undo"), ("not_for_me", "Why?")])
def test_what_a_tap_answers_stands_where_the_card_stood(client, shown, way, words):
    answer = client.post(reverse(way, args=[shown.wanted.pk]), headers={"HX-Request": "true"})

    assert (read(answer), words in answer.content.decode()) == (({shown.key}, set()), True)
