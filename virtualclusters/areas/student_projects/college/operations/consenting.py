"""Asking students and guardians, their yes and no, and taking it back. Each answers with a code of his own number."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as accounts
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.student_projects.college import finding
from virtualclusters.areas.student_projects.college.notices import (
    GUARDIAN_ASKED,
    GUARDIAN_NOTICE,
    STUDENT_ASKED,
    STUDENT_NOTICE,
    STUDENT_OF_AGE,
)
from virtualclusters.areas.student_projects.college.rules import (
    has_consented,
    is_minor,
    latest_birth_of_adults,
    yes_is_outgrown,
)
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

MOST_ASKED = 200
PROJECTS, GUARDIAN = Consent.Purpose.STUDENT_PROJECTS, Consent.Purpose.GUARDIAN_OF_STUDENT


@transaction.atomic
def ask_for_consent(*, course_id, actor, at) -> int:
    """Send the students of a course who have not answered their links; at most one message a day. Returns how many are asked.

    Who was never asked comes first, 200 at a time, so that no transaction lives long.

    Who has neither phone nor e-mail cannot be asked: her row says so.

    Raises:
        NotFound: the course is not hers.
    """
    course = finding.course(actor, course_id)
    open_ones = course.students.filter(consented_at=None, refused_at=None, left_at=None, erased_at=None)
    reached = open_ones.exclude(phone="", email="").select_related("organisation")
    never_first = reached.order_by(F("asked_at").asc(nulls_first=True), "pk")
    asked = list(never_first.select_for_update(of=("self",))[:MOST_ASKED])
    for student in asked:
        _ask(student, at)
    record("students.asked", actor=actor, at=at, subject="course", subject_id=course.pk, count=len(asked))
    return len(asked)


def _ask(student, at, *, key=STUDENT_ASKED):
    """Send one link. The account behind it bears no name before its own yes: the number may be typed wrong."""
    by = {"phone": student.phone} if student.phone else {"email": student.email}
    person = accounts.person_with(**by, language=student.language)
    Student.objects.filter(pk=student.pk).update(person=person, asked_at=at)
    notify(
        people_ids=[person.pk],
        key=key,
        variables={"college": student.organisation.name},
        at=at,
        about=f"/student-consent/{student.consent_key}/",
        dedupe_key=f"student:{student.pk}:{day_in_india(at)}",
    )


@transaction.atomic
def ask_again_at_eighteen(*, at) -> int:
    """Ask up to 200 students anew who said yes below 18, are 18 now, and whose guardian never said yes or took it back.

    Their earlier yes ends with the question: they show to nobody before they have said it again. Returns how many.
    """
    today = day_in_india(at)
    said = {"consented_at__isnull": False, "left_at": None, "erased_at": None}
    grown = Student.objects.filter(**said, born_on__lte=latest_birth_of_adults(today))
    outgrown = grown.exclude(has_consented(on=today)).select_related("organisation").order_by("pk")
    students = list(outgrown.select_for_update(of=("self",))[:MOST_ASKED])
    for student in students:
        Student.objects.filter(pk=student.pk).update(consented_at=None)
        record("student.asked_at_eighteen", at=at, subject="student", subject_id=student.pk)
        if student.phone or student.email:
            _ask(student, at, key=STUDENT_OF_AGE)
    return len(students)


def asked_student(key):
    """The student whose link that is. Raises NotFound."""
    return _behind(Student.objects.filter(consent_key=key))


def asked_guardian_of(key):
    """The student for whom a guardian's link is. Raises NotFound."""
    return _behind(Student.objects.filter(guardian_key=key))


def _behind(rows):
    found = rows.filter(left_at=None, erased_at=None).select_related("organisation", "course__department").first()
    if found is None:
        raise NotFound
    return found


def locked_for(column, student, actor):
    """The student's row, locked, when the actor is whom the link was sent to. Raises NotFound."""
    if actor.person_id is None or getattr(student, column) != actor.person_id:
        raise NotFound
    locked = Student.objects.select_for_update(of=("self",)).select_related("organisation")
    return locked.get(pk=student.pk)


@transaction.atomic
def say_yes(*, key, language, actor, at):
    """The student says yes with her own sign-in. Below 18 her guardian is asked at once.

    Raises:
        NotFound: it is not her link.
        Refused: her details were forgotten after an earlier no.
    """
    student, today = locked_for("person_id", asked_student(key), actor), day_in_india(at)
    if student.consented_at and not yes_is_outgrown(student, on=today):
        return student
    if student.born_on is None:
        raise Refused(
            "details_forgotten",
            _("Your college's details of you were deleted some time after your no."),
            _("Ask your college to put you on its list again."),
        )
    student.consented_at, student.refused_at = at, None
    student.save(update_fields=["consented_at", "refused_at"])
    _keep(PROJECTS, STUDENT_NOTICE, language, actor, at)
    _name(actor.person, student.name)
    record("student.consented", actor=actor, at=at, subject="student", subject_id=student.pk)
    if is_minor(student, on=today) and student.guardian_consented_at is None:
        _ask_guardian(student, at)
    return student


