"""The students and the teacher of a chosen team take part in the engagement as persons."""

from django.db import transaction

from virtualclusters.areas.student_projects.college.rules import has_consented
from virtualclusters.areas.student_projects.models import ProjectWork, Student
from virtualclusters.exchange.engagements.models import OpenedBy, Party
from virtualclusters.foundation.time import day_in_india


@transaction.atomic
def seat_team(*, engagement_id, at):
    """Make every student who has consented, and the teacher, a party of the project; end the part of who left the team.

    A teacher takes part once she has joined. Nobody without a consent becomes a party, so no name shows. Doing it twice changes
    nothing. Returns ids of the new persons.
    """
    work = ProjectWork.objects.select_for_update(of=("self",)).select_related("supervisor").get(pk=engagement_id)
    wished = _people(work, at)
    partners = Party.objects.filter(engagement=engagement_id, role=Party.Role.PARTNER, unit=None)
    partners.filter(left_at=None).exclude(person__in=wished).update(left_at=at)
    partners.filter(person__in=wished, left_at__isnull=False).update(left_at=None)
    new = sorted(wished - set(partners.values_list("person", flat=True)))
    Party.objects.bulk_create(
        Party(
            engagement_id=engagement_id,
            side=OpenedBy.ANSWERER,
            role=Party.Role.PARTNER,
            person_id=person_id,
            agreed_at=at,
        )
        for person_id in new
    )
    return new


def _people(work, at):
    members = Student.objects.filter(team_memberships__team=work.team_id, team_memberships__left_at=None)
    students = members.filter(has_consented(on=day_in_india(at)), person__isnull=False)
    people = set(students.values_list("person", flat=True))
    if work.supervisor.person_id and work.supervisor.joined_at and work.supervisor.left_at is None:
        people.add(work.supervisor.person_id)
    return people


def follow_supervisor(*, team_id, member_id, at):
    """A team was given to another teacher: in the project it works on now she takes the former one's part and rights."""
    works = ProjectWork.objects.filter(team=team_id, held=True)
    if works.update(supervisor=member_id):
        seat_team(engagement_id=works.get().pk, at=at)


def unseat_teacher(*, member_id, at):
    """A teacher looks after projects no more: she takes part in none of those she looked after, running or ended."""
    hers = Party.objects.filter(role=Party.Role.PARTNER, unit=None, left_at=None)
    works = ProjectWork.objects.filter(supervisor=member_id)
    hers.filter(engagement__in=works.values("pk"), person__in=works.values("supervisor__person")).update(left_at=at)
