"""What a row of a college's own list of students means. Which course a file is for is fixed when it comes in: ``course:12``."""

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Person
from virtualclusters.areas.student_projects.college.finding import colleges_of
from virtualclusters.areas.student_projects.college.operations.setting_up import refuse_closed
from virtualclusters.areas.student_projects.college.registering import restore_student, write_student
from virtualclusters.areas.student_projects.models import Course, Student, TeamMember
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.identifiers import normalise_mobile
from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.ui.languages import OWN_NAMES

ENGLISH_NAMES = {
    "english": "en", "hindi": "hi", "urdu": "ur", "marathi": "mr", "bengali": "bn", "gujarati": "gu", "tamil": "ta",
    "telugu": "te", "kannada": "kn", "malayalam": "ml", "punjabi": "pa", "odia": "or", "oriya": "or", "assamese": "as",
}  # fmt: skip
LANGUAGES = ENGLISH_NAMES | {code: code for code in OWN_NAMES} | {fold(own): code for code, own in OWN_NAMES.items()}

FIELDS = (
    Field(
        "roll_number",
        _("Roll number"),
        required=True,
        synonyms=(
            "Roll no",
            "Roll No.",
            "Enrolment number",
            "Enrollment No",
            "Registration number",
            "Reg no",
            "PRN",
            "Student ID",
            "अनुक्रमांक",
            "रोल नंबर",
            "नामांकन संख्या",
        ),
    ),
    Field(
        "name",
        _("Name"),
        required=True,
        synonyms=(
            "Student name",
            "Name of student",
            "Full name",
            "Candidate name",
            "नाम",
            "छात्र का नाम",
            "विद्यार्थी का नाम",
        ),
    ),
    Field(
        "phone",
        _("Mobile number"),
        synonyms=(
            "Phone",
            "Mobile",
            "Mobile no",
            "Student mobile",
            "Contact number",
            "Phone number",
            "WhatsApp",
            "मोबाइल",
            "मोबाइल नंबर",
            "फ़ोन",
        ),
    ),
    Field("email", _("E-mail"), synonyms=("Email", "Email ID", "Mail", "E-mail address", "ईमेल")),
    Field(
        "born_on",
        _("Birth date"),
        Type.MOMENT,
        required=True,
        synonyms=("Date of birth", "DOB", "D.O.B.", "Born on", "जन्म तिथि", "जन्मतिथि", "जन्म दिनांक"),
    ),
    Field(
        "course",
        _("Course"),
        synonyms=("Class", "Programme", "Program", "Branch", "Stream", "Trade", "पाठ्यक्रम", "कक्षा", "शाखा"),
    ),
    Field("language", _("Language"), synonyms=("Preferred language", "Medium", "Mother tongue", "भाषा", "माध्यम")),
    Field("skills", _("Skills"), Type.LIST, synonyms=("Skill set", "Abilities", "Interests", "कौशल", "रुचि")),
    Field(
        "guardian_name",
        _("Guardian's name"),
        synonyms=(
            "Parent name",
            "Father's name",
            "Father name",
            "Mother's name",
            "Guardian",
            "अभिभावक का नाम",
            "पिता का नाम",
            "माता का नाम",
        ),
    ),
    Field(
        "guardian_phone",
        _("Guardian's mobile number"),
        synonyms=(
            "Guardian phone",
            "Parent mobile",
            "Parent phone",
            "Father's mobile",
            "Parent contact",
            "अभिभावक का मोबाइल",
            "पिता का मोबाइल",
        ),
    ),
)


def key_of(row) -> str:
    """Within a college the roll number is the student."""
    return row["roll_number"][:40]


def check(row) -> list[Problem]:
    """What cannot be a number, an address, a language; and a name or number that is too long."""
    found = [
        Problem(name, "no_mobile")
        for name in ("phone", "guardian_phone")
        if row[name] and normalise_mobile(_number(row[name])) is None
    ]
    if row["email"] and not _is_email(row["email"]):
        found.append(Problem("email", "no_email"))
    if row["language"] and fold(row["language"]) not in LANGUAGES:
        found.append(Problem("language", "no_language"))
    longest = {"roll_number": 40, "name": 120, "guardian_name": 120}
    return found + [Problem(name, "too_long") for name, most in longest.items() if len(row[name] or "") > most]


def apply(row, source) -> str:
    """Write one student: added, changed or the same."""
    default = _course_of(source.subject)
    college = default.department.unit.organisation
    _must_manage(source, college.pk)
    course = _course_named(row["course"], college) if row["course"] else default
    refuse_closed(course)
    rows = Student.objects.select_for_update(of=("self",)).filter(organisation=college, roll_number=row["roll_number"])
    known = rows.first()
    _refuse_second_line(known, source)
    written = write_student(course=course, told=_told(row, college), at=source.at, known=known)
    marks = {"told_by_import": source.import_id, "told_on_line": source.line}
    if written.outcome is Outcome.ADDED:
        marks["import_id"] = source.import_id
    Student.objects.filter(pk=written.student.pk).update(**marks)
    source.before = written.before and written.before | {"id": written.student.pk}
    return written.outcome


