"""What a teacher and a student see of their own: a handful of queries, however many teams."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.college.queries import with_named_subjects
from virtualclusters.areas.student_projects.college.rules import Standing, is_minor, standing
from virtualclusters.areas.student_projects.models import FacultyMember, Student, Team, TeamMember, WeekLog
from virtualclusters.areas.student_projects.projects.operations.working import week_of
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india

CHOSEN = (Phase.AGREED, Phase.UNDER_WAY, Phase.CLOSED)
MOST_WAYS = 10
WORDS = {
    "my_project": _("My project"),
    "my_teams": _("My teams"),
    "guardian_consent": _("What my child takes part in"),
}
NOW = TeamMember.objects.filter(left_at=None)


def teaching_of(actor, *, language):
    """The actor's rows as a teacher, each with ``open_teams`` once she said yes; a team with ``talks``, its projects."""
    teams = Team.objects.filter(closed_at=None).select_related("course").order_by("course__name", "name")
    members = NOW.select_related("student").order_by("student__roll_number")
    teams = teams.prefetch_related(Prefetch("members", members, to_attr="now"))
    rows = FacultyMember.objects.filter(person=actor.person_id, left_at=None).order_by("pk")
    rows = rows.select_related("department__unit__organisation").prefetch_related(
        "subjects", Prefetch("teams", teams, to_attr="open_teams")
    )
    found = with_named_subjects(rows, language)
    _add_talks([team for row in found for team in row.open_teams], actor)
    return found


def _projects_of(actor, series):
    """The projects for which teams were chosen, as far as the actor takes part."""
    chosen = Engagement.objects.visible_to(actor).filter(series__in=series, phase__in=CHOSEN)
    return chosen.select_related("opportunity")


def _add_talks(teams, actor):
    talks = _projects_of(actor, [team.series for team in teams])
    by_series = defaultdict(list)
    for talk in talks.order_by("-opened_at"):
        by_series[talk.series].append(talk)
    for team in teams:
        team.talks = by_series[team.series]


def own_teaching(person, pk):
    """One of a person's rows as a teacher who said yes. Raises NotFound."""
    found = FacultyMember.objects.filter(person=person, joined_at__isnull=False, left_at=None, pk=pk).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class Study:
    """A person's row as a student: her consent, team, mates by name, and the talks of her team.

    A talk has ``week_written``: whether she wrote this week of it.
    """

    student: Student
    standing: Standing
    minor: bool
    team: Team | None = None
    mates: list[str] = field(default_factory=list)
    talks: list[Engagement] = field(default_factory=list)


def studies_of(person, *, actor, at) -> list[Study]:
    """A person's rows as a student of colleges she has not left. Mates are those of her own team, once she said yes herself:
    before that a number typed wrong would show them to a stranger.
    """
    mine = NOW.select_related("team__course", "team__supervisor")
    rows = Student.objects.filter(person=person, left_at=None, erased_at=None).order_by("pk")
    rows = rows.select_related("organisation", "course").prefetch_related(
        Prefetch("team_memberships", mine, to_attr="teams_now")
    )
    return [_study(student, actor, day_in_india(at)) for student in rows]


def _study(student, actor, today):
    stands, minor = standing(student, on=today), is_minor(student, on=today)
    if not student.teams_now:
        return Study(student, stands, minor)
    team = student.teams_now[0].team
    others = NOW.filter(team=team).exclude(student=student) if student.consented_at else NOW.none()
    mates = others.values_list("student__name", flat=True)
    this_week = WeekLog.objects.filter(engagement=OuterRef("pk"), student=student, week=week_of(today))
    talks = _projects_of(actor, [team.series]).annotate(week_written=Exists(this_week))
    return Study(student, stands, minor, team, sorted(mates), list(talks.order_by("-opened_at")[:20]))


def ways_of(person) -> list[tuple[str, str]]:
    """(words, address) of the pages of a person's own as a student, a teacher, a guardian. One query."""
    here = {"left_at": None, "erased_at": None}
    studies = _rows("my_project", Student.objects.filter(person=person, **here))
    teaches = _rows("my_teams", FacultyMember.objects.filter(person=person, left_at=None))
    wards = Student.objects.filter(guardian=person, **here).annotate(page=Value("guardian_consent"))
    found = studies.union(teaches, wards.values_list("page", "guardian_key")).order_by("page", "key")
    return [(WORDS[page], reverse(page, args=[key] if key else [])) for page, key in found[:MOST_WAYS]]


def _rows(page, rows):
    return rows.annotate(page=Value(page), key=Value("")).values_list("page", "key")
