"""A college wrote to somebody else: whoever has the number says so, and it is forgotten on the list and with the portal."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as accounts
from virtualclusters.areas.student_projects.college.operations import consenting, people
from virtualclusters.areas.student_projects.college.wrong import keep_wrong
from virtualclusters.areas.student_projects.models import FacultyMember, Student
from virtualclusters.areas.student_projects.models.college import new_key
from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import NotFound, Refused

NOT_ASKED = {"person": None, "phone": "", "email": "", "asked_at": None, "refused_at": None}
NO_NUMBER = {"guardian": None, "guardian_phone": "", "guardian_refused_at": None}


@transaction.atomic
def is_not_the_student(*, key, actor, at) -> bool:
    """The list loses number and address, the link ends, and she counts as never asked; the list does not take them for her again.

    Returns whether the account is forgotten too.

    Raises:
        NotFound: it is not the actor's link.
        Refused: she said yes as the student before.
    """
    student = consenting.locked_for("person_id", consenting.asked_student(key), actor)
    _refuse_after_a_yes(student.consented_at)
    keep_wrong(student, (student.phone, student.email), at=at)
    Student.objects.filter(pk=student.pk).update(**NOT_ASKED, consent_key=new_key())
    return _forget("student", student.pk, actor, at)


@transaction.atomic
def is_not_the_guardian(*, key, actor, at) -> bool:
    """The same for the number of a guardian; his name stays, so that the college asks for the right number."""
    student = consenting.locked_for("guardian_id", consenting.asked_guardian_of(key), actor)
    _refuse_after_a_yes(student.guardian_consented_at)
    keep_wrong(student, (student.guardian_phone,), at=at)
    Student.objects.filter(pk=student.pk).update(**NO_NUMBER, guardian_key=new_key())
    return _forget("student", student.pk, actor, at)


@transaction.atomic
def is_not_the_teacher(*, member_id, actor, at) -> bool:
    """The same for a teacher's: her row ends, the college adds her anew with the right number."""
    asked = FacultyMember.objects.filter(pk=member_id, person=actor.person_id, person__isnull=False, left_at=None)
    member = asked.select_for_update(of=("self",)).first()
    if member is None:
        raise NotFound
    _refuse_after_a_yes(member.joined_at)
    people.decline_as_faculty(member_id=member_id, actor=actor, at=at)
    FacultyMember.objects.filter(pk=member_id).update(person=None)
    return _forget("faculty_member", member_id, actor, at)


def _refuse_after_a_yes(said_at):
    if said_at is not None:
        raise Refused("said_yes", _("You said yes with this number before."), _("Take your yes back first."))


def _forget(subject, subject_id, actor, at):
    record(f"{subject}.wrong_number", at=at, subject=subject, subject_id=subject_id)
    return accounts.erase_if_unused(person=actor.person, at=at)
