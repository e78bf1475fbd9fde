"""Who stands where in a project: the unit, the college, the teacher who looks after the team, a student of the team."""

from dataclasses import dataclass
from enum import StrEnum

from virtualclusters.areas.student_projects.models import ProjectWork, Student
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound


class Seat(StrEnum):
    UNIT = "unit"
    COLLEGE = "college"
    MENTOR = "mentor"
    STUDENT = "student"


TEACHERS = frozenset({Seat.COLLEGE, Seat.MENTOR})


@dataclass(frozen=True)
class Place:
    """Where the actor stands in an engagement; ``student`` is her row when she is one of the team."""

    engagement: Engagement
    seat: Seat
    work: ProjectWork | None
    student: Student | None = None

    @property
    def side(self):
        return "publisher" if self.seat == Seat.UNIT else "answerer"


def place_of(engagement_id, *, actor) -> Place:
    """Where the actor stands in a project she may see.

    Raises:
        NotFound: there is none, or she takes no part.
    """
    return _place(_rows(Engagement.objects.visible_to(actor)).one(engagement_id), actor)


def place_for_change(engagement_id, *, actor) -> Place:
    """The same, locked, for whoever may write in it.

    Raises:
        NotFound: there is none, or she may not write in it.
    """
    return _place(_rows(Engagement.objects.for_word(actor)).one(engagement_id), actor)


def _rows(engagements):
    return engagements.filter(opportunity__kind=PROJECT).select_related(
        "opportunity__unit__organisation", "opportunity__project", "lead__organisation"
    )


def _place(engagement, actor):
    rows = ProjectWork.objects.select_related("team__course__department", "team__course__rule", "team__supervisor")
    work = rows.select_related("supervisor").filter(engagement=engagement).first()
    if work is not None and _looks_after(work.supervisor, actor):
        return Place(engagement, Seat.MENTOR, work)
    if side := _side(engagement, actor):
        return Place(engagement, Seat.UNIT if side == PUBLISHER else Seat.COLLEGE, work)
    student = _student(work, actor)
    if student is None:
        raise NotFound
    return Place(engagement, Seat.STUDENT, work, student)


def _looks_after(teacher, actor):
    hers = actor.person_id is not None and teacher.person_id == actor.person_id
    return hers and teacher.joined_at is not None and teacher.left_at is None


def _side(engagement, actor):
    """The side on which an organisation of hers takes part; empty when she takes part as a person only."""
    own = {
        engagement.opportunity.unit.organisation_id: "publisher",
        engagement.lead.organisation_id: "answerer",
    }
    sides = {own[one] for one in actor.organisations_where(ExchangePermission.ENGAGEMENT_READ) if one in own}
    return max(sides, default="")


def _student(work, actor):
    if work is None or actor.person_id is None:
        return None
    mine = Student.objects.filter(person=actor.person_id, team_memberships__team=work.team_id)
    return mine.filter(team_memberships__left_at=None).first()
