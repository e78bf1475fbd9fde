"""A college typed a wrong number: whoever has it says so, and it is kept nowhere any more."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import NOON, make_owner, make_person, make_unit
from virtualclusters.accounts.models import Person
from virtualclusters.areas.student_projects.college.operations import consenting, wrong_numbers
from virtualclusters.areas.student_projects.college.registering import COLUMNS, write_student
from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import FacultyMember, WrongNumber
from virtualclusters.areas.student_projects.tests.college.rows import (
    CHILD,
    make_student,
    make_teacher,
    make_unasked,
    told_of,
)
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db
STRANGER = "+919876500077"
GUARDIAN = {"guardian_name": "Parent Sample", "guardian_phone": STRANGER}


@pytest.fixture
def asked(course, coordinator):
    """A student who was asked at a stranger's number."""
    student = make_unasked(course, phone=STRANGER)
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON)
    student.refresh_from_db()
    return student


@pytest.fixture
def ward(course):
    """A minor who said yes and whose guardian is asked at a stranger's number."""
    student = make_unasked(course, born_on=CHILD, person=make_person(), asked_at=NOON, **GUARDIAN)
    consenting.say_yes(key=student.consent_key, language="en", actor=actor_for(student.person), at=NOON)
    student.refresh_from_db()
    return student


def said_by_hand(person, url, key):
    """What the browser of the number's owner gets after pressing the button."""
    browser = Client()
    browser.force_login(person)
    return browser, browser.post(reverse(url, args=[key]), {"verb": "wrong_number"}).content.decode()


def test_a_number_that_is_not_the_students_goes_from_the_list_and_with_its_account(asked):
    key, person = asked.consent_key, asked.person

    browser, page = said_by_hand(person, "student_consent_answer", key)

    asked.refresh_from_db()
    person.refresh_from_db()
    assert (asked.phone, asked.person, standing(asked, on=NOON.date())) == ("", None, Standing.NO_CONTACT)
    assert (person.phone, person.is_active, Notification.objects.filter(person=person).exists()) == (None, False, False)
    assert ["We have deleted it here too" in page, "_auth_user_id" in browser.session] == [True, False]
    assert Client().get(reverse("student_consent", args=[key])).status_code == 404


def test_a_number_that_is_not_the_guardians_goes_and_the_college_is_told_that_there_is_none(ward, coordinator):
    guardian = ward.guardian

    said_by_hand(guardian, "guardian_consent_answer", ward.guardian_key)

    ward.refresh_from_db()
    assert (ward.guardian_phone, ward.guardian, ward.guardian_name) == ("", None, "Parent Sample")
    assert not Person.objects.filter(phone=STRANGER).exists()
    with pytest.raises(Refused) as refused:
        consenting.ask_guardian_again(student_id=ward.pk, actor=coordinator, at=NOON)
    assert refused.value.code == "no_guardian_number"


def test_the_page_of_a_student_whose_guardian_has_no_number_says_so_and_offers_no_asking(ward, coordinator):
    wrong_numbers.is_not_the_guardian(key=ward.guardian_key, actor=actor_for(ward.guardian), at=NOON)
    desk = Client()
    desk.force_login(coordinator.person)

    page = desk.get(reverse("college_student", args=[ward.pk])).content.decode()

    assert ["There is no number of a guardian" in page, "Ask the guardian again" in page] == [True, False]


def test_a_minor_whose_guardian_has_no_number_is_told_so_when_she_says_yes_again(ward):
    wrong_numbers.is_not_the_guardian(key=ward.guardian_key, actor=actor_for(ward.guardian), at=NOON)
    student = {"key": ward.consent_key, "language": "en", "actor": actor_for(ward.person), "at": NOON}
    consenting.say_no(**student)

    with pytest.raises(Refused) as refused:
        consenting.say_yes(**student)

    assert refused.value.code == "no_guardian_number"


def test_a_number_that_is_not_the_teachers_ends_her_row(department):
    teacher = make_teacher(department, joined_at=None)

    forgotten = wrong_numbers.is_not_the_teacher(member_id=teacher.pk, actor=actor_for(teacher.person), at=NOON)

    ended = FacultyMember.objects.get()
    assert (forgotten, ended.person, ended.left_at, ended.name) == (True, None, NOON, "Teacher Sample")


def test_whoever_uses_the_portal_for_something_else_keeps_her_account(course, coordinator):
    owner = make_owner(make_unit(at=NOON))
    student = make_unasked(course, phone=owner.person.phone)
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON)

    _browser, page = said_by_hand(owner.person, "student_consent_answer", student.consent_key)

    owner.person.refresh_from_db()
    assert (owner.person.is_active, "so your account stays as it is" in page) == (True, True)


def test_nobody_else_says_it_and_not_after_a_yes(asked, course):
    consented = make_student(course)

    with pytest.raises(NotFound):
        wrong_numbers.is_not_the_student(key=asked.consent_key, actor=actor_for(make_person()), at=NOON)
    with pytest.raises(Refused) as refused:
        wrong_numbers.is_not_the_student(key=consented.consent_key, actor=actor_for(consented.person), at=NOON)
    assert refused.value.code == "said_yes"


def test_the_college_sees_in_the_history_that_a_number_was_wrong_and_nothing_of_whose_it_was(asked):
    wrong_numbers.is_not_the_student(key=asked.consent_key, actor=actor_for(asked.person), at=NOON)

    event = Event.objects.get(code="student.wrong_number")
    assert (event.subject_id, event.actor_person_id, event.dimensions) == (asked.pk, None, {})


def test_the_next_upload_does_not_bring_the_wrong_number_back(asked):
    told = {name: getattr(asked, name) for name in COLUMNS}
    wrong_numbers.is_not_the_student(key=asked.consent_key, actor=actor_for(asked.person), at=NOON)
    asked.refresh_from_db()

    with pytest.raises(Refused) as refused:
        write_student(course=asked.course, told=told, at=NOON, known=asked)
    right = write_student(course=asked.course, told=told | {"phone": "+919876500078"}, at=NOON, known=asked)

    assert (refused.value.code, right.student.phone) == ("number_said_wrong", "+919876500078")
    assert STRANGER not in str(list(WrongNumber.objects.values()))


def test_a_number_that_is_wrong_for_one_student_may_be_anothers(asked, course):
    wrong_numbers.is_not_the_student(key=asked.consent_key, actor=actor_for(asked.person), at=NOON)

    other = write_student(course=course, told=told_of(phone=STRANGER), at=NOON).student

    assert other.phone == STRANGER


def test_a_second_click_finds_nothing(asked):
    actor, key = actor_for(asked.person), asked.consent_key
    wrong_numbers.is_not_the_student(key=key, actor=actor, at=NOON)

    with pytest.raises(NotFound):
        wrong_numbers.is_not_the_student(key=key, actor=actor, at=NOON)


def test_a_guardian_of_a_student_who_is_of_age_by_now_is_told_that_he_has_nothing_to_answer(ward):
    ward.born_on = date(2000, 1, 1)
    ward.save(update_fields=["born_on"])
    browser = Client()
    browser.force_login(ward.guardian)

    page = browser.get(reverse("guardian_consent", args=[ward.guardian_key])).content.decode()

    assert ["decides alone" in page, "Yes, my child may take part" in page] == [True, False]
