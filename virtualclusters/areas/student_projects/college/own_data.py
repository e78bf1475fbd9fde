"""What a college's rows hold of a person, in her export; and what is emptied when she is erased."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.student_projects.models import Course, FacultyMember, Student, Team, TeamMember, WrongNumber
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.imports.tidying import forget_rows
from virtualclusters.ui.languages import OWN_NAMES

EMPTY = {
    "person": None, "name": "", "roll_number": "", "phone": "", "email": "", "born_on": None, "skills": [],
    "consented_at": None, "asked_at": None, "import_id": None, "told_by_import": None, "told_on_line": None,
}  # fmt: skip
NO_GUARDIAN = {
    "guardian": None,
    "guardian_name": "",
    "guardian_phone": "",
    "guardian_consented_at": None,
    "guardian_refused_at": None,
    "guardian_checked_at": None,
    "guardian_checked_by": None,
}


def erase_person(*, person, at) -> None:
    """Empty her rows as student, guardian and teacher, and the lines of lists that tell of her; her teams go on without her."""
    students = Student.objects.filter(person=person)
    for organisation_id, roll_number in students.values_list("organisation", "roll_number"):
        _forget_lines(organisation_id, roll_number)
    TeamMember.objects.filter(student__in=students, left_at=None).update(left_at=at)
    WrongNumber.objects.filter(student__in=students).delete()
    students.update(**EMPTY, **NO_GUARDIAN, erased_at=at)
    _end_guardian(Student.objects.filter(guardian=person), at)
    taught = FacultyMember.objects.filter(person=person)
    Team.objects.filter(supervisor__in=taught).update(supervisor=None)
    taught.filter(left_at=None).update(left_at=at)
    taught.update(person=None, name="", projects_taken=0)


def _end_guardian(wards, at):
    """His yes ends with him: whoever is below 18 takes part in no project until another says yes."""
    ids = list(wards.order_by("pk").values_list("pk", flat=True))
    wards.update(**NO_GUARDIAN)
    for pk in ids:
        record("student.guardian_refused", at=at, subject="student", subject_id=pk)


def _forget_lines(organisation_id, roll_number):
    courses = Course.objects.filter(department__unit__organisation=organisation_id)
    subjects = [f"course:{pk}" for pk in courses.values_list("pk", flat=True)]
    forget_rows(spec="students", subjects=subjects, field="roll_number", words=roll_number)


def _as_student(person):
    columns = ("organisation__name", "course__name", *_OF_STUDENT, "guardian_name", "guardian_phone")
    return Student.objects.filter(person=person).order_by("pk").values(*columns, "asked_at", "consented_at", "left_at")


def _as_guardian(person):
    rows = Student.objects.filter(guardian=person).order_by("pk")
    return rows.values("organisation__name", "name", "guardian_name", "guardian_phone", "guardian_consented_at")


def _as_teacher(person):
    rows = FacultyMember.objects.filter(person=person).order_by("pk")
    columns = ("department__unit__organisation__name", "department__name", "name", "most_projects", "hours_a_month")
    return rows.values(*columns, "asked_at", "joined_at", "left_at")


_OF_STUDENT = ("roll_number", "name", "phone", "email", "born_on", "language", "skills")
_LABELS = {
    "organisation__name": _("College"),
    "department__unit__organisation__name": _("College"),
    "department__name": _("Department"),
    "course__name": _("Course"),
    "roll_number": _("Roll number"),
    "name": _("Name"),
    "phone": _("Mobile number"),
    "email": _("E-mail"),
    "born_on": _("Birth date"),
    "language": _("Language"),
    "skills": _("Skills"),
    "guardian_name": _("Guardian's name"),
    "guardian_phone": _("Guardian's mobile number"),
    "guardian_consented_at": _("The guardian said yes"),
    "asked_at": _("Asked"),
    "consented_at": _("Said yes"),
    "joined_at": _("Said yes"),
    "left_at": _("Left"),
    "most_projects": _("Teams at once"),
    "hours_a_month": _("Hours a month"),
}
SECTIONS = (
    Section("student", _("You as a student"), _as_student, _LABELS, {"language": OWN_NAMES}),
    Section("guardian", _("You as a guardian"), _as_guardian, _LABELS),
    Section("faculty", _("You as a teacher"), _as_teacher, _LABELS),
)
