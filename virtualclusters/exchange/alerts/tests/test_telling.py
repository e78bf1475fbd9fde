"""Whom a new opportunity reaches, and what is new in a kept search."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import NOON, give_concept, make_member, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.accounts.models import Person
from virtualclusters.accounts.operations import consent, withdraw_consent
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.delivery import deliver
from virtualclusters.capabilities.messaging.models import Notification, SentMessage
from virtualclusters.capabilities.search import reading as index
from virtualclusters.capabilities.search.writing import Writer
from virtualclusters.exchange.alerts import operations, saved_searches, telling
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.people import MOST_A_WEEK
from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.opportunities.operations import publish, put
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import PORTAL

pytestmark = pytest.mark.django_db


def member_of(unit, *purposes):
    actor = make_owner(unit)
    yes = {"notice": "joining 2026-11", "language": "en", "channel": "web", "at": NOON}
    consent(person=actor.person, purposes=purposes, **yes)
    return actor


def maker_of(concept, slug="honey", **fields):
    unit = make_unit(**fields)
    give_concept(unit, concept(slug))
    return unit


def publish_requirement(concept, buyer, **columns):
    actor = make_owner(buyer)
    return publish(
        kind="requirement",
        unit_id=buyer.pk,
        title="Honey, 500 kg",
        summary="",
        language="en",
        concepts=[("asks", concept("honey").pk)],
        actor=actor,
        at=timezone.now(),
        **columns,
    )


def test_publishing_reaches_every_unit_it_concerns_and_tells_those_who_agreed(concept):
    told, silent, other = maker_of(concept), maker_of(concept), maker_of(concept, "papad")
    person = member_of(told, "messages").person
    member_of(silent)
    member_of(other, "messages")

    opportunity = publish_requirement(concept, make_unit())
    run_jobs()

    assert set(Alert.objects.values_list("unit_id", "opportunity_id")) == {
        (told.pk, opportunity.pk),
        (silent.pk, opportunity.pk),
    }
    assert list(Notification.objects.values_list("person", "about")) == [
        (person.pk, f"/opportunities/{opportunity.pk}/")
    ]
    event = Event.objects.get(code="alert.written")
    assert (event.dimensions["written"], event.dimensions["told"]) == (2, 1)


def test_alerts_keep_their_reasons_as_codes(concept):
    maker = maker_of(concept)
    publish_requirement(concept, make_unit())
    run_jobs()

    reason = Alert.objects.get(unit_id=maker.pk).reasons[0]
    assert (reason["about"], reason["role"], reason["asked"]) == ("concept", "makes", concept("honey").pk)


def test_who_took_the_consent_back_is_not_told(concept):
    person = member_of(maker_of(concept), "messages").person
    withdraw_consent(person=person, purpose="messages", language="en", channel="web", at=NOON + timedelta(days=1))

    publish_requirement(concept, make_unit())
    run_jobs()

    assert (Alert.objects.count(), Notification.objects.count()) == (1, 0)


def test_a_notice_that_came_after_its_last_day_alerts_nobody(concept):
    maker_of(concept)
    now = timezone.now()
    put(
        kind="requirement",
        unit=make_unit(organisation=make_organisation(claimed=False)),
        title="Honey",
        summary="",
        language="en",
        concepts=[("asks", concept("honey").pk)],
        clusters=[],
        published_at=now,
        closes_at=now - timedelta(days=1),
        actor=PORTAL,
        at=now,
    )
    run_jobs()

    assert Alert.objects.count() == 0


def test_the_publishers_own_units_are_not_alerted(concept):
    buyer = maker_of(concept)
    publish_requirement(concept, buyer)
    run_jobs()

    assert Alert.objects.count() == 0


def test_units_are_compared_in_batches_and_a_second_run_writes_nothing_new(concept, wanted, monkeypatch):
    monkeypatch.setattr(telling, "A_BATCH", 1)
    monkeypatch.setattr(telling, "A_LOOK", 2)
    makers = [maker_of(concept) for _ in range(5)]
    opportunity = wanted("honey")
    last, batches = 0, 0
    while last is not None:
        last, batches = telling.write_alerts(opportunity, after=last, at=NOON), batches + 1

    telling.write_alerts(opportunity, after=0, at=NOON)

    assert (Alert.objects.count(), batches) == (len(makers), 3)


def test_a_unit_is_told_of_twenty_things_a_week_and_finds_the_others_on_its_page(concept, wanted):
    member_of(maker_of(concept), "messages")
    for _ in range(MOST_A_WEEK + 3):
        telling.write_alerts(wanted("honey"), after=0, at=NOON)

    assert (Alert.objects.count(), Notification.objects.count()) == (MOST_A_WEEK + 3, MOST_A_WEEK)


@pytest.mark.parametrize("units", [1, 50])
def test_a_batch_takes_the_same_number_of_queries_however_many_units(concept, wanted, units, django_assert_num_queries):
    for _ in range(units):
        make_member(maker_of(concept).organisation)
    opportunity = wanted("honey")
    vocabulary()

    with django_assert_num_queries(17):
        telling.write_alerts(opportunity, after=0, at=NOON)


@pytest.fixture
def indexed(settings, tmp_path):
    """Brings the index in line with the rows."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path

    def bring():
        writer = Writer()
        writer.rebuild()
        writer.close()

    yield bring
    index.forget()


