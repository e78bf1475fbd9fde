"""A yes said below 18 counts from 18 on only when the guardian's stands; else she is asked again and shows to nobody before."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import NOON
from virtualclusters.areas.student_projects import jobs
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.college.rules import Standing, has_consented, is_minor, standing
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.tests.college.rows import CHILD, DAY, make_student
from virtualclusters.areas.student_projects.tests.college.test_consent import answer, minor_who_said_yes
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.time import IST

pytestmark = pytest.mark.django_db
BIRTHDAY = CHILD.replace(year=CHILD.year + 18)
MORNING = datetime(BIRTHDAY.year, BIRTHDAY.month, BIRTHDAY.day, 9, 30, tzinfo=IST)


def test_at_eighteen_a_yes_whose_guardian_never_answered_counts_no_more(course, coordinator):
    student = minor_who_said_yes(course, coordinator)

    assert [standing(student, on=day) for day in (BIRTHDAY - DAY, BIRTHDAY)] == [
        Standing.WAITS_FOR_GUARDIAN,
        Standing.ASKED,
    ]


def test_at_eighteen_a_yes_whose_guardian_took_his_back_counts_no_more(course, coordinator):
    student = minor_who_said_yes(course, coordinator)
    answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)
    consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)
    answer(consenting.guardian_says_no, student.guardian_key, student.guardian)

    student.refresh_from_db()
    assert standing(student, on=BIRTHDAY) is Standing.ASKED


def test_at_eighteen_a_yes_with_that_of_the_guardian_goes_on_counting(course, coordinator):
    student = minor_who_said_yes(course, coordinator)
    answer(consenting.guardian_says_yes, student.guardian_key, student.guardian)
    consenting.check_guardian(student_id=student.pk, actor=coordinator, at=NOON)
    jobs.ask_at_eighteen(at=MORNING)

    student.refresh_from_db()
    assert standing(student, on=BIRTHDAY) is Standing.CONSENTED


def test_on_the_birthday_she_is_asked_once_and_her_new_yes_counts(course, coordinator):
    student = minor_who_said_yes(course, coordinator)

    for hours in (-24, 0, 24):
        jobs.ask_at_eighteen(at=MORNING + timedelta(hours=hours))
    asked = Notification.objects.get(key="student_projects.student_of_age")
    student.refresh_from_db()
    waits = (student.consented_at, standing(student, on=BIRTHDAY))
    answer(consenting.say_yes, student.consent_key, student.person, at=MORNING)

    student.refresh_from_db()
    assert (asked.person, asked.about) == (student.person, f"/student-consent/{student.consent_key}/")
    assert (waits, standing(student, on=BIRTHDAY)) == ((None, Standing.ASKED), Standing.CONSENTED)


def test_a_yes_said_again_before_the_question_came_counts_at_once(course, coordinator):
    student = minor_who_said_yes(course, coordinator)

    answer(consenting.say_yes, student.consent_key, student.person, at=MORNING)

    student.refresh_from_db()
    assert (student.consented_at, standing(student, on=BIRTHDAY)) == (MORNING, Standing.CONSENTED)


@pytest.mark.parametrize("born_on", [date(2006, 3, 1), date(2008, 2, 28), date(2008, 2, 29), date(2008, 3, 1)])
@pytest.mark.parametrize("said_on", [date(2024, 2, 29), date(2024, 3, 1), date(2026, 2, 28), date(2026, 3, 1)])
def test_around_the_end_of_february_the_database_counts_eighteen_years_as_the_rule_does(course, born_on, said_on):
    said = datetime(said_on.year, said_on.month, said_on.day, 0, 30, tzinfo=IST)
    student = make_student(course, born_on=born_on, consented_at=said)

    counts = Student.objects.filter(has_consented(on=date(2027, 1, 1))).exists()

    assert counts == (not is_minor(student, on=said_on))
