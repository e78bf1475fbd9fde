"""What a facilitator sees of her cluster, and what she never sees."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import (
    make_cluster,
    make_member,
    make_officer,
    make_opportunity,
    make_organisation,
    make_owner,
    make_unit,
)
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.pages.clusters import state_of_health
from virtualclusters.pages.clusters.tests.conftest import ask_for, fill

pytestmark = pytest.mark.django_db
HEALTH = "/en/desk/clusters/food-processing/"


@pytest.fixture
def facilitator(food, now):
    return make_officer(food, ClusterRole.FACILITATOR, at=now)


@pytest.fixture
def talk(food, turmeric, member, now):
    """An answer to a requirement, twenty days ago, that the buyer has not touched since."""
    wanted = ask_for(turmeric, food, at=now - timedelta(days=21))
    buyer = make_owner(wanted.unit)
    engagement = answer(
        opportunity_id=wanted.pk, unit_id=member.organisation.units.get().pk, actor=member,
        at=now - timedelta(days=20), words="Secret price: 120 rupees",
    )  # fmt: skip
    return engagement, buyer


def test_silent_members_are_those_who_neither_looked_in_nor_moved_for_60_days(food, turmeric, member, now):
    silent, seen = fill(food, 2, making=turmeric, at=now)
    food.memberships.filter(unit__in=[silent, seen]).update(joined_at=now - timedelta(days=90))
    food.memberships.filter(unit=seen).update(last_seen_at=now - timedelta(days=59))

    assert [row.unit for row in state_of_health.silent_members(food, at=now)] == [silent]


def test_a_stuck_talk_shows_whose_turn_it_is_and_nothing_that_was_said(client, food, facilitator, talk, member):
    client.force_login(facilitator.person)

    page = client.get(HEALTH).content.decode()

    assert f"It is the turn of {talk[1].organisation.name}." in page
    assert [secret in page for secret in ("Secret price", str(member.person.phone)[3:])] == [False, False]


def test_a_talk_of_another_cluster_is_not_overseen(food, facilitator, talk, now):
    other = make_cluster(slug="other")
    Engagement.objects.get().opportunity.clusters.set([other])

    assert [list(state_of_health.stuck(cluster, facilitator, at=now)) for cluster in (food, other)] == [[], []]


def test_the_administrator_oversees_every_cluster(food, talk, now):
    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))

    assert [row["id"] for row in state_of_health.stuck(food, administrator, at=now)] == [talk[0].pk]


def test_unmet_needs_and_unanswered_requirements_stand_with_their_age(client, food, turmeric, member, facilitator, now):
    unit = member.organisation.units.get()
    for words, days in (("Need a loan for a grinder", 9), ("Fresh need", 2)):
        Need.objects.create(unit=unit, words=words, language="en", source="typed", stated_at=now - timedelta(days=days))
    ask_for(turmeric, food, at=now - timedelta(days=12), title="Old wish")
    ask_for(turmeric, food, at=now - timedelta(days=2), title="Fresh wish")
    client.force_login(facilitator.person)

    page = client.get(HEALTH).content.decode()

    told = ("Need a loan for a grinder", "Old wish", "9 days ago", "12 days ago", "Fresh need", "Fresh wish")
    assert [words in page for words in told] == [True, True, True, True, False, False]


def test_a_need_waits_until_something_is_asked_for_it_and_again_when_that_was_taken_back(food, member, now):
    unit, said = member.organisation.units.get(), {"language": "en", "source": "typed"}
    asked, taken_back, answered = (
        Need.objects.create(unit=unit, words=words, stated_at=now - timedelta(days=9), **said)
        for words in ("asked", "taken back", "answered")
    )
    Opportunity.objects.filter(pk=make_opportunity(unit=unit, at=now).pk).update(need=asked)
    withdrawn = Opportunity.objects.filter(pk=make_opportunity(unit=unit, at=now).pk)
    withdrawn.update(need=taken_back, ended_at=now, end_reason="withdrawn")
    offer = make_opportunity(kind="offer", at=now)
    answer(opportunity_id=offer.pk, unit_id=unit.pk, actor=member, at=now, need_id=answered.pk)

    assert [need.words for need in state_of_health.unmet_needs(food, at=now)] == ["taken back"]


def test_reminding_writes_to_those_whose_turn_it_is_once_a_week(client, food, facilitator, talk):
    client.force_login(facilitator.person)
    for _again in range(2):
        client.post(reverse("cluster_write", args=[food.slug, "stuck"]))

    reminded = Notification.objects.filter(key="cluster.stuck").values_list("person_id", flat=True)
    assert list(reminded) == [talk[1].person_id]


def test_writing_when_nobody_is_listed_is_refused_and_an_unknown_part_is_not_found(client, food, facilitator):
    client.force_login(facilitator.person)

    answers = [client.post(reverse("cluster_write", args=[food.slug, part])).status_code for part in ("silent", "all")]

    assert answers == [422, 404]


def test_a_facilitator_of_one_cluster_does_not_reach_another_and_an_owner_reaches_none(client, food, facilitator, now):
    make_cluster(slug="other")
    client.force_login(facilitator.person)
    hers = [client.get(f"/en/desk/clusters/{slug}/").status_code for slug in ("food-processing", "other")]
    client.force_login(make_owner(make_unit(at=now)).person)

    assert (hers, client.get(HEALTH).status_code) == ([200, 404], 403)


def test_trends_count_by_week_and_end_with_this_one(food, turmeric, now):
    fill(food, 2, making=turmeric, at=now)

    joined = state_of_health.trends(food, at=now).joined

    assert (len(joined), joined[-1] + joined[-2]) == (8, 2)
