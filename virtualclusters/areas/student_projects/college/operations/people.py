"""Teachers and students of a college, one at a time."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as accounts
from virtualclusters.areas.student_projects.college import finding
from virtualclusters.areas.student_projects.college.notices import FACULTY_ASKED
from virtualclusters.areas.student_projects.college.operations.setting_up import refuse_closed, subjects_in
from virtualclusters.areas.student_projects.college.registering import write_student
from virtualclusters.areas.student_projects.models import FacultyMember, Student, Team
from virtualclusters.areas.student_projects.projects.operations.seating import unseat_teacher
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def add_faculty(*, department_id, name, contact, most_projects, hours_a_month, words, language, actor, at):
    """Add a teacher and ask her, by SMS or e-mail, whether she looks after projects; returns her row.

    Args:
        contact: E.164 number, or an e-mail address.
        most_projects: projects she looks after at once, at most.
        hours_a_month: of her own that she offers to units.

    Raises:
        NotFound: the department is not hers.
        Refused: the same teacher is in the department already.
    """
    department = finding.department(actor, department_id)
    by = {"email": contact} if "@" in contact else {"phone": contact}
    person = accounts.person_with(**by, name=name, language=language)
    columns = {"most_projects": most_projects, "hours_a_month": hours_a_month, "language": language, "asked_at": at}
    try:
        with transaction.atomic():
            member = FacultyMember.objects.create(department=department, person=person, name=name, **columns)
    except IntegrityError as twice:
        raise Refused("teaches_already", _("This teacher is in the department already.")) from twice
    member.subjects.set(subjects_in(words, language=language)[0])
    notify(
        people_ids=[person.pk],
        key=FACULTY_ASKED,
        variables={"college": department.unit.organisation.name},
        at=at,
        about=f"/teacher/{member.question_key}/",
        dedupe_key=f"faculty:{member.pk}",
    )
    return member


@transaction.atomic
def change_faculty(*, member_id, name, most_projects, hours_a_month, concept_ids, words, language, actor, at):
    """Write a teacher's row anew; the college may do it, and she herself.

    Raises:
        NotFound: she is not of the actor's college, and not the actor.
        Refused: she looks after more projects now than that.
    """
    member = _hers_or_her_own(actor, member_id)
    row = FacultyMember.objects.filter(pk=member.pk, projects_taken__lte=most_projects)
    if not row.update(name=name, most_projects=most_projects, hours_a_month=hours_a_month):
        raise Refused(
            "looks_after_more",
            _("More teams than that are looked after now."),
            _("Give some of the teams to another teacher first."),
        )
    kept = member.subjects.filter(pk__in=concept_ids).values_list("pk", flat=True)
    member.subjects.set(subjects_in(words, language=language)[0] | set(kept))


def _hers_or_her_own(actor, member_id):
    own = FacultyMember.objects.filter(
        pk=member_id, person=actor.person_id, person__isnull=False, joined_at__isnull=False, left_at=None
    ).first()
    return own or finding.faculty_member(actor, member_id)


def asked_teacher(key):
    """The teacher whose link that is, with her college. Raises NotFound."""
    rows = FacultyMember.objects.filter(question_key=key, left_at=None)
    found = rows.select_related("department__unit__organisation").first()
    if found is None:
        raise NotFound
    return found


@transaction.atomic
def join_as_faculty(*, member_id, actor, at):
    """The teacher says yes: from now on she sees her teams. Raises NotFound when she was not asked."""
    asked = FacultyMember.objects.filter(pk=member_id, person=actor.person_id, person__isnull=False, left_at=None)
    if not asked.update(joined_at=at):
        raise NotFound
    record("faculty.joined", actor=actor, at=at, subject="faculty_member", subject_id=member_id)


@transaction.atomic
def decline_as_faculty(*, member_id, actor, at):
    """The person says no, or goes: she sees nothing more, and her teams look for somebody else. Raises NotFound."""
    asked = FacultyMember.objects.filter(pk=member_id, person=actor.person_id, person__isnull=False, left_at=None)
    _end(asked.first(), at)


@transaction.atomic
def end_faculty(*, member_id, actor, at):
    """A teacher looks after projects no more and sees none of them. Raises NotFound when she is not of the actor's college."""
    _end(finding.faculty_member(actor, member_id), at)


def _end(member, at):
    if member is None or member.left_at is not None:
        raise NotFound
    Team.objects.filter(supervisor=member).update(supervisor=None)
    FacultyMember.objects.filter(pk=member.pk).update(left_at=at, projects_taken=0)
    unseat_teacher(member_id=member.pk, at=at)


def take_supervisor(member_id: int) -> bool:
    """Take one of a teacher's places; False when she has none left, left, or never said yes."""
    joined = FacultyMember.objects.filter(pk=member_id, joined_at__isnull=False, left_at=None)
    free = joined.filter(projects_taken__lt=F("most_projects"))
    return free.update(projects_taken=F("projects_taken") + 1) == 1


def give_back_supervisor(member_id: int) -> None:
    """Return a place of a teacher's."""
    held = FacultyMember.objects.filter(pk=member_id, projects_taken__gt=0)
    held.update(projects_taken=F("projects_taken") - 1)


@transaction.atomic
def add_student(*, course_id, actor, at, **told):
    """Add one student by hand, or take back one who had left; ``told`` as a row of a file tells it (``registering``).

    Raises:
        NotFound: the course is not hers.
        Refused: the roll number or the phone is another student's; she is a minor and no guardian is named; the course is closed.
    """
    course = finding.course(actor, course_id)
    refuse_closed(course)
    college = course.department.unit.organisation_id
    rows = Student.objects.select_for_update(of=("self",)).filter(organisation=college)
    known = rows.filter(roll_number=told["roll_number"]).first()
    if known and known.left_at is None:
        raise Refused("roll_number_taken", _("Another student has this roll number."), _("Check the number."))
    student, _outcome, _before = write_student(course=course, told=told, at=at, known=known)
    return student


@transaction.atomic
def change_student(*, student_id, course_id, actor, at, **told):
    """Write a student's row anew.

    Raises:
        NotFound: student or course are not hers.
        Refused: she has left the college; and as for ``add_student``.
    """
    student = finding.locked(finding.student(actor, student_id))
    if student.left_at is not None:
        raise Refused(
            "left_already",
            _("This student has left the college."),
            _("Add the student to a class again: then we ask for the consent anew."),
        )
    course = finding.course(actor, course_id)
    write_student(course=course, told=told, at=at, known=student)


@transaction.atomic
def end_student(*, student_id, actor, at):
    """A student left the college: she goes out of her team and shows to nobody. Raises NotFound."""
    student = finding.student(actor, student_id)
    student.team_memberships.filter(left_at=None).update(left_at=at)
    Student.objects.filter(pk=student.pk, left_at=None).update(left_at=at)
    record("student.left_college", actor=actor, at=at, subject="student", subject_id=student.pk)
