"""An adviser's public record: from real events and confirmed figures only; below three cases she is new."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from tests.factories import make_owner, make_unit
from virtualclusters.areas.advice.cases import meeting, working
from virtualclusters.areas.advice.models import AdviserDetail, Slot
from virtualclusters.areas.advice.profiles.operations import publish_profile
from virtualclusters.areas.advice.profiles.queries import advisers_listed
from virtualclusters.areas.advice.profiles.record import pace_in_words, records_of
from virtualclusters.areas.advice.tests.people import (
    NOW,
    PROFILE,
    SCOPE,
    ask_round,
    live_turn,
    make_adviser,
    make_asker,
    yes_of,
)
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import end
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import ask, confirm, state
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db


def help_once(profile, adviser, *, answers_after=timedelta(hours=5), confidential="nameless", confirmed=True):
    """A whole case of the adviser, from the request to a figure that she confirmed."""
    asker = make_asker()
    engagement = live_turn(ask_round(asker, order=[profile.pk])).engagement
    yes_of(engagement, adviser, at=NOW + answers_after, hours=(48 + Slot.objects.count(),))
    slot = Slot.objects.filter(unit=profile.unit_id, taken_by=None).first()
    meeting.take_time(engagement_id=engagement.pk, slot_id=slot.pk, actor=asker[1], at=NOW + answers_after)
    told = SCOPE | {"confidential": confidential}
    working.write_scope(engagement_id=engagement.pk, actor=adviser, at=NOW, conflict="none", **told)
    working.agree_scope(engagement_id=engagement.pk, actor=asker[1], at=NOW)
    later = NOW + timedelta(days=3)
    working.log_session(
        engagement_id=engagement.pk,
        held_on=day_in_india(later),
        hours=Decimal(2),
        way="phone",
        notes="Oven",
        actor=adviser,
        at=later,
    )
    act(engagement_id=engagement.pk, verb="finish", actor=adviser, at=later)
    for moment, value in (("baseline", 100_000), ("end", 120_000)):
        ask(engagement_id=engagement.pk, moment=moment, at=later)
        measure = Measure.objects.get(engagement=engagement, moment=moment, indicator="monthly_sales")
        state(measure_id=measure.pk, value=value, actor=asker[1], at=later)
        if confirmed:
            confirm(measure_id=measure.pk, actor=adviser, at=later)
    return engagement


def test_below_three_cases_an_adviser_is_new_and_her_pace_is_not_said():
    profile, adviser = make_adviser(hours_a_month=100)
    help_once(profile, adviser)

    record = records_of([profile.unit_id])[profile.unit_id]

    assert (record.is_new, record.pace, record.helped, record.hours) == (True, "", 1, Decimal(2))


def test_from_three_cases_on_counts_hours_pace_and_confirmed_changes_show():
    profile, adviser = make_adviser(hours_a_month=100)
    for _ in range(3):
        help_once(profile, adviser)

    record = records_of([profile.unit_id])[profile.unit_id]

    assert (record.is_new, record.asked, record.answered, record.helped) == (False, 3, 3, 3)
    assert (record.pace, record.hours) == ("Usually answers within a day", Decimal(6))
    assert [(indicator.code, change) for indicator, change in record.changes] == [
        ("monthly_sales", Decimal(20_000))
    ] * 3


def test_what_nobody_confirmed_is_no_change():
    profile, adviser = make_adviser(hours_a_month=100)
    help_once(profile, adviser, confirmed=False)

    assert records_of([profile.unit_id])[profile.unit_id].confirmed == 0


def test_a_change_of_a_confidential_case_counts_and_is_not_told():
    profile, adviser = make_adviser(hours_a_month=100)
    help_once(profile, adviser, confidential="closed")

    record = records_of([profile.unit_id])[profile.unit_id]

    assert (record.confirmed, record.changes) == (1, [])


@pytest.mark.parametrize(("days", "words"), [(1, "a day"), (2, "three days"), (9, "a week")])
def test_a_pace_is_said_in_plain_words(days, words):
    assert pace_in_words(timedelta(days=days)) == f"Usually answers within {words}"


def test_the_public_page_shows_the_record_and_no_star():
    profile, adviser = make_adviser(hours_a_month=100)
    for _ in range(3):
        help_once(profile, adviser)

    page = Client().get(f"/en/opportunities/{profile.pk}/").content.decode()

    wanted = ("helped", "hours given", "₹20,000 more", "Nobody can pay to look better", "Ask for advice")
    assert [word for word in wanted if word not in page] == []
    assert "★" not in page


def test_publishing_again_changes_the_one_profile():
    profile, adviser = make_adviser()

    again = publish_profile(
        actor=adviser,
        at=NOW,
        unit_id=profile.unit_id,
        title="Bread only",
        summary="",
        language="en",
        concept_ids=[],
        **PROFILE,
    )

    assert (again.pk, Opportunity.objects.count(), AdviserDetail.objects.get().opportunity.title) == (
        profile.pk,
        1,
        "Bread only",
    )


def test_after_a_profile_has_ended_a_new_one_is_the_current():
    profile, adviser = make_adviser()
    end(opportunity_id=profile.pk, reason="withdrawn", actor=adviser, at=NOW)

    again = publish_profile(
        actor=adviser,
        at=NOW,
        unit_id=profile.unit_id,
        title="Bread",
        summary="",
        language="en",
        concept_ids=[],
        **PROFILE,
    )

    assert list(AdviserDetail.objects.filter(is_current=True)) == [again.adviser]


def test_an_enterprise_does_not_publish_advice():
    unit = make_unit(at=NOW)

    with pytest.raises(Refused) as refused:
        publish_profile(
            actor=make_owner(unit),
            at=NOW,
            unit_id=unit.pk,
            title="Bread",
            summary="",
            language="en",
            concept_ids=[],
            **PROFILE,
        )

    assert refused.value.code == "wrong_publisher"


@pytest.mark.parametrize(
    "kind",
    [
        OrganisationKind.EXPERT_PRACTICE,
        OrganisationKind.VOLUNTEER_EXECUTIVE,
        OrganisationKind.NGO,
        OrganisationKind.GOVERNMENT_BODY,
    ],
)
def test_experts_volunteers_ngos_and_officers_advise(kind):
    profile, _owner = make_adviser(kind=kind)

    assert list(advisers_listed(at=NOW)) == [profile]


def test_advisers_are_listed_by_language_fee_and_field():
    hindi, _owner = make_adviser(languages=["hi"], fee_band="to_2000")
    tamil, _owner = make_adviser(languages=["ta"])

    found = [
        list(advisers_listed(at=NOW, **chosen)) for chosen in ({"spoken": "hi"}, {"free": True}, {"words": "biscuits"})
    ]

    assert found == [[hindi], [tamil], [tamil, hindi]]


def test_a_card_tells_fee_and_languages_in_one_query(django_assert_num_queries):
    profile, _owner = make_adviser()

    with django_assert_num_queries(1):
        facts = card_facts([profile])

    assert facts == {profile.pk: {"money": "Free of charge", "line": "हिन्दी, English"}}


def test_records_take_three_queries_for_one_and_for_several(django_assert_num_queries):
    advisers = [make_adviser(hours_a_month=100) for _ in range(4)]
    for profile, adviser in advisers:
        help_once(profile, adviser)

    for some in (advisers[:1], advisers):
        with django_assert_num_queries(3):
            records_of([profile.unit_id for profile, _owner in some])