def undo(import_id: int, limit: int) -> int:
    """Take back students that a file added: not those who were asked, answered, or are in a team.

    Asking made an account and a link in a message, so who was asked stays, and no account is left without its student.
    """
    silent = {"person": None, "asked_at": None, "consented_at": None, "refused_at": None, "guardian_consented_at": None}
    mine = Student.objects.filter(import_id=import_id, **silent).exclude(pk__in=TeamMember.objects.values("student"))
    ids = list(mine.order_by("pk").values_list("pk", flat=True)[:limit])
    Student.objects.filter(pk__in=ids).delete()
    return len(ids)


def put_back(key: str, before: dict) -> None:
    """Give a changed student the earlier values, but for the same that ``undo`` leaves."""
    restore_student(before)


def reaches(actor, subject: str) -> bool:
    """Whether she still looks after the college whose students a file tells of."""
    return _course_of(subject).department.unit.organisation_id in colleges_of(actor)


def onward(subject: str) -> tuple[str, str]:
    """From the report back to the class, where the consent is asked."""
    return gettext("Go on: ask the students"), reverse("college_course", args=[_course_id(subject)])


def subject_of(course) -> str:
    """What a file of a course's students is about."""
    return f"course:{course.pk}"


def _course_id(subject):
    return int(re.fullmatch(r"course:(\d+)", subject)[1])


def _course_of(subject):
    return Course.objects.select_related("department__unit__organisation").get(pk=_course_id(subject))


def _must_manage(source, college_id):
    """Raise a refusal when the sender no longer manages the college; the command line may."""
    if source.person_id and college_id not in colleges_of(actor_for(Person.objects.get(pk=source.person_id))):
        raise Refused("not_yours", gettext("You do not look after this college any more."))


def _course_named(words, college):
    rows = Course.objects.filter(department__unit__organisation=college).select_related(
        "department__unit__organisation"
    )
    found = [course for course in rows.order_by("closed_at", "-pk") if fold(course.name) == fold(words)]
    if not found:
        raise Refused(
            "no_such_course",
            gettext("Your college has no course of this name."),
            gettext("Write the name as it stands under your courses, or leave it empty."),
        )
    return next((course for course in found if course.closed_at is None), found[0])


def _refuse_second_line(known, source):
    """One file may not tell of one roll number on two lines."""
    if known and known.told_by_import == source.import_id and known.told_on_line != source.line:
        raise Refused(
            "roll_number_twice",
            gettext("Line %(line)s has the same roll number: %(name)s.")
            % {"line": known.told_on_line, "name": known.name},
            gettext("Write the right roll number."),
        )


def _told(row, college):
    language = LANGUAGES[fold(row["language"])] if row["language"] else college.language
    return {
        "roll_number": row["roll_number"],
        "name": row["name"],
        "phone": normalise_mobile(_number(row["phone"])) if row["phone"] else "",
        "email": row["email"] or "",
        "born_on": day_in_india(row["born_on"]),
        "language": language,
        "skills": [skill[:80] for skill in row["skills"] or []],
        "guardian_name": row["guardian_name"] or "",
        "guardian_phone": normalise_mobile(_number(row["guardian_phone"])) if row["guardian_phone"] else "",
    }


def _number(words):
    """A phone number as a spreadsheet may have kept it: ``9876543210.0``."""
    return re.sub(r"\.0+$", "", words)


def _is_email(words):
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True


STUDENTS = RowSpec(
    name="students",
    label=_("Students"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    sentences={
        "no_mobile": _("This is not a mobile number. It has ten digits and begins with 6, 7, 8 or 9."),
        "no_email": _("This is not an e-mail address. Write it like name@example.com."),
        "no_language": _("We do not know this language. Write its name, like Hindi."),
    },
    rows_a_transaction=200,
    field_of={
        "no_such_course": "course",
        "course_closed": "course",
        "in_a_team": "course",
        "roll_number_twice": "roll_number",
        "roll_number_taken": "roll_number",
        "no_such_birth_date": "born_on",
        "guardian_missing": "guardian_phone",
        "guardian_same_number": "guardian_phone",
        "phone_of_another": "phone",
    },
    together={"guardian_phone": ("guardian_name", "born_on")},
    permission=CollegePermission.COLLEGE_MANAGE,
    sent_at="college",
    stays=_(
        "A student who was asked for the consent, or is in a team, stays. Open that student's page and choose: Left the college."
    ),
    onward=onward,
    reaches=reaches,
    kept_for=timedelta(days=14),
)
