"""The actor's own college, and one row of hers by its id: a foreign id and one that nobody has answer alike."""

from virtualclusters.areas.student_projects.models import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
)
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.foundation.errors import NotFound


def colleges_of(actor) -> list[int]:
    """Ids of the colleges whose rows the actor may change."""
    return actor.organisations_where(CollegePermission.COLLEGE_MANAGE)


def the_college_of(actor) -> int:
    """The college the actor acts for; the first of hers when she acts for something else just now.

    Raises:
        NotFound: she manages none.
    """
    own = colleges_of(actor)
    if not own:
        raise NotFound
    return actor.organisation_id if actor.organisation_id in own else own[0]


def department(actor, pk):
    """One of her departments. Raises NotFound."""
    return _one(Department.objects.filter(unit__organisation__in=colleges_of(actor)), pk)


def credit_rule(actor, pk):
    """One of her rules. Raises NotFound."""
    return _one(CreditRule.objects.filter(organisation__in=colleges_of(actor)), pk)


def course(actor, pk):
    """One of her courses, with its department and rule. Raises NotFound."""
    rows = Course.objects.filter(department__unit__organisation__in=colleges_of(actor))
    return _one(rows.select_related("department__unit__organisation", "rule"), pk)


def faculty_member(actor, pk):
    """One of her teachers. Raises NotFound."""
    rows = FacultyMember.objects.filter(department__unit__organisation__in=colleges_of(actor))
    return _one(rows.select_related("department__unit__organisation", "person"), pk)


def student(actor, pk):
    """One of her students. Raises NotFound."""
    rows = Student.objects.filter(organisation__in=colleges_of(actor), erased_at=None)
    return _one(rows.select_related("course__department", "organisation"), pk)


def team(actor, pk):
    """One of her teams. Raises NotFound."""
    rows = Team.objects.filter(course__department__unit__organisation__in=colleges_of(actor))
    return _one(rows.select_related("course__department__unit__organisation", "supervisor"), pk)


def locked(row):
    """The same row, locked until the end of the transaction."""
    return type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)


def _one(rows, pk):
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