def test_what_is_new_in_a_kept_search_is_told_once(concept, indexed):
    owner = make_owner(make_unit())
    make_opportunity(title="Honey before")
    later = NOON + timedelta(days=1)
    kept = operations.save_search(source="opportunities", text="honey", filters={"state": ["MH"]}, actor=owner, at=NOON)
    make_opportunity(title="Honey after", at=NOON + timedelta(hours=1))
    indexed()

    told = [saved_searches.tell_what_is_new(saved_search_id=kept.pk, at=later) for _ in range(2)]

    assert told == [1, 0]
    note = Notification.objects.get()
    assert (note.variables["first"], note.about) == ("Honey after", "/opportunities/?q=honey&state=MH")


def kept_now(owner, **more):
    return operations.save_search(
        source="opportunities", text="honey", actor=owner, at=NOON, frequency="instant", **{"filters": {}} | more
    )


def test_a_search_she_wants_at_once_is_told_by_sms_without_waiting_for_a_digest(concept, indexed, settings):
    settings.QUIET_HOURS = True
    owner = make_owner(make_unit())
    Person.objects.update(phone_verified_at=NOON)
    kept = kept_now(owner)
    make_opportunity(title="Honey now", at=NOON + timedelta(minutes=1))
    indexed()

    told = saved_searches.tell_what_is_new(saved_search_id=kept.pk, at=NOON + timedelta(minutes=2))
    note = Notification.objects.get()
    deliver(notification_id=note.pk, at=NOON + timedelta(minutes=2))

    assert (told, note.key, note.category) == (1, "finding.saved_search_now", "asked")
    assert list(SentMessage.objects.values_list("person", "channel")) == [(owner.person_id, "sms")]


def test_what_came_within_the_last_minute_is_told_at_the_next_look_and_never_lost(concept, indexed):
    kept = kept_now(make_owner(make_unit()))
    make_opportunity(title="Honey just now", at=NOON + timedelta(seconds=100))
    looks = [NOON + timedelta(minutes=minutes) for minutes in (2, 4, 6)]

    before_the_index = saved_searches.tell_what_is_new(saved_search_id=kept.pk, at=looks[0])
    indexed()
    told = [saved_searches.tell_what_is_new(saved_search_id=kept.pk, at=look) for look in looks[1:]]

    assert (before_the_index, told) == (0, [1, 0])


def test_a_kept_search_keeps_its_distance_and_its_days(concept, indexed):
    unit = make_unit(latitude=18.5, longitude=73.8)
    owner, later = make_owner(unit), NOON + timedelta(hours=1)
    kept = kept_now(owner, filters={"near": ["25"], "days": ["7"]}, unit_id=unit.pk)
    close, far = {"latitude": 18.51, "longitude": 73.81}, {"latitude": 28.6, "longitude": 77.2}
    for title, place, days in (("Honey near", close, 5), ("Honey far", far, 5), ("Honey late", close, 30)):
        make_opportunity(title=title, at=later, closes_at=NOON + timedelta(days=days), **place)
    indexed()

    told = saved_searches.tell_what_is_new(saved_search_id=kept.pk, at=later + timedelta(minutes=2))

    note = Notification.objects.get()
    assert (told, note.variables["first"], note.about) == (
        1,
        "Honey near",
        "/opportunities/?q=honey&days=7&near=25",
    )


def test_a_search_is_not_kept_from_anothers_place(concept):
    with pytest.raises(NotFound):
        kept_now(make_owner(make_unit()), filters={"near": ["25"]}, unit_id=make_unit().pk)


def test_searches_are_due_as_often_as_their_people_want(concept):
    owner = make_owner(make_unit())
    often = {"instant": timedelta(minutes=10), "daily": timedelta(days=1), "weekly": timedelta(days=7)}
    kept = {
        frequency: operations.save_search(
            source="opportunities", text=frequency, filters={}, actor=owner, at=NOON, frequency=frequency
        ).pk
        for frequency in often
    }

    due = {frequency: set(saved_searches.due(at=NOON + pause)) for frequency, pause in often.items()}

    assert due == {
        "instant": {kept["instant"]},
        "daily": {kept["instant"], kept["daily"]},
        "weekly": set(kept.values()),
    }
