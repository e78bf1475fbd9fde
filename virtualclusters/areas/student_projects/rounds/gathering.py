"""A round's rows as the values that `matching.allocation` works on, and the rows again from its answer."""

from collections import defaultdict
from dataclasses import dataclass

from virtualclusters.areas.student_projects.models import ProjectWork
from virtualclusters.areas.student_projects.models.rounds import RoundProject, RoundTeam, RoundUnit, TeamWish, UnitRank
from virtualclusters.areas.student_projects.projects.rules import refuse_team
from virtualclusters.matching.allocation import Project, Round, Supervisor, Team


@dataclass(frozen=True)
class Gathered:
    """What takes part now, and what does not any more.

    Attributes:
        given: the round as values; ids of teams are those of ``RoundTeam``, of projects those of ``RoundProject``.
        teams: the rows of all teams by id.
        left_out: reason code by id of a team that cannot take part any more.
    """

    given: Round
    teams: dict[int, RoundTeam]
    left_out: dict[int, str]


def gather(allocation_round, *, at) -> Gathered:
    """Everything that takes part at a moment: open projects of units that said yes, teams that can work."""
    rows = RoundTeam.objects.filter(round=allocation_round).order_by("pk")
    teams = {row.pk: row for row in rows.select_related("team__course__department__unit", "team__supervisor")}
    left_out = {pk: code for pk, row in teams.items() if (code := _objection(row.team, at))}
    projects, capacities = _projects(allocation_round, at)
    entered = [row for pk, row in teams.items() if pk not in left_out]
    given = Round(
        teams=_teams(allocation_round, entered, {project.id for project in projects}),
        supervisors=_supervisors(entered),
        projects=tuple(projects),
        capacities=capacities,
        seed=allocation_round.seed,
    )
    return Gathered(given, teams, left_out)


def district_of(unit) -> str:
    """A unit's district as reserved districts are written."""
    return f"{unit.state}:{unit.district}"


def _objection(team, at) -> str:
    objection = refuse_team(team, at)
    if objection is not None:
        return objection.code
    return "team_taken" if ProjectWork.objects.filter(team=team, held=True).exists() else ""


def _projects(allocation_round, at):
    units = RoundUnit.objects.filter(round=allocation_round, agreed_at__isnull=False, agreed_by__isnull=False)
    capacities = dict(units.values_list("unit", "capacity"))
    rows = RoundProject.objects.filter(round=allocation_round, opportunity__unit__in=capacities).order_by("pk")
    levels, refused = _ranks(allocation_round)
    found = []
    for row in rows.select_related("opportunity"):
        free = (row.opportunity.places or 1) - row.opportunity.places_taken
        if row.opportunity.is_open(at) and free > 0:
            unit = row.opportunity.unit_id
            found.append(
                Project(row.pk, unit, free, min(row.reserved, free), levels[row.pk], frozenset(refused[row.pk]))
            )
    return found, capacities


def _ranks(allocation_round):
    levels, refused = defaultdict(dict), defaultdict(set)
    rows = UnitRank.objects.filter(project__round=allocation_round)
    for project, team, level in rows.values_list("project", "team", "level"):
        if level is None:
            refused[project].add(team)
        else:
            levels[project][team] = level
    return levels, refused


def _teams(allocation_round, entered, open_projects):
    wishes = defaultdict(list)
    for team, project in TeamWish.objects.filter(team__round=allocation_round).values_list("team", "project"):
        if project in open_projects:
            wishes[team].append(project)
    reserved = set(allocation_round.reserved_districts)
    return tuple(
        Team(
            row.pk,
            wishes=tuple(wishes[row.pk]),
            supervisor=row.team.supervisor_id,
            reserved=district_of(row.team.course.department.unit) in reserved,
        )
        for row in entered
    )


def _supervisors(entered):
    """Each with the load left for this round: teams that she looks after outside of it count, those in it do not yet."""
    hers = defaultdict(list)
    for row in entered:
        hers[row.team.supervisor].append(row)
    return tuple(
        Supervisor(
            one.pk,
            load=max(0, one.most_projects - (one.projects_taken - len(rows))),
            levels={row.pk: row.level for row in rows if row.level},
        )
        for one, rows in hers.items()
    )
