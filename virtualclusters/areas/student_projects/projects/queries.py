"""Reads of projects: who applied, with which teams a college can apply, how the work stands."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from virtualclusters.areas.student_projects.college.rules import LOOKED_AFTER, has_consented
from virtualclusters.areas.student_projects.models import ProjectWork, Student, Team, WeekLog
from virtualclusters.areas.student_projects.projects.nearby import kilometres_between
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india

MOST = 50
IN_TEAM = Q(members__left_at=None, members__isnull=False)


@dataclass(frozen=True)
class Applicant:
    """One team that applied, as the unit sees it: never a student's name, and skills only of those who have
    consented. Distance in kilometres, or None.

    ``words`` are the first that the college wrote, without contacts.
    """

    engagement: Engagement
    college: str
    team: Team | None
    size: int
    skills: tuple[str, ...]
    kilometres: float | None
    words: str
    ended_because: str


def own_project(actor, pk) -> Opportunity:
    """A project that the actor's organisation published.

    Raises:
        NotFound: there is none.
    """
    own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    rows = Opportunity.objects.filter(kind=PROJECT, unit__organisation__in=own)
    return rows.select_related("unit__organisation", "project").one(pk)


def open_project(actor, pk, *, at) -> Opportunity:
    """A project that the actor may read.

    Raises:
        NotFound: there is none.
    """
    rows = Opportunity.objects.visible_to(actor, at).filter(kind=PROJECT)
    return rows.select_related("unit__organisation", "project").one(pk)


def applicants_of(opportunity, *, at) -> list[Applicant]:
    """The teams that applied or were invited: those still open first, the nearest first. Four queries."""
    engagements = list(opportunity.engagements.select_related("lead__organisation").order_by("opened_at", "pk")[:MOST])
    teams = _teams_by_series([one.series for one in engagements if one.series])
    skills = skills_of([team.pk for team in teams.values()], at=at)
    words = _first_words(engagements)
    found = [_applicant(one, opportunity, teams.get(one.series), skills, words) for one in engagements]
    return sorted(
        found, key=lambda one: (one.engagement.phase not in LIVE, one.kilometres is None, one.kilometres or 0)
    )


def _applicant(engagement, opportunity, team, skills, words):
    engagement.opportunity = opportunity
    return Applicant(
        engagement=engagement,
        college=engagement.lead.organisation.name,
        team=team,
        size=team.size if team else 0,
        skills=tuple(sorted(skills[team.pk]))[:6] if team else (),
        kilometres=kilometres_between(opportunity, engagement.lead),
        words=words.get(engagement.thread_id, "") if engagement.opened_by == "answerer" else "",
        ended_because=end_in_words(engagement),
    )


def _first_words(engagements):
    """By thread the first words that stand in it, without contacts."""
    posts = Post.objects.filter(thread__in=[one.thread_id for one in engagements], erased_at=None)
    rows = posts.order_by("thread", "pk").distinct("thread").values_list("thread", "words")
    return {thread: mask_contacts(words) for thread, words in rows}


def _teams_by_series(series):
    rows = Team.objects.filter(series__in=series).select_related("course__department", "supervisor")
    return {team.series: team for team in rows.annotate(size=Count("members", filter=IN_TEAM))}


def skills_of(team_ids, *, at) -> defaultdict[int, set]:
    """What the students of teams can do, by the team's id; of those only whose consent is whole. One query."""
    told: defaultdict[int, set] = defaultdict(set)
    now = {"team_memberships__team__in": team_ids, "team_memberships__left_at": None}
    rows = Student.objects.filter(has_consented(on=day_in_india(at)), **now)
    for team, skills in rows.values_list("team_memberships__team", "skills"):
        told[team].update(skills)
    return told


def teams_to_send(actor, *, day):
    """The actor's teams that could take a project: open, of a course that runs, with students and a teacher, not at work."""
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    rows = Team.objects.filter(
        LOOKED_AFTER,
        course__department__unit__organisation__in=own,
        closed_at=None,
        course__closed_at=None,
        course__ends_on__gte=day,
    )
    at_work = ProjectWork.objects.filter(held=True).values("team")
    counted = rows.exclude(pk__in=at_work).annotate(size=Count("members", filter=IN_TEAM)).filter(size__gt=0)
    return counted.select_related("course__department__unit", "supervisor").order_by("course__name", "name")[:MOST]


def answered_already(opportunity_ids, actor) -> set[int]:
    """Those of the projects that have a live answer of the actor's college. One query."""
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    live = Engagement.objects.live().filter(opportunity__in=opportunity_ids, lead__organisation__in=own)
    return set(live.values_list("opportunity", flat=True))


def sent_already(opportunity, actor) -> set[str]:
    """The series of the teams with which the actor's college has a live answer."""
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    live = Engagement.objects.live().filter(opportunity=opportunity, lead__organisation__in=own)
    return set(live.values_list("series", flat=True))


def weeks_of(engagement):
    """The weeks students wrote, newest first, with the words on them."""
    rows = WeekLog.objects.filter(engagement=engagement).select_related("student")
    return rows.prefetch_related("comments__person")
