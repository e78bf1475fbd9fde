"""Teams: made, filled, given to a teacher, ended."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college import finding
from virtualclusters.areas.student_projects.college.operations.people import give_back_supervisor, take_supervisor
from virtualclusters.areas.student_projects.college.operations.setting_up import refuse_closed
from virtualclusters.areas.student_projects.college.rules import may_join_a_team
from virtualclusters.areas.student_projects.models import FacultyMember, ProjectWork, Student, Team, TeamMember
from virtualclusters.areas.student_projects.projects.operations.seating import follow_supervisor
from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import NotFound, Refused

MOST_MEMBERS = 10


@transaction.atomic
def make_team(*, course_id, name, student_ids, actor, at):
    """Make a team of students of one course.

    Raises:
        NotFound: the course or a student is not hers.
        Refused: the course is closed; the name is taken; a student was not asked, refused, or is in another team; too many.
    """
    course = finding.course(actor, course_id)
    refuse_closed(course)
    try:
        with transaction.atomic():
            team = Team.objects.create(course=course, name=name, created_at=at)
    except IntegrityError as taken:
        raise Refused("name_taken", _("There is one of this name already."), _("Give it another name.")) from taken
    for student_id in sorted(set(student_ids)):
        _add(team, student_id, at)
    record("team.made", actor=actor, at=at, subject="team", subject_id=team.pk, members=len(set(student_ids)))
    return team


@transaction.atomic
def add_members(*, team_id, student_ids, actor, at):
    """Take more students of the course into a team. Raises as ``make_team``."""
    team = _open_team(actor, team_id)
    for student_id in sorted(set(student_ids)):
        _add(team, student_id, at)
        record("student.joined_team", actor=actor, at=at, subject="student", subject_id=student_id)


def _add(team, student_id, at):
    student = Student.objects.select_for_update(of=("self",)).filter(pk=student_id, course=team.course_id).first()
    if student is None:
        raise NotFound
    if not may_join_a_team(student):
        raise Refused(
            "not_asked",
            _("%(name)s was not asked yet, or said no.") % {"name": student.name},
            _("Ask for the consent first."),
        )
    if team.members.filter(left_at=None).count() >= MOST_MEMBERS:
        raise Refused("team_full", _("A team has at most %(most)s students.") % {"most": MOST_MEMBERS})
    try:
        with transaction.atomic():
            TeamMember.objects.create(team=team, student=student, since=at)
    except IntegrityError as taken:
        raise Refused(
            "in_another_team",
            _("%(name)s is in a team already.") % {"name": student.name},
            _("Take the student out of that team first."),
        ) from taken


@transaction.atomic
def remove_member(*, team_id, student_id, actor, at):
    """Take a student out of a team. Raises NotFound when she is not in it, or it is not hers."""
    team = finding.team(actor, team_id)
    if not team.members.filter(student=student_id, left_at=None).update(left_at=at):
        raise NotFound
    record("student.left_team", actor=actor, at=at, subject="student", subject_id=student_id)


@transaction.atomic
def give_supervisor(*, team_id, member_id, actor, at):
    """Give a team to a teacher of the college, or to nobody (``member_id`` None).

    Raises:
        NotFound: team or teacher are not hers.
        Refused: the teacher has not said yes herself, has no place left, or has gone; a team at work would have nobody.
    """
    team = _open_team(actor, team_id)
    if team.supervisor_id == member_id:
        return
    if member_id is None:
        _refuse_at_work(
            team, _("This team works on a project: somebody must look after it."), _("Name another teacher.")
        )
    else:
        _take(finding.faculty_member(actor, member_id), team)
    if team.supervisor_id is not None:
        give_back_supervisor(team.supervisor_id)
    Team.objects.filter(pk=team.pk).update(supervisor=member_id)
    follow_supervisor(team_id=team.pk, member_id=member_id, at=at)
    record("team.supervised", actor=actor, at=at, subject="team", subject_id=team.pk)


def _take(member: FacultyMember, team):
    if member.department.unit.organisation_id != team.course.department.unit.organisation_id:
        raise NotFound
    if member.joined_at is None:
        raise Refused(
            "supervisor_not_joined",
            _("%(name)s has not said yes yet.") % {"name": member.name},
            _("Wait for the answer, or choose another teacher."),
        )
    if not take_supervisor(member.pk):
        raise Refused(
            "supervisor_full",
            _("%(name)s has no place left for another team.") % {"name": member.name},
            _("Choose another teacher, or raise the number."),
        )


@transaction.atomic
def close_team(*, team_id, actor, at):
    """End a team: its students are free for another, its teacher for another team.

    Raises:
        NotFound: it is not hers.
        Refused: it has ended, or was chosen for a project that has not ended.
    """
    team = _open_team(actor, team_id)
    _refuse_at_work(
        team,
        _("This team works on a project."),
        _("Wait until the project is finished, or step back from it first."),
    )
    if team.supervisor_id is not None:
        give_back_supervisor(team.supervisor_id)
    team.members.filter(left_at=None).update(left_at=at)
    Team.objects.filter(pk=team.pk).update(closed_at=at, supervisor=None)
    record("team.closed", actor=actor, at=at, subject="team", subject_id=team.pk)


def _refuse_at_work(team, sentence, change):
    """The team's row is locked, so no choice of it can come in between."""
    if ProjectWork.objects.filter(team=team, held=True).exists():
        raise Refused("team_at_work", sentence, change)


def _open_team(actor, team_id):
    """One of her open teams, locked. Raises NotFound when it is not hers, Refused when it has ended."""
    team = finding.locked(finding.team(actor, team_id))
    if team.closed_at is not None:
        raise Refused("team_closed", _("This team has ended."), _("Make a new team."))
    return team
