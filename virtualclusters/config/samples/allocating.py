"""A sample allocation round: two teams and a unit that have said what they like, waiting for the last day."""

from functools import partial

from virtualclusters.accounts.models import Person
from virtualclusters.areas.student_projects.models import Team
from virtualclusters.areas.student_projects.models.rounds import RoundProject, RoundTeam, RoundUnit
from virtualclusters.areas.student_projects.rounds.operations import preparing
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, phone, table
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Role

COLLEGE = "college"


def load_rounds(now):
    """Open the rounds, with their teams, projects, wishes and ranks."""
    for row in table("rounds"):
        once(f"round:{row['key']}", partial(_round, row, now), now=now)


def _round(row, now):
    at, coordinator = before(now, row), actor_of(COLLEGE, role=Role.COORDINATOR)
    told = {"actor": coordinator, "at": at}
    allocation_round = preparing.open_round(
        organisation_id=unit_of(COLLEGE).organisation_id,
        title=row["title"],
        closes_at=after(now, row["closes_in"]),
        reserved_districts=[],
        for_all_colleges=False,
        **told,
    )
    names = [one["name"] for one in row["teams"]]
    teams = Team.objects.filter(course__department__unit=unit_of(COLLEGE), name__in=names)
    preparing.enter_teams(round_id=allocation_round.pk, team_ids=list(teams.values_list("pk", flat=True)), **told)
    projects = Opportunity.objects.filter(kind="student_project", title__in=row["projects"])
    ids = list(projects.values_list("pk", flat=True))
    preparing.ask_projects_in(round_id=allocation_round.pk, opportunity_ids=ids, reserved=0, **told)
    _say(row, allocation_round, at)


def _say(row, allocation_round, at):
    project = RoundProject.objects.get(round=allocation_round)
    teams = {one.team.name: one for one in RoundTeam.objects.filter(round=allocation_round).select_related("team")}
    for one in row["teams"]:
        student = actor_for(Person.objects.get(phone=phone(one["by"])))
        preparing.wish(round_team_id=teams[one["name"]].pk, project_ids=[project.pk], actor=student, at=at)
    unit = row["unit"]
    preparing.take_part(
        round_unit_id=RoundUnit.objects.get(round=allocation_round).pk,
        capacity=unit["capacity"],
        levels={(project.pk, teams[name].pk): level for level, name in enumerate(unit["likes"], start=1)},
        refused=[],
        actor=actor_of(unit["by"]),
        at=at,
    )