@transaction.atomic
def say_no(*, key, language, actor, at):
    """The student says no, or takes her yes back: from now on nobody outside sees her. Raises NotFound when it is not her link."""
    student = locked_for("person_id", asked_student(key), actor)
    if student.consented_at and not _others_of(actor, "person", "consented_at").exclude(pk=student.pk).exists():
        accounts.withdraw_consent(person=actor.person, purpose=PROJECTS, language=language, channel="code", at=at)
    Student.objects.filter(pk=student.pk).update(consented_at=None, refused_at=at)
    record("student.refused", actor=actor, at=at, subject="student", subject_id=student.pk)


@transaction.atomic
def ask_guardian_again(*, student_id, actor, at):
    """Send the guardian of a minor who said yes his link; at most one message a day.

    Raises:
        NotFound: the student is not of the actor's college.
        Refused: the student has not said yes, or needs no guardian; the college has no number of one.
    """
    student = finding.locked(finding.student(actor, student_id))
    if student.consented_at is None:
        raise Refused("student_first", _("The student has not said yes yet."), _("Ask the student first."))
    if not is_minor(student, on=day_in_india(at)):
        raise Refused("of_age", _("The student is 18 or older and needs no guardian."))
    _ask_guardian(student, at)


def _ask_guardian(student, at):
    if not student.guardian_phone:
        raise Refused(
            "no_guardian_number",
            _("Your college has no number of your guardian."),
            _("The college writes it into the list of students."),
        )
    guardian = accounts.person_with(phone=student.guardian_phone, language=student.language)
    if guardian.pk == student.person_id:
        raise Refused("guardian_same_number", _("The guardian's number is the student's own."))
    Student.objects.filter(pk=student.pk).update(guardian=guardian, guardian_refused_at=None)
    notify(
        people_ids=[guardian.pk],
        key=GUARDIAN_ASKED,
        variables={"college": student.organisation.name},
        at=at,
        about=f"/guardian-consent/{student.guardian_key}/",
        dedupe_key=f"guardian:{student.pk}:{day_in_india(at)}",
    )


@transaction.atomic
def guardian_says_yes(*, key, language, actor, at):
    """The guardian says yes with his own sign-in. It counts when the college has seen his paper.

    Raises:
        NotFound: it is not his link.
    """
    student = locked_for("guardian_id", asked_guardian_of(key), actor)
    if student.guardian_consented_at is None:
        Student.objects.filter(pk=student.pk).update(guardian_consented_at=at, guardian_refused_at=None)
        _keep(GUARDIAN, GUARDIAN_NOTICE, language, actor, at)
        _name(actor.person, student.guardian_name)
        record("student.guardian_consented", actor=actor, at=at, subject="student", subject_id=student.pk)


@transaction.atomic
def guardian_says_no(*, key, language, actor, at):
    """The guardian says no, or takes his yes back. Raises NotFound when it is not his link."""
    student = locked_for("guardian_id", asked_guardian_of(key), actor)
    others = _others_of(actor, "guardian", "guardian_consented_at").exclude(pk=student.pk)
    if student.guardian_consented_at and not others.exists():
        accounts.withdraw_consent(person=actor.person, purpose=GUARDIAN, language=language, channel="code", at=at)
    _end_guardians_yes(Student.objects.filter(pk=student.pk), at)
    record("student.guardian_refused", actor=actor, at=at, subject="student", subject_id=student.pk)


@transaction.atomic
def check_guardian(*, student_id, actor, at):
    """The college writes down that it saw the guardian's paper.

    Raises:
        NotFound: the student is not of the actor's college.
        Refused: the guardian has not said yes; the actor is the guardian herself.
    """
    student = finding.locked(finding.student(actor, student_id))
    if student.guardian_consented_at is None:
        raise Refused(
            "guardian_first", _("The guardian has not said yes yet."), _("Wait for the answer, then look at the paper.")
        )
    if student.guardian_id == actor.person_id:
        raise Refused("own_child", _("You are the guardian yourself."), _("Ask a colleague to look at the paper."))
    Student.objects.filter(pk=student.pk).update(guardian_checked_at=at, guardian_checked_by=actor.person)
    record("student.guardian_checked", actor=actor, at=at, subject="student", subject_id=student.pk)


def end_students_consent(*, person, at) -> None:
    """A person took back her consent to student projects: it ends in every college that has her."""
    students = Student.objects.filter(person=person, consented_at__isnull=False)
    ids = list(students.values_list("pk", flat=True))
    students.update(consented_at=None, refused_at=at)
    _tell_each("student.refused", ids, at)


def end_guardians_consent(*, person, at) -> None:
    """A guardian took back his consent: it ends for all his children."""
    students = Student.objects.filter(guardian=person, guardian_consented_at__isnull=False)
    ids = list(students.values_list("pk", flat=True))
    _end_guardians_yes(students, at)
    _tell_each("student.guardian_refused", ids, at)


def _tell_each(code, student_ids, at):
    for student_id in student_ids:
        record(code, at=at, subject="student", subject_id=student_id)


def _end_guardians_yes(students, at):
    nothing = {"guardian_consented_at": None, "guardian_checked_at": None, "guardian_checked_by": None}
    students.update(**nothing, guardian_refused_at=at)


def _others_of(actor, column, said):
    return Student.objects.filter(**{column: actor.person_id, f"{said}__isnull": False})


def _keep(purpose, notice, language, actor, at):
    accounts.consent(
        person=actor.person, purposes=[purpose], notice=notice.reference, language=language, channel="code", at=at
    )


def _name(person, name):
    """Give an account that has no name yet the one that its owner has just said yes to."""
    if not person.name:
        accounts.describe_self(person=person, name=name)
