"""Writing one student's row, whether a file or a person tells of her."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.rules import is_minor
from virtualclusters.areas.student_projects.college.wrong import any_wrong
from virtualclusters.areas.student_projects.models import Student, TeamMember
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.imports.specs import Outcome
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

COLUMNS = ("roll_number", "name", "phone", "email", "born_on", "language", "skills", "guardian_name", "guardian_phone")
YOUNGEST, OLDEST = 13, 80
"""Years; outside of them a birth date is taken for a slip of the pen."""


@dataclass(frozen=True)
class Written:
    """A student's row, what became of it, and what stood there before, as JSON can hold it; None when nothing changed."""

    student: Student
    outcome: Outcome
    before: dict | None = None

    def __iter__(self):
        return iter((self.student, self.outcome, self.before))


def write_student(*, course, told, at, known=None) -> Written:
    """Add a student, or change the known one to what is told. Who had left, or whose details were forgotten after her no, is back
    and is asked afresh: what she or her guardian said before counts no more.

    Args:
        told: values by the names in ``COLUMNS``; phones as E.164, ``born_on`` a date.
        known: her row, locked.

    Raises:
        Refused: no such birth date; a minor without a guardian; the guardian's number is her own; a number was said to be wrong by
            who has it; another student has the phone or the roll number, which is so too when name and birth date both differ: a yes
            is never handed on to somebody else.
    """
    refuse_what_cannot_be(told, at)
    columns = {name: told[name] for name in COLUMNS} | {"course": course}
    if known is None:
        organisation = course.department.unit.organisation
        return Written(_save(Student(organisation=organisation, created_at=at, **columns)), Outcome.ADDED)
    before = {name: getattr(known, name) for name in columns}
    back = _is_back(known)
    if before == columns and not back:
        return Written(known, Outcome.SAME)
    _refuse_another(known, told)
    _refuse_wrong(known, told)
    _refuse_leaving_a_team(known, course)
    if back:
        before |= {"left_at": known.left_at, "refused_at": known.refused_at}
        _begin_anew(known, at)
    _change(known, columns)
    if (before["born_on"], before["guardian_phone"]) != (known.born_on, known.guardian_phone):
        minor = is_minor(known, on=day_in_india(at))
        record("student.age_or_guardian_changed", at=at, subject="student", subject_id=known.pk, minor=minor)
    return Written(known, Outcome.CHANGED, {name: _plain(value) for name, value in before.items()})


def _is_back(known):
    """Whether she left, or said no so long ago that her birth date was forgotten: every list names one."""
    return known.left_at is not None or (known.refused_at is not None and known.born_on is None)


def _begin_anew(known, at):
    known.left_at = known.asked_at = known.consented_at = known.refused_at = None
    known.guardian_consented_at = known.guardian_refused_at = None
    known.guardian_checked_at = known.guardian_checked_by = None
    record("student.listed_again", at=at, subject="student", subject_id=known.pk)


def restore_student(before) -> bool:
    """Give a student the values back that ``Written.before`` kept; who had left has left again.

    False when she stays as she is: she or her guardian has answered meanwhile, she is in a team or erased, or another student has
    taken her phone or roll number.
    """
    silent = {"consented_at": None, "refused_at": None, "guardian_consented_at": None, "erased_at": None}
    rows = Student.objects.filter(pk=before["id"], **silent).exclude(pk__in=TeamMember.objects.values("student"))
    known = rows.select_for_update(of=("self",)).first()
    if known is None:
        return False
    columns = {name: before[name] for name in (*COLUMNS, "left_at", "refused_at") if name in before}
    try:
        _change(known, columns | {"course_id": before["course"]})
    except Refused:
        return False
    return True


def refuse_what_cannot_be(told, at) -> None:
    """Raise a refusal for what no single field shows."""
    today, born = day_in_india(at), told["born_on"]
    if not YOUNGEST <= (today - born).days / 365.25 <= OLDEST:
        raise Refused("no_such_birth_date", _("This birth date cannot be right."), _("Write it as day-month-year."))
    if told["guardian_phone"] and told["guardian_phone"] == told["phone"]:
        raise Refused(
            "guardian_same_number",
            _("The guardian's number is the student's own."),
            _("Give the number of the father, mother or guardian."),
        )
    if is_minor(Student(born_on=born), on=today) and not (told["guardian_phone"] and told["guardian_name"]):
        raise Refused(
            "guardian_missing",
            _("This student is below 18."),
            _("Give the name and the mobile number of the father, mother or guardian."),
        )


def _refuse_another(known, told):
    """Classes that each count from 1 share roll numbers: another name with another birth date is another student."""
    if known.name != told["name"] and known.born_on != told["born_on"]:
        raise _roll_number_taken()


def _refuse_wrong(known, told):
    """The number of a stranger does not come back with the next upload of the same list."""
    if any_wrong(known, (told["phone"], told["email"], told["guardian_phone"])):
        raise Refused(
            "number_said_wrong",
            _("Whoever has this number or e-mail told us that it is wrong."),
            _("Ask for the right one, or leave it empty."),
        )


def _refuse_leaving_a_team(student, course):
    if student.course_id != course.pk and student.team_memberships.filter(left_at=None).exists():
        raise Refused(
            "in_a_team",
            _("This student is in a team of another course."),
            _("Take the student out of that team first."),
        )


def _change(student, columns):
    """Write the columns; whoever has not answered yet is asked anew at a new number, and a new guardian says yes himself."""
    if student.consented_at is None and (student.phone, student.email) != (columns["phone"], columns["email"]):
        student.person = student.asked_at = None
    if student.guardian_phone != columns["guardian_phone"]:
        student.guardian = student.guardian_consented_at = student.guardian_refused_at = None
        student.guardian_checked_at = student.guardian_checked_by = None
    for name, value in columns.items():
        setattr(student, name, value)
    _save(student)


def _save(student):
    try:
        with transaction.atomic():
            student.save()
    except IntegrityError as taken:
        raise _refusal_of(taken) from taken
    return student


def _refusal_of(taken):
    if "one_student_a_number" in str(taken):
        return Refused(
            "phone_of_another",
            _("Another student has this mobile number."),
            _("Each student needs a different number. Leave it empty if there is none."),
        )
    return _roll_number_taken()


def _roll_number_taken():
    return Refused("roll_number_taken", _("Another student has this roll number."), _("Check the number."))


def _plain(value):
    return value.pk if hasattr(value, "pk") else value.isoformat() if hasattr(value, "isoformat") else value
