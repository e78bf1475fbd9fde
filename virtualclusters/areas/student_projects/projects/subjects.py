"""A college's subjects count as what its campus can do, so that projects find it as a tender finds a maker."""

from django.db import transaction

from virtualclusters.areas.student_projects.models import Department
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept


@transaction.atomic
def let_subjects_count(unit_id, *, before=()):
    """Write the subjects of a campus's departments as concepts it can do.

    Args:
        before: ids of concepts that a department named until now: those no department names any more are taken away.
    """
    named = set(Department.objects.filter(unit=unit_id, closed_at=None).values_list("subjects", flat=True)) - {None}
    UnitConcept.objects.filter(unit=unit_id, role=ConceptRole.CAN, concept__in=set(before) - named).delete()
    UnitConcept.objects.bulk_create(
        [UnitConcept(unit_id=unit_id, concept_id=one, role=ConceptRole.CAN, by_hand=True) for one in sorted(named)],
        ignore_conflicts=True,
    )
