"""What a finished allocation is held against, and a checker that finds every breach. It shares no code with `allocation`.

**Definition.** Write *claim* for (level, lot, id), the lowest the best. A team that sits in a project is *protected* there when it is of
an under-served district and among the best ``reserved`` such teams of that project. An allocation is stable when

1. *capacities hold*: of every project, every unit, every supervisor;
2. *nobody is forced*: a team sits only where it wished to, and where the unit did not refuse it;
3. *no pair blocks*: there is no team and project, dearer to the team than what it has, such that the team may be placed (it is placed
   already, or its supervisor has room, or she looks after a placed team that comes after it in her order), and

   - the team would be protected there, and fewer than the unit's capacity of its protected teams have a better claim; or
   - it would not be, and the project and the unit both have room; or only the unit lacks room and a team that is not protected sits
     somewhere in the unit with a worse claim; or the project lacks room and such a team sits in that very project.

The unit judges by what it holds now: when the team sits in another of its projects already, that seat counts like any other.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from virtualclusters.matching.allocation import NOT_RANKED, Claim, Project, Round, Team, lot


@dataclass(frozen=True, slots=True)
class Breach:
    """What is wrong: a stable word (``project_over``, ``blocking_pair`` …) and the ids it is about."""

    code: str
    team: int | None = None
    about: int | None = None


def breaches(given: Round, placed: Mapping[int, int]) -> list[Breach]:
    """Everything in which an allocation (project id by team id) falls short of the definition; an empty list is the proof."""
    bench = _Bench(given, placed)
    return [*bench.over_capacity(), *bench.forced(), *bench.blocking()]


class _Bench:
    """An allocation laid out for looking: who sits where, and with which claim."""

    def __init__(self, given: Round, placed: Mapping[int, int]) -> None:
        self.given, self.placed = given, placed
        self.teams = {team.id: team for team in given.teams}
        self.projects = {project.id: project for project in given.projects}
        self.supervisors = {one.id: one for one in given.supervisors}
        self.lots = {team.id: lot(given.seed, team.id) for team in given.teams}
        self.in_project: dict[int, list[Team]] = {project.id: [] for project in given.projects}
        self.in_unit: dict[int, list[tuple[Team, Project]]] = {unit: [] for unit in given.capacities}
        for number, project in placed.items():
            self.in_project[project].append(self.teams[number])
            self.in_unit[self.projects[project].unit].append((self.teams[number], self.projects[project]))
        self.looked_after = Counter(self.teams[number].supervisor for number in placed)
        self.last_of = self._last_placed_of_each()
        self.protected = {number for project in given.projects for number in self._protected_in(project)}

    def over_capacity(self) -> list[Breach]:
        """Capacities that do not hold."""
        found = [Breach("project_over", about=one.id) for one in self.given.projects if self._free(one) < 0]
        found += [Breach("unit_over", about=unit) for unit in self.in_unit if self._unit_free(unit) < 0]
        load = self.supervisors
        return found + [
            Breach("supervisor_over", about=one) for one, n in self.looked_after.items() if n > load[one].load
        ]

    def forced(self) -> list[Breach]:
        """Teams that sit where they did not wish to, or are not wanted."""
        return [
            Breach("forced", number, project)
            for number, project in self.placed.items()
            if project not in self.teams[number].wishes or number in self.projects[project].refused
        ]

    def blocking(self) -> list[Breach]:
        """Every pair that would rather have each other."""
        return [
            Breach("blocking_pair", team.id, wish)
            for team in self.given.teams
            if self._may_be_placed(team)
            for wish in self._dearer(team)
            if team.id not in self.projects[wish].refused and self._would_take(self.projects[wish], team)
        ]

    def _dearer(self, team: Team) -> tuple[int, ...]:
        has = self.placed.get(team.id)
        return team.wishes[: team.wishes.index(has)] if has in team.wishes else team.wishes

    def _may_be_placed(self, team: Team) -> bool:
        supervisor = self.supervisors[team.supervisor]
        if team.id in self.placed or self.looked_after[supervisor.id] < supervisor.load:
            return True
        return supervisor.load > 0 and self._hers(team) < self.last_of[supervisor.id]

    def _would_take(self, project: Project, team: Team) -> bool:
        mine, sitting = self._claim(team, project), self.in_unit[project.unit]
        if self._would_be_protected(project, team, mine):
            better = sum(one.id in self.protected and self._claim(one, where) < mine for one, where in sitting)
            return better < self.given.capacities[project.unit]
        weaker = [where.id for one, where in sitting if one.id not in self.protected and self._claim(one, where) > mine]
        if self._free(project) <= 0:
            return project.id in weaker
        return self._unit_free(project.unit) > 0 or bool(weaker)

    def _would_be_protected(self, project: Project, team: Team, mine: Claim) -> bool:
        rivals = [other for other in self.in_project[project.id] if other.reserved]
        return team.reserved and sum(self._claim(other, project) < mine for other in rivals) < project.reserved

    def _protected_in(self, project: Project) -> list[int]:
        of_district = [team for team in self.in_project[project.id] if team.reserved]
        of_district.sort(key=lambda team: self._claim(team, project))
        return [team.id for team in of_district[: project.reserved]]

    def _last_placed_of_each(self) -> dict[int, Claim]:
        last: dict[int, Claim] = {}
        for team in (self.teams[number] for number in self.placed):
            last[team.supervisor] = max(last.get(team.supervisor, self._hers(team)), self._hers(team))
        return last

    def _free(self, project: Project) -> int:
        return project.places - len(self.in_project[project.id])

    def _unit_free(self, unit: int) -> int:
        return self.given.capacities[unit] - len(self.in_unit[unit])

    def _claim(self, team: Team, project: Project) -> Claim:
        return project.levels.get(team.id, NOT_RANKED), self.lots[team.id], team.id

    def _hers(self, team: Team) -> Claim:
        return self.supervisors[team.supervisor].levels.get(team.id, NOT_RANKED), self.lots[team.id], team.id
