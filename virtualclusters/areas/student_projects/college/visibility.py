"""The one way by which a page shows a student's name to somebody outside her college.

Nobody outside sees a name before her consent is whole, and then only who works with her team: the people of a unit that has
chosen her team, and those who take part with her; never again once she has left the team. Everybody else reads how many they
are, and of which course.
"""

from django.db.models import F, Q

from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import FacultyMember, Student, TeamMember
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.foundation.time import day_in_india


def visible_name(student, *, actor, at) -> str:
    """The name of one student for the actor; empty when she may not read it."""
    return visible_names([student], actor=actor, at=at).get(student.pk, "")


def visible_names(students, *, actor, at) -> dict[int, str]:
    """The names of those students that the actor may read, by the student's id. At most four queries.

    Args:
        students: rows of students, who need not be of one college.
        actor: whoever looks; a visitor reads none.
    """
    named = [one for one in students if one.erased_at is None]
    inside = _inside(named, actor)
    asked = [one for one in named if one.pk not in inside and _is_open(one, at)]
    known = inside | (_working_with(asked, actor) if asked else set())
    return {one.pk: one.name for one in named if one.pk in known}


def _is_open(student, at) -> bool:
    return student.left_at is None and standing(student, on=day_in_india(at)) is Standing.CONSENTED


def _inside(students, actor) -> set[int]:
    """Those of the actor's own college, her own row, and the teams she supervises or is in."""
    if actor.person_id is None:
        return set()
    own = set(actor.organisations_where(CollegePermission.COLLEGE_MANAGE))
    found = {one.pk for one in students if one.organisation_id in own or one.person_id == actor.person_id}
    others = {one.pk for one in students} - found
    return found | (_of_her_teams(others, actor.person_id) if others else set())


def _of_her_teams(student_ids, person_id) -> set[int]:
    taught = FacultyMember.objects.filter(person=person_id, joined_at__isnull=False, left_at=None)
    mates = TeamMember.objects.filter(
        student__in=Student.objects.filter(person=person_id, consented_at__isnull=False), left_at=None
    )
    hers = Q(team__supervisor__in=taught) | Q(team__in=mates.values("team"))
    members = TeamMember.objects.filter(hers, student__in=student_ids, left_at=None)
    return set(members.values_list("student", flat=True))


def _working_with(students, actor) -> set[int]:
    """Those whose team was chosen for work in which the actor takes part, and who stay in it, or did to its end. Two queries."""
    stayed = Q(left_at=None) | Q(left_at=F("team__closed_at"))
    members = TeamMember.objects.filter(stayed, student__in=[one.pk for one in students])
    pairs = list(members.values_list("student", "team__series"))
    agreed = Engagement.objects.filter(agreed_at__isnull=False, series__in={series for _student, series in pairs})
    seen = agreed.visible_to(actor)
    open_series = set(seen.values_list("series", flat=True))
    return {student for student, series in pairs if series in open_series}
