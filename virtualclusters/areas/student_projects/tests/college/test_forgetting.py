"""What a list told of students who left or said no is emptied; who is listed again is asked afresh."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_person
from virtualclusters.areas.student_projects import jobs
from virtualclusters.areas.student_projects.college.operations import consenting, forgetting, people
from virtualclusters.areas.student_projects.college.registering import COLUMNS, restore_student, write_student
from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.tests.college.rows import CHILD, make_student, make_unasked, told_of
from virtualclusters.areas.student_projects.tests.college.test_consent import answer
from virtualclusters.areas.student_projects.tests.college.test_imports import HEADINGS, bring_in, lines
from virtualclusters.capabilities.events.models import Event
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.django_db
GUARDIAN = {"guardian_name": "Parent Sample", "guardian_phone": "+919876500099"}
LATER = NOON + timedelta(days=90)


def details_of(student):
    student.refresh_from_db()
    kept = (student.phone, student.email, student.born_on, student.skills)
    return (*kept, student.guardian_name, student.guardian_phone, student.guardian)


EMPTY = ("", "", None, [], "", "", None)


@pytest.mark.parametrize("gone", [{"left_at": NOON}, {"consented_at": None, "refused_at": NOON}])
def test_details_of_who_left_or_said_no_are_emptied_after_ninety_days_and_name_and_roll_number_stay(course, gone):
    told = {"email": "s@example.com", "skills": ["baking"], "born_on": CHILD, "guardian": make_person(), **GUARDIAN}
    student = make_student(course, **told, **gone)

    early = forgetting.forget_details(at=LATER - timedelta(seconds=1))
    jobs.forget_old_details(at=LATER)

    assert (early, details_of(student)) == (0, EMPTY)
    assert (student.name, student.roll_number) != ("", "")
    event = Event.objects.get(code="student.details_forgotten")
    assert (event.subject_id, [word for word in (student.name, "+91") if word in str(event.dimensions)]) == (
        student.pk,
        [],
    )


def test_details_of_who_stays_are_kept_and_nobody_is_emptied_twice(course):
    stays, silent = make_student(course), make_unasked(course)
    make_student(course, left_at=NOON)

    counts = [forgetting.forget_details(at=LATER) for _twice in range(2)]

    assert (counts, details_of(stays)[0], details_of(silent)[0]) == ([1, 0], stays.phone, silent.phone)


def test_the_setting_says_after_how_many_days(course, settings):
    settings.STUDENT_PROJECT_FORGET_DAYS = 7
    make_student(course, left_at=NOON)

    assert forgetting.forget_details(at=NOON + timedelta(days=7)) == 1


def test_a_student_who_left_and_is_on_a_new_list_is_asked_afresh_and_counts_once_she_says_yes(
    course, coordinator, tmp_path, settings
):
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"
    bring_in(course, coordinator, HEADINGS + lines(1))
    student = Student.objects.get()
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON)
    student.refresh_from_db()
    answer(consenting.say_yes, student.consent_key, student.person)
    people.end_student(student_id=student.pk, actor=coordinator, at=NOON)
    jobs.forget_old_details(at=LATER)

    job = bring_in(course, coordinator, HEADINGS + lines(1), at=LATER)
    back = Student.objects.get()
    stands = [standing(back, on=LATER.date())]
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=LATER)
    back.refresh_from_db()
    answer(consenting.say_yes, back.consent_key, back.person, at=LATER)
    back.refresh_from_db()
    stands.append(standing(back, on=LATER.date()))

    assert (job.changed, back.pk, back.left_at, back.phone) == (1, student.pk, None, "+919876500001")
    assert stands == [Standing.NOT_ASKED, Standing.CONSENTED]


def test_an_earlier_yes_and_that_of_the_guardian_do_not_come_back_with_a_new_list(course, coordinator):
    said = {"guardian_consented_at": NOON, "guardian_checked_at": NOON, "guardian_checked_by": coordinator.person}
    student = make_student(course, born_on=CHILD, left_at=NOON, guardian=make_person(), **GUARDIAN, **said)
    told = {name: getattr(student, name) for name in COLUMNS}

    write_student(course=course, told=told, at=NOON, known=student)

    student.refresh_from_db()
    assert (student.consented_at, student.guardian_consented_at, student.guardian_checked_at) == (None, None, None)


def test_who_left_and_is_added_by_hand_is_the_same_student(course, coordinator):
    student = make_student(course, left_at=NOON)
    told = told_of(roll_number=student.roll_number, name=student.name, born_on=student.born_on)

    added = people.add_student(course_id=course.pk, actor=coordinator, at=NOON, **told)

    assert (added.pk, added.left_at, added.consented_at) == (student.pk, None, None)


def test_the_row_of_who_left_is_not_changed_by_hand(course, coordinator):
    student = make_student(course, left_at=NOON)

    with pytest.raises(Refused) as refused:
        people.change_student(student_id=student.pk, course_id=course.pk, actor=coordinator, at=NOON, **told_of())

    assert refused.value.code == "left_already"


def test_undo_of_the_list_that_took_her_back_lets_her_have_left_again(course):
    student = make_student(course, left_at=NOON)
    told = {name: getattr(student, name) for name in COLUMNS} | {"name": "Sunita Sample"}
    written = write_student(course=course, told=told, at=LATER, known=student)

    done = restore_student(written.before | {"id": student.pk})

    student.refresh_from_db()
    assert (done, student.left_at, student.name) == (True, NOON, written.before["name"])


def test_a_no_stands_though_a_new_list_tells_of_her_until_her_details_were_forgotten(course):
    student = make_student(course, consented_at=None, refused_at=NOON)
    told = {name: getattr(student, name) for name in COLUMNS} | {"skills": ["baking"]}
    write_student(course=course, told=told, at=NOON, known=student)
    before = student.refused_at
    forgetting.forget_details(at=LATER)
    student.refresh_from_db()

    write_student(course=course, told=told, at=LATER, known=student)

    assert (before, student.refused_at, student.asked_at) == (NOON, None, None)


def test_a_yes_after_the_details_were_forgotten_is_refused_with_what_to_do(course):
    student = make_student(course, consented_at=None, refused_at=NOON)
    forgetting.forget_details(at=LATER)

    with pytest.raises(Refused) as refused:
        answer(consenting.say_yes, student.consent_key, student.person, at=LATER)

    assert refused.value.code == "details_forgotten"
