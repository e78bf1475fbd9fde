"""A student says yes or no with her own number; below 18 her guardian does, and the college looks at his paper."""

from datetime import date, timedelta

import pytest

from tests.factories import NOON, make_person
from virtualclusters.accounts.models import Consent, Person
from virtualclusters.accounts.operations import withdraw_consent
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.college.rules import (
    Standing,
    has_consented,
    is_minor,
    latest_birth_of_adults,
    standing,
)
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.tests.college.rows import CHILD, DAY, make_student, make_unasked
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification, OutboxMessage
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
GUARDIAN = {"guardian_name": "Parent Sample", "guardian_phone": "+919876500099"}


def answer(verb, key, person, *, at=NOON):
    return verb(key=key, language="hi", actor=actor_for(person), at=at)


def asked(course, coordinator, **columns):
    """A student who was asked."""
    student = make_unasked(course, **columns)
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON)
    student.refresh_from_db()
    return student


def minor_who_said_yes(course, coordinator):
    student = asked(course, coordinator, born_on=CHILD, **GUARDIAN)
    answer(consenting.say_yes, student.consent_key, student.person)
    student.refresh_from_db()
    return student


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        (date(2026, 11, 20), date(2008, 11, 20)),
        (date(2028, 2, 29), date(2010, 2, 28)),
        (date(2026, 2, 28), date(2008, 2, 28)),
    ],
)
def test_who_was_born_eighteen_years_before_a_day_is_of_age(today, latest):
    assert latest_birth_of_adults(today) == latest
    assert (is_minor(Student(born_on=latest), on=today), is_minor(Student(born_on=latest + DAY), on=today)) == (
        False,
        True,
    )


def test_whose_birth_date_is_not_known_counts_as_below_eighteen():
    assert is_minor(Student(born_on=None), on=TODAY)


def test_asking_sends_each_student_her_own_link_once_a_day(course, coordinator, settings):
    settings.QUIET_HOURS = False
    students = [make_unasked(course) for _each in range(3)]
    make_unasked(course, phone="", email="")

    counts = [consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON) for _twice in range(2)]
    run_jobs()

    assert (counts, Notification.objects.count(), OutboxMessage.objects.count()) == ([3, 3], 3, 3)
    assert {row.about for row in Notification.objects.all()} == {
        f"/student-consent/{one.consent_key}/" for one in students
    }


def test_a_student_without_phone_and_email_cannot_be_asked(course, coordinator):
    student = asked(course, coordinator, phone="", email="")

    assert (student.asked_at, standing(student, on=TODAY)) == (None, Standing.NO_CONTACT)


def test_a_student_of_age_who_says_yes_has_consented_and_the_notice_is_kept(course, coordinator):
    student = asked(course, coordinator)

    answer(consenting.say_yes, student.consent_key, student.person)

    student.refresh_from_db()
    kept = Consent.objects.get(person=student.person)
    assert standing(student, on=TODAY) is Standing.CONSENTED
    assert (kept.purpose, kept.given, kept.notice, kept.language, kept.channel) == (
        "student_projects",
        True,
        "student projects 2026-11",
        "hi",
        "code",
    )


def test_nobody_else_answers_for_a_student(course, coordinator):
    student = asked(course, coordinator)

    for verb in (consenting.say_yes, consenting.say_no):
        with pytest.raises(NotFound):
            answer(verb, student.consent_key, make_person())


def test_a_yes_below_eighteen_waits_for_the_guardian_who_is_asked_at_his_own_number(course, coordinator):
    student = minor_who_said_yes(course, coordinator)

    assert standing(student, on=TODAY) is Standing.WAITS_FOR_GUARDIAN
    told = Notification.objects.get(key="student_projects.guardian_asked")
    assert (told.person.phone, told.about) == ("+919876500099", f"/guardian-consent/{student.guardian_key}/")


def test_the_message_to_a_guardian_does_not_name_the_child(course, coordinator, settings):
    settings.QUIET_HOURS = False
    student = minor_who_said_yes(course, coordinator)
    run_jobs()

    told = Notification.objects.get(key="student_projects.guardian_asked")
    sent = OutboxMessage.objects.get(address="+919876500099").text

    assert (told.variables, student.name in sent, "A student of" in sent) == (
        {"college": "Sample Polytechnic"},
        False,
        True,
    )


def test_a_guardians_yes_waits_for_the_college_that_sees_his_paper(course, coordinator):
    student = minor_who_said_yes(course, coordinator)
    with pytest.raises(Refused) as early:
        consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)

    answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)
    student.refresh_from_db()
    waits = standing(student, on=TODAY)
    consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)
    student.refresh_from_db()

    assert (early.value.code, waits, standing(student, on=TODAY)) == (
        "guardian_first",
        Standing.WAITS_FOR_CHECK,
        Standing.CONSENTED,
    )


def test_the_student_cannot_answer_as_her_own_guardian(course, coordinator):
    student = minor_who_said_yes(course, coordinator)

    with pytest.raises(NotFound):
        answer(consenting.guardian_says_yes, student.guardian_key, student.person)


