"""What the pages of rounds show. Of a team a unit reads its course, size, skills and distance, never a student's name."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.college.finding import colleges_of
from virtualclusters.areas.student_projects.college.rules import LOOKED_AFTER
from virtualclusters.areas.student_projects.models import ProjectWork, Team, TeamMember
from virtualclusters.areas.student_projects.models.rounds import RoundProject, RoundTeam, RoundUnit, UnitRank
from virtualclusters.areas.student_projects.projects.cards import students_in_words
from virtualclusters.areas.student_projects.projects.nearby import kilometres_between
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.areas.student_projects.projects.queries import skills_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind, Unit
from virtualclusters.ui.formatters import km, number

MOST_OFFERED = 100
LEFT_OUT = {
    "team_closed": gettext_lazy("The team had ended."),
    "course_closed": gettext_lazy("The team's course was over."),
    "no_supervisor": gettext_lazy("Nobody looked after the team."),
    "supervisor_not_joined": gettext_lazy("The team's teacher had not said yes."),
    "team_empty": gettext_lazy("Nobody was in the team."),
    "team_taken": gettext_lazy("The team worked on another project already."),
    "supervisor_full": gettext_lazy("The teacher looked after as many projects as she can."),
    "no_place_left": gettext_lazy("The unit had given its last place away in the meantime."),
    "closed": gettext_lazy("The unit had taken the project back."),
    "person_gone": gettext_lazy("Whoever had said yes for it was not there any more."),
}


def college_districts() -> dict[str, str]:
    """Districts in which a college lies: folded name to the value that a round keeps. One query."""
    rows = Unit.objects.filter(organisation__kind=OrganisationKind.ACADEMIC_INSTITUTION, closed_at=None)
    pairs = rows.exclude(district="").values_list("state", "district").distinct()
    return {fold(district): f"{state}:{district}" for state, district in pairs}


def projects_of_round(allocation_round) -> list:
    """Projects on a round's list, with how many teams wish for each and the yes of their unit. Two queries."""
    rows = RoundProject.objects.filter(round=allocation_round).annotate(wishing=Count("wishes"))
    found = list(rows.select_related("opportunity__unit__organisation").order_by("pk"))
    units = {row.unit_id: row for row in RoundUnit.objects.filter(round=allocation_round)}
    for row in found:
        row.round_unit = units.get(row.opportunity.unit_id)
    return found


def projects_to_offer(allocation_round, actor, *, at) -> list:
    """Open projects that are not on the list yet, newest first."""
    on_it = RoundProject.objects.filter(round=allocation_round, opportunity=OuterRef("pk"))
    rows = Opportunity.objects.visible_to(actor, at).open_at(at).filter(~Exists(on_it), kind=PROJECT)
    return list(rows.select_related("unit__organisation").order_by("-published_at", "-pk")[:MOST_OFFERED])


def teams_of_round(allocation_round) -> list:
    """Teams in a round with their wishes counted, in the order of colleges and names. Two queries."""
    rows = RoundTeam.objects.filter(round=allocation_round).annotate(wished=Count("wishes"))
    related = ("team__course__department__unit__organisation", "team__supervisor", "project__opportunity")
    found = list(rows.select_related(*related).order_by("team__course__department__unit__organisation", "team__name"))
    _count_members(found)
    return found


def teams_to_enter(allocation_round, actor, *, at) -> list:
    """Teams of her colleges that could enter and have not: looked after, in a running course, not at work."""
    entered = RoundTeam.objects.filter(round=allocation_round, team=OuterRef("pk"))
    at_work = ProjectWork.objects.filter(team=OuterRef("pk"), held=True)
    rows = Team.objects.filter(
        ~Exists(entered),
        ~Exists(at_work),
        Exists(TeamMember.objects.filter(team=OuterRef("pk"), left_at=None)),
        LOOKED_AFTER,
        course__department__unit__organisation__in=colleges_of(actor),
        closed_at=None,
        course__closed_at=None,
        course__ends_on__gte=day_in_india(at),
    )
    return list(rows.select_related("course", "supervisor").order_by("course__name", "name", "pk")[:MOST_OFFERED])


def _count_members(round_teams):
    rows = TeamMember.objects.filter(team__in=[row.team_id for row in round_teams], left_at=None)
    count = Counter(rows.values_list("team", flat=True))
    for row in round_teams:
        row.size = count[row.team_id]


def told_of_teams(round_teams, unit, *, at) -> dict[int, str]:
    """Each team in one line, as a unit may read it: college, course, size, skills, distance. Two queries."""
    _count_members(round_teams)
    skills = skills_of([row.team_id for row in round_teams], at=at)
    return {row.pk: _line(row, sorted(skills[row.team_id]), unit) for row in round_teams}


def _line(row, skills, unit):
    campus = row.team.course.department.unit
    parts = [campus.organisation.name, row.team.course.name, students_in_words(row.size)]
    parts += [", ".join(skills[:4])] if skills else []
    far = kilometres_between_units(campus, unit)
    return " · ".join([*parts, km(far) if far is not None else _("distance not known")])


def kilometres_between_units(campus, unit):
    """Kilometres between a campus and a unit; None when a place is not known."""
    return kilometres_between(Opportunity(unit=unit), campus)


def ranks_of(round_unit) -> dict:
    """What a unit said of each pair: level as text, or the word for "not this team"."""
    rows = UnitRank.objects.filter(project__round=round_unit.round_id, project__opportunity__unit=round_unit.unit_id)
    return {
        (project, team): "no" if level is None else str(level)
        for project, team, level in rows.values_list("project", "team", "level")
    }


def tell_rehearsed(allocation_round, teams, projects):
    """Give each team ``would``: the project it would get by the last rehearsal, or None. No query."""
    pairs, by_pk = dict(allocation_round.rehearsal.get("pairs", [])), {row.pk: row for row in projects}
    for row in teams:
        row.would = by_pk.get(pairs.get(row.pk))


def why_not_dearer(row, allocation_round) -> str:
    """Why a team got what it got, in one sentence; empty when it has its first wish."""
    if row.left_out:
        return str(LEFT_OUT.get(row.left_out, _("It could not be given.")))
    if row.wish == 1:
        return ""
    if not row.wished:
        return _("The team had no wish.")
    if row.wish:
        return _("What it wished for more was filled by teams that the units had put before it.")
    return _("All it wished for was filled by teams that the units had put before it.")


def shares(figures) -> list[tuple[str, str, str]]:
    """Rows of (what, in this round, first come first served) for the table of a rehearsal."""
    ours, theirs = figures["by_wish"], figures["by_wish_first_come"]
    longest = max(len(ours), len(theirs))
    ours, theirs = ours + [0] * (longest - len(ours)), theirs + [0] * (longest - len(theirs))
    rows = [
        (_("Wish %(rank)s") % {"rank": number(rank)}, number(mine), number(other))
        for rank, (mine, other) in enumerate(zip(ours, theirs, strict=True), start=1)
    ]
    return [*rows, (_("No place"), number(figures["unplaced"]), number(figures["unplaced_first_come"]))]


def open_condition(at) -> Q:
    """Rounds in which one can still wish and rank."""
    return Q(closes_at__gt=at, applied_at=None, cancelled_at=None)
