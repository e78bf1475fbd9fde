"""Publishing a project or a college's offer: the exchange's verb and the area's own row, in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import CollegeOffer, Department, FacultyMember, ProjectBrief, Where
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish
from virtualclusters.foundation.errors import Refused

PROJECT, OFFER = "student_project", "college_offer"


@transaction.atomic
def publish_project(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None,
    teams=1, **brief,
):  # fmt: skip
    """Publish a project of a unit, and return its opportunity.

    Args:
        teams: how many teams may be chosen.
        brief: columns of ``ProjectBrief``.

    Raises what ``publish`` raises.
    """
    opportunity = publish(
        kind=PROJECT,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ABOUT, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote or brief.get("where") == Where.REMOTE,
        closes_at=closes_at,
        places=teams,
        actor=actor,
        at=at,
    )
    ProjectBrief.objects.create(opportunity=opportunity, **brief)
    return opportunity


@transaction.atomic
def publish_offer(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None,
    department_id=None, faculty_id=None, **offer,
):  # fmt: skip
    """Publish what a department or a teacher offers to units, and return its opportunity.

    Args:
        offer: columns of ``CollegeOffer``.

    Raises:
        Refused: department or teacher is of another college; and what ``publish`` raises.
    """
    opportunity = publish(
        kind=OFFER,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.OFFERS, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        actor=actor,
        at=at,
    )
    _refuse_strangers(opportunity.unit.organisation_id, department_id, faculty_id)
    CollegeOffer.objects.create(opportunity=opportunity, department_id=department_id, faculty_id=faculty_id, **offer)
    return opportunity


def _refuse_strangers(organisation_id, department_id, faculty_id):
    own_department = Department.objects.filter(pk=department_id, unit__organisation=organisation_id)
    own_faculty = FacultyMember.objects.filter(pk=faculty_id, department__unit__organisation=organisation_id)
    if (department_id and not own_department.exists()) or (faculty_id and not own_faculty.exists()):
        raise Refused("not_yours", _("This department or teacher is not of your college."))