def test_a_guardian_reached_by_the_students_own_account_is_refused(course, coordinator):
    person = make_person(email="minor@example.com")
    student = asked(
        course,
        coordinator,
        phone="",
        email="minor@example.com",
        born_on=CHILD,
        guardian_name="P",
        guardian_phone=person.phone,
    )

    with pytest.raises(Refused) as refused:
        answer(consenting.say_yes, student.consent_key, student.person)

    assert refused.value.code == "guardian_same_number"


def test_a_coordinator_cannot_check_the_paper_of_her_own_child(course, coordinator):
    student = minor_who_said_yes(course, coordinator)
    Student.objects.filter(pk=student.pk).update(guardian=coordinator.person, guardian_consented_at=NOON)

    with pytest.raises(Refused) as refused:
        consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)

    assert refused.value.code == "own_child"


def test_either_may_take_the_yes_back(course, coordinator):
    student = minor_who_said_yes(course, coordinator)
    answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)
    consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)

    answer(consenting.guardian_says_no, student.guardian_key, student.guardian, at=NOON + DAY)
    student.refresh_from_db()
    after_guardian = standing(student, on=TODAY)
    answer(consenting.say_no, student.consent_key, student.person, at=NOON + DAY)
    student.refresh_from_db()

    assert (after_guardian, standing(student, on=TODAY)) == (Standing.GUARDIAN_REFUSED, Standing.REFUSED)
    assert list(Consent.objects.order_by("pk").values_list("purpose", "given")) == [
        ("student_projects", True),
        ("guardian_of_student", True),
        ("guardian_of_student", False),
        ("student_projects", False),
    ]


def test_a_consent_taken_back_on_ones_own_data_page_ends_in_the_college(course, coordinator):
    student = asked(course, coordinator)
    answer(consenting.say_yes, student.consent_key, student.person)

    withdraw_consent(person=student.person, purpose="student_projects", language="en", channel="web", at=NOON + DAY)

    student.refresh_from_db()
    assert standing(student, on=TODAY) is Standing.REFUSED


def test_a_guardian_of_two_who_takes_one_yes_back_keeps_the_other(course, coordinator):
    first, second = (
        asked(course, coordinator, born_on=CHILD, **GUARDIAN),
        asked(course, coordinator, born_on=CHILD, **GUARDIAN),
    )
    for student in (first, second):
        answer(consenting.say_yes, student.consent_key, student.person)
        student.refresh_from_db()
        answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)

    answer(consenting.guardian_says_no, first.guardian_key, first.guardian)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.guardian_consented_at, second.guardian_consented_at) == (None, NOON)


def test_a_student_of_another_college_is_not_asked(course):
    stranger = actor_for(make_person())

    with pytest.raises(NotFound):
        consenting.ask_for_consent(course_id=course.pk, actor=stranger, at=NOON)


def test_the_condition_of_queries_and_the_standing_of_a_row_agree(course, coordinator):
    whole = {"guardian_consented_at": NOON, "guardian_checked_at": NOON, "guardian_checked_by": coordinator.person}
    rows = [
        make_student(course),
        make_student(course, left_at=NOON),
        make_student(course, born_on=CHILD),
        make_student(course, born_on=CHILD, guardian_consented_at=NOON),
        make_student(
            course,
            born_on=CHILD,
            guardian_consented_at=NOON,
            guardian_checked_at=NOON,
            guardian_checked_by=coordinator.person,
        ),
        make_student(course, consented_at=None, refused_at=NOON),
        make_student(course, born_on=None),
        make_unasked(course),
        make_student(course, born_on=date(2008, 11, 20), consented_at=NOON - DAY),
        make_student(course, born_on=date(2008, 11, 20), consented_at=NOON),
        make_student(course, born_on=date(2008, 11, 20), consented_at=NOON - DAY, **whole),
    ]

    wanted = {one.pk for one in rows if one.left_at is None and standing(one, on=TODAY) is Standing.CONSENTED}

    assert set(Student.objects.filter(has_consented(on=TODAY)).values_list("pk", flat=True)) == wanted
    assert len(wanted) == 4


def test_asking_again_makes_no_second_person(course, coordinator):
    asked(course, coordinator)
    before = Person.objects.count()

    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON + timedelta(days=2))

    assert Person.objects.count() == before


def test_of_a_large_class_those_who_were_never_asked_come_first(course, coordinator, monkeypatch):
    monkeypatch.setattr(consenting, "MOST_ASKED", 2)
    students = [make_unasked(course) for _each in range(3)]

    counts = [
        consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON + timedelta(hours=hour))
        for hour in range(2)
    ]

    assert (counts, Student.objects.filter(asked_at=None).count(), len(students)) == ([2, 2], 0, 3)


def test_an_account_bears_no_name_before_its_own_yes(course, coordinator):
    student = asked(course, coordinator, born_on=CHILD, **GUARDIAN)
    named = [student.person.name]

    answer(consenting.say_yes, student.consent_key, student.person)
    student = Student.objects.get()
    named += [student.person.name, student.guardian.name]
    answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)

    assert [*named, Student.objects.get().guardian.name] == ["", student.name, "", student.guardian_name]
