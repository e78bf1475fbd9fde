"""Who is told what about a project. Each message leads to the project's page."""

from django.urls import reverse

from virtualclusters.areas.student_projects.projects import notices
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Party
from virtualclusters.exchange.engagements.people import people_of

OTHER = {"publisher": "answerer", "answerer": "publisher"}


def tell(engagement, key, *, people, at, dedupe_key, about="", **variables):
    """Tell people something about one project; the link leads to its page."""
    notify(
        people_ids=people,
        key=key,
        variables={"title": engagement.opportunity.title} | variables,
        at=at,
        about=about or reverse("project_work", args=[engagement.pk]),
        dedupe_key=dedupe_key,
    )


def partners_of(engagement) -> list[int]:
    """Ids of the persons who take part beside the two sides: students and the teacher."""
    rows = Party.objects.filter(engagement=engagement, role=Party.Role.PARTNER, left_at=None, person__isnull=False)
    return list(rows.order_by("person").values_list("person", flat=True))


def firm_of(engagement, side) -> str:
    """The name of a side's organisation."""
    unit = engagement.opportunity.unit if side == "publisher" else engagement.lead
    return unit.organisation.name


def mentor_or_college(engagement) -> list[int]:
    """Ids of the teacher when she has joined, else of the college's people."""
    work = engagement.project_work
    if work.supervisor.person_id and work.supervisor.joined_at and work.supervisor.left_at is None:
        return [work.supervisor.person_id]
    return people_of(engagement, side="answerer")


def tell_settled(report, *, at):
    """Tell whoever reported that somebody looked into it."""
    notify(
        people_ids=[report.reporter_id],
        key=notices.SETTLED,
        variables={"title": report.opportunity.title},
        at=at,
        about=reverse("opportunity", args=[report.opportunity_id]),
        dedupe_key=f"project-settled:{report.pk}",
    )
