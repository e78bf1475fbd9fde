"""Publishing, booking, the queue, attendance, the end: what is refused, who gets what, who is told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from virtualclusters.areas.trainings import feeds, jobs
from virtualclusters.areas.trainings.models import Attendance, Attendee, Session
from virtualclusters.areas.trainings.operations import booking, publishing, teaching
from virtualclusters.areas.trainings.tests.classes import NOW, make_booking, make_class, make_comer, make_trainer
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AFTER = NOW + timedelta(days=4)


@pytest.fixture(autouse=True)
def day_and_night(settings, tmp_path):
    settings.QUIET_HOURS = False
    settings.VIRTUALCLUSTERS_STATE = tmp_path


def _refusal(verb, **options):
    with pytest.raises(Refused) as refused:
        verb(**options)
    return refused.value.code


def _told(actor):
    """Keys of what she was told, but for the figures that every engagement asks."""
    told = Notification.objects.filter(person=actor.person).exclude(key__startswith="outcomes.")
    return sorted(told.values_list("key", flat=True))


@pytest.mark.parametrize(
    ("sessions", "code"),
    [
        ([(NOW - DAY, NOW - DAY + HOUR)], "in_the_past"),
        ([(NOW + DAY, NOW + DAY)], "ends_before_start"),
        ([(NOW + DAY, NOW + DAY + 2 * HOUR), (NOW + DAY + HOUR, NOW + DAY + 3 * HOUR)], "overlap"),
    ],
)
def test_a_class_at_impossible_times_is_refused(sessions, code):
    with pytest.raises(Refused) as refused:
        make_class(sessions=sessions)

    assert (refused.value.code, Opportunity.objects.count()) == (code, 0)


def test_the_database_itself_refuses_two_sessions_of_a_class_at_the_same_time():
    opportunity, _trainer = make_class()
    first = opportunity.training.sessions.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(
            training=opportunity.training, starts_at=first.starts_at + HOUR, ends_at=first.ends_at + HOUR
        )


def test_sessions_of_two_classes_may_be_at_the_same_time():
    trainer = make_trainer()

    make_class(trainer)
    make_class(trainer)

    assert Session.objects.count() == 4


def test_a_bank_does_not_publish_trainings():
    with pytest.raises(Refused) as refused:
        make_class(make_trainer(kind=OrganisationKind.FINANCIAL_INSTITUTION))

    assert refused.value.code == "wrong_publisher"


def test_a_class_closes_when_its_first_session_begins():
    opportunity, _trainer = make_class()

    assert opportunity.closes_at == opportunity.training.sessions.first().starts_at


def test_booking_for_two_takes_two_seats_and_knows_the_member_by_her_name():
    opportunity, _trainer = make_class()
    comer = make_comer("Asha Sample")

    engagement, owner = make_booking(opportunity, "asha  sample", "Ravi Sample", comer=comer)

    opportunity.refresh_from_db()
    named = list(engagement.attendees.values_list("name", "person"))
    assert (engagement.phase, opportunity.places_taken) == (Phase.AGREED, 2)
    assert named == [("asha sample", owner.person.pk), ("Ravi Sample", None)]


@pytest.mark.parametrize(
    ("names", "code"),
    [([""], "nobody"), ([f"Person {n}" for n in range(6)], "too_many_people"), (["Asha", "asha"], "name_twice")],
)
def test_a_booking_of_nobody_too_many_or_one_twice_is_refused(names, code):
    opportunity, _trainer = make_class()
    unit, owner = make_comer()

    assert (
        _refusal(booking.book, opportunity_id=opportunity.pk, unit_id=unit.pk, names=names, actor=owner, at=NOW) == code
    )


def test_booking_twice_gives_one_booking_with_the_first_names():
    opportunity, _trainer = make_class()
    comer = make_comer()

    first, _owner = make_booking(opportunity, "Asha", comer=comer)
    second, _owner = make_booking(opportunity, "Asha", "Ravi", comer=comer)

    opportunity.refresh_from_db()
    assert (first.pk, opportunity.places_taken, second.attendees.count()) == (second.pk, 1, 1)


def test_when_a_full_class_gets_a_seat_back_the_first_who_waits_has_it_and_is_told():
    opportunity, _trainer = make_class(places=2)
    seated, owner = make_booking(opportunity, "A", "B")
    (first, first_owner), (second, second_owner) = make_booking(opportunity, "C"), make_booking(opportunity, "D")
    places = [place_in_queue(first), place_in_queue(second)]

    booking.drop(attendee_id=seated.attendees.last().pk, actor=owner, at=NOW)
    run_jobs()

    first.refresh_from_db(), second.refresh_from_db(), opportunity.refresh_from_db()
    assert (places, first.phase, second.phase, place_in_queue(second)) == ([1, 2], Phase.AGREED, Phase.ASKED, 1)
    assert (opportunity.places_taken, _told(first_owner), _told(second_owner)) == (2, ["training.place_free"], [])


def test_a_newcomer_does_not_pass_those_who_wait():
    opportunity, _trainer = make_class(places=2)
    seated, owner = make_booking(opportunity, "A", "B")
    waiting, _other = make_booking(opportunity, "C", "D")
    booking.drop(attendee_id=seated.attendees.last().pk, actor=owner, at=NOW)

    newcomer, _owner = make_booking(opportunity, "E")
    run_jobs()

    waiting.refresh_from_db()
    assert (place_in_queue(waiting), place_in_queue(newcomer)) == (1, 2)


def test_who_waits_for_two_and_comes_alone_takes_the_one_free_seat():
    opportunity, _trainer = make_class(places=1)
    waiting, owner = make_booking(opportunity, "C", "D")
    assert place_in_queue(waiting) == 1

    booking.drop(attendee_id=waiting.attendees.last().pk, actor=owner, at=NOW)
    run_jobs()

    waiting.refresh_from_db()
    assert waiting.phase == Phase.AGREED


def test_an_invited_unit_books_and_has_a_place_at_once_or_waits_when_the_class_is_full():
    opportunity, trainer = make_class(places=1)
    comers = [make_comer(), make_comer()]
    for unit, _owner in comers:
        invite(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=trainer, at=NOW)

    booked = [make_booking(opportunity, "Asha", comer=comer)[0] for comer in comers]

    opportunity.refresh_from_db()
    assert [one.phase for one in booked] == [Phase.AGREED, Phase.ASKED]
    assert (place_in_queue(booked[1]), opportunity.places_taken) == (1, 1)


def test_a_place_taken_with_one_tap_is_for_the_person_who_tapped():
    opportunity, _trainer = make_class()
    unit, owner = make_comer("Asha Sample")

    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=owner, at=NOW)
    run_jobs()

    assert list(engagement.attendees.values_list("name", "person")) == [("Asha Sample", owner.person.pk)]


def test_seats_below_those_taken_are_refused_with_the_number():
    opportunity, trainer = make_class(places=20)
    make_booking(opportunity, "A", "B", "C")

    with pytest.raises(Refused) as refused:
        publishing.change(opportunity_id=opportunity.pk, places=2, actor=trainer, at=NOW)

    assert (refused.value.code, refused.value.sentence, refused.value.change) == (
        "seats_taken",
        "3 seats are taken.",
        "Enter 3 or more.",
    )


def test_more_seats_go_to_those_who_wait():
    opportunity, trainer = make_class(places=1)
    make_booking(opportunity, "A")
    waiting, _owner = make_booking(opportunity, "B")

    publishing.change(opportunity_id=opportunity.pk, places=2, actor=trainer, at=NOW)
    run_jobs()

    waiting.refresh_from_db()
    assert waiting.phase == Phase.AGREED


def test_a_new_first_session_moves_the_last_moment_to_book_and_is_told():
    opportunity, trainer = make_class()
    _booked, owner = make_booking(opportunity, "A")
    starts = NOW + DAY

    publishing.add_session(
        opportunity_id=opportunity.pk, starts_at=starts, ends_at=starts + HOUR, actor=trainer, at=NOW
    )

    opportunity.refresh_from_db()
    assert (opportunity.closes_at, _told(owner)) == (starts, ["training.changed"])


def test_the_only_session_cannot_be_left_out():
    opportunity, trainer = make_class(sessions=[(NOW + DAY, NOW + DAY + HOUR)])
    only = opportunity.training.sessions.get()

    assert _refusal(publishing.remove_session, session_id=only.pk, actor=trainer, at=NOW) == "last_session"


def test_a_trainer_takes_somebody_off_only_with_a_reason_and_she_is_told():
    opportunity, trainer = make_class()
    engagement, owner = make_booking(opportunity, "A")
    attendee = engagement.attendees.get()

    without = _refusal(booking.drop, attendee_id=attendee.pk, actor=trainer, at=NOW)
    booking.drop(attendee_id=attendee.pk, reason="fee_not_paid", actor=trainer, at=NOW)
    run_jobs()

    engagement.refresh_from_db(), opportunity.refresh_from_db()
    assert (without, engagement.phase, opportunity.places_taken) == ("reason_missing", Phase.WITHDRAWN, 0)
    assert _told(owner) == ["training.removed"]


def test_a_stranger_takes_nobody_off():
    opportunity, _trainer = make_class()
    engagement, _owner = make_booking(opportunity, "A")
    _unit, stranger = make_comer()

    with pytest.raises(NotFound):
        booking.drop(attendee_id=engagement.attendees.get().pk, actor=stranger, at=NOW)


def test_a_cancelled_class_tells_everybody_why_once():
    opportunity, trainer = make_class(places=1)
    seated, owner = make_booking(opportunity, "A")
    _waiting, waiter = make_booking(opportunity, "B")

    publishing.cancel(opportunity_id=opportunity.pk, reason="too_few", actor=trainer, at=NOW)
    run_jobs()

    seated.refresh_from_db()
    assert (seated.phase, _told(owner), _told(waiter)) == (
        Phase.WITHDRAWN,
        ["training.cancelled"],
        ["training.cancelled"],
    )
    assert (
        _refusal(publishing.cancel, opportunity_id=opportunity.pk, reason="too_few", actor=trainer, at=NOW) == "ended"
    )


def test_the_day_before_those_with_a_place_are_reminded_once_a_session():
    opportunity, _trainer = make_class(places=1)
    _seated, owner = make_booking(opportunity, "A")
    _waiting, waiter = make_booking(opportunity, "B")
    eve = opportunity.closes_at - DAY

    for _run in range(2):
        jobs.remind_of_tomorrow(at=eve)

    assert (_told(owner), _told(waiter)) == (["training.tomorrow"], [])


def test_when_the_class_begins_places_start_and_those_who_wait_are_told():
    opportunity, _trainer = make_class(places=1)
    seated, _owner = make_booking(opportunity, "A")
    waiting, waiter = make_booking(opportunity, "B")

    for _run in range(2):
        jobs.begin_due(at=opportunity.closes_at)

    seated.refresh_from_db(), waiting.refresh_from_db(), opportunity.refresh_from_db()
    assert (seated.phase, waiting.phase, waiting.end_reason) == (Phase.UNDER_WAY, Phase.DECLINED, "class_began")
    assert (opportunity.places_taken, _told(waiter)) == (1, ["training.no_place"])


def test_ticking_twice_marks_once_and_undo_takes_it_back():
    opportunity, trainer = make_class()
    engagement, _owner = make_booking(opportunity, "A", "B")
    session, attendee = opportunity.training.sessions.first(), engagement.attendees.first()
    options = {"session_id": session.pk, "attendee_ids": [attendee.pk], "actor": trainer, "at": session.starts_at}

    counts = []
    for present in (True, True, False):
        teaching.mark(present=present, **options)
        counts.append(Attendance.objects.count())

    assert counts == [1, 1, 0]


def test_nobody_is_ticked_before_the_session_begins():
    opportunity, trainer = make_class()
    session = opportunity.training.sessions.first()

    assert _refusal(teaching.mark, session_id=session.pk, present=True, actor=trainer, at=NOW) == "not_begun"


def test_somebody_of_another_class_cannot_be_ticked():
    (opportunity, trainer), (other, _other_trainer) = make_class(), make_class()
    engagement, _owner = make_booking(other, "A")
    session = opportunity.training.sessions.first()

    with pytest.raises(NotFound):
        teaching.mark(
            session_id=session.pk, attendee_ids=[engagement.attendees.get().pk], present=True, actor=trainer, at=AFTER
        )


def test_a_class_cannot_be_finished_before_its_last_session_is_over():
    opportunity, trainer = make_class()
    last = opportunity.training.sessions.last()

    assert _refusal(teaching.finish, opportunity_id=opportunity.pk, actor=trainer, at=last.ends_at - HOUR) == "not_over"


def test_finishing_gives_certificates_only_to_those_who_were_there_often_enough():
    opportunity, trainer = make_class(attendance_needed=75)
    always, _owner = make_booking(opportunity, "Always There", "Half There")
    never, _owner = make_booking(opportunity, "Never There")
    people = {one.name: one.pk for one in Attendee.objects.all()}
    first, last = opportunity.training.sessions.all()
    for session, names in ((first, ["Always There", "Half There"]), (last, ["Always There"])):
        ids = [people[name] for name in names]
        teaching.mark(session_id=session.pk, attendee_ids=ids, present=True, actor=trainer, at=session.ends_at)

    teaching.finish(opportunity_id=opportunity.pk, actor=trainer, at=AFTER)

    always.refresh_from_db(), never.refresh_from_db()
    printed = Certificate.objects.get()
    assert (always.phase, never.phase, never.end_reason) == (Phase.CLOSED, Phase.LAPSED, "not_attended")
    assert (printed.holder_name, printed.title, printed.issuer) == (
        "Always There",
        "Safe honey processing",
        trainer.organisation.name,
    )
    assert printed.facts[1] == ["Hours", "6"]


def test_a_class_is_finished_once():
    opportunity, trainer = make_class()
    teaching.finish(opportunity_id=opportunity.pk, actor=trainer, at=AFTER)

    assert _refusal(teaching.finish, opportunity_id=opportunity.pk, actor=trainer, at=AFTER) == "finished"


def test_only_a_note_from_the_list_is_sent_and_once_a_day():
    opportunity, trainer = make_class()
    _booked, owner = make_booking(opportunity, "A")

    for _click in range(2):
        teaching.tell_class(opportunity_id=opportunity.pk, note="come_early", actor=trainer, at=NOW)

    own_words = _refusal(teaching.tell_class, opportunity_id=opportunity.pk, note="Buy my book", actor=trainer, at=NOW)
    assert (_told(owner), own_words) == (["training.note"], "no_such_note")


def test_ones_calendar_holds_the_sessions_one_attends_and_gives_with_their_link_and_no_others():
    opportunity, trainer = make_class(mode="online", venue="", link="https://meet.example.org/honey")
    _booked, owner = make_booking(opportunity, "A")
    waiting = make_comer()[1]

    def links(actor, at=NOW):
        return [str(event.get("url")) for event in feeds.sessions_of(person=actor.person, at=at)]

    assert [links(actor) for actor in (owner, trainer, waiting)] == [[opportunity.training.link] * 2] * 2 + [[]]
    assert links(owner, NOW + timedelta(days=200)) == []


def test_whoever_gave_the_place_back_finds_the_sessions_in_her_calendar_no_more():
    opportunity, _trainer = make_class()
    booked, owner = make_booking(opportunity, "A")

    booking.leave(engagement_id=booked.pk, actor=owner, at=NOW)

    assert list(feeds.sessions_of(person=owner.person, at=NOW)) == []


@pytest.mark.parametrize("classes", [1, 12])
def test_ones_calendar_takes_as_many_queries_with_twelve_classes_as_with_one(classes, django_assert_num_queries):
    comer = make_comer()
    for _each in range(classes):
        make_booking(make_class()[0], "A", comer=comer)

    with django_assert_num_queries(2):
        list(feeds.sessions_of(person=comer[1].person, at=NOW))


def test_who_waits_gets_no_calendar_file():
    opportunity, _trainer = make_class(places=1)
    make_booking(opportunity, "A")
    waiting, _owner = make_booking(opportunity, "B")

    with pytest.raises(NotFound):
        feeds.calendar_of_booking(waiting, at=NOW)
