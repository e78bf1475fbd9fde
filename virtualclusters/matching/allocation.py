"""An allocation round: teams wish for projects, units rank teams, and seats are given so that nobody can better it.

Deferred acceptance, teams proposing (Gale and Shapley 1962), in the student-project form in which a unit has a capacity over all its
projects (Abraham, Irving, Manlove 2007), with reserved seats that fall to others when nobody claims them (Hafalir, Yenmez, Yildirim
2013). What the result is worth is written down in `stability`, which checks it and shares no code with this module; why it was chosen
stands in docs/decisions/an-allocation-round-gives-seats-nobody-can-better.md.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

Claim = tuple[int, int, int]
"""How good a team's claim is, the lowest first: level given by who ranks, then the lot drawn, then its id."""
NOT_RANKED = 1_000_000
"""The level of a team that was neither ranked nor refused: after all that were ranked."""


@dataclass(frozen=True, slots=True)
class Team:
    """A team that wishes for projects.

    Attributes:
        wishes: ids of projects, the dearest first; what is not wished for is never given.
        supervisor: who looks after it, in `Supervisor.id`.
        reserved: its college lies in an under-served district, so it may claim reserved seats.
    """

    id: int
    wishes: tuple[int, ...]
    supervisor: int
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Who looks after teams: at most ``load`` of them; ``levels`` says which of hers go first (lowest), lots decide the rest."""

    id: int
    load: int
    levels: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """A project of a unit.

    Attributes:
        places: how many teams it takes.
        reserved: how many of the places are for teams of under-served districts first.
        levels: level by team id, 1 for the best; teams on one level are told apart by lot.
        refused: teams that the unit does not take.
    """

    id: int
    unit: int
    places: int
    reserved: int = 0
    levels: Mapping[int, int] = field(default_factory=dict)
    refused: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Round:
    """All that an allocation depends on; ``capacities`` is how many teams a unit takes over all its projects, by its id."""

    teams: tuple[Team, ...]
    supervisors: tuple[Supervisor, ...]
    projects: tuple[Project, ...]
    capacities: Mapping[int, int]
    seed: str


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who got what: project id by team id; teams that are missing got nothing. ``proposals`` is how often a team asked."""

    placed: Mapping[int, int]
    proposals: int = 0


def lot(seed: str, number: int) -> int:
    """The lot a team draws: the same on every machine for the same published seed."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{number}".encode()).digest()[:8])


def allocate(given: Round) -> Allocation:
    """The team-optimal stable allocation of a round, in about (number of wishes) steps.

    A supervisor's teams enter in her order, as many as she can look after; when one of them has no wish left, her next team enters.
    """
    return _Run(given).finished()


def first_come(given: Round, *, arrivals: Iterable[int]) -> Allocation:
    """What would happen without a round: teams come in this order (their ids) and each takes its dearest project that has room."""
    teams = {team.id: team for team in given.teams}
    projects = {project.id: project for project in given.projects}
    room = {project.id: project.places for project in given.projects}
    unit_room, load = dict(given.capacities), {one.id: one.load for one in given.supervisors}
    placed: dict[int, int] = {}
    for team in (teams[number] for number in arrivals):
        for wish in team.wishes if load[team.supervisor] else ():
            project = projects[wish]
            if room[wish] and unit_room[project.unit] and team.id not in project.refused:
                placed[team.id] = wish
                room[wish] -= 1
                unit_room[project.unit] -= 1
                load[team.supervisor] -= 1
                break
    return Allocation(placed)


@dataclass(frozen=True, slots=True)
class _Held:
    """A team that a unit holds for now, in one of its projects."""

    claim: Claim
    team: Team
    project: Project


class _Run:
    """The state of one run: who is held where, which wish each team asks next, who has not entered yet."""

    def __init__(self, given: Round) -> None:
        self.given = given
        self.projects = {project.id: project for project in given.projects}
        self.lots = {team.id: lot(given.seed, team.id) for team in given.teams}
        self.held: dict[int, list[_Held]] = {unit: [] for unit in given.capacities}
        self.next_wish = dict.fromkeys(self.lots, 0)
        self.proposals = 0
        self.outside = self._queues()
        self.asking: deque[Team] = deque()

    def finished(self) -> Allocation:
        for supervisor in self.given.supervisors:
            for _place in range(supervisor.load):
                self._enter_next(supervisor.id)
        while self.asking:
            self._ask(self.asking.popleft())
        return Allocation({one.team.id: one.project.id for held in self.held.values() for one in held}, self.proposals)

    def _queues(self) -> dict[int, deque[Team]]:
        levels = {one.id: one.levels for one in self.given.supervisors}
        ranked = sorted(
            (levels[team.supervisor].get(team.id, NOT_RANKED), self.lots[team.id], team.id, team)
            for team in self.given.teams
        )
        queues: dict[int, deque[Team]] = {one.id: deque() for one in self.given.supervisors}
        for team in map(itemgetter(3), ranked):
            queues[team.supervisor].append(team)
        return queues

    def _enter_next(self, supervisor: int) -> None:
        if self.outside[supervisor]:
            self.asking.append(self.outside[supervisor].popleft())

    def _ask(self, team: Team) -> None:
        """One team asks for its next wish; whom the unit lets go for it asks again later."""
        number = self.next_wish[team.id]
        if number == len(team.wishes):
            self._enter_next(team.supervisor)
            return
        self.next_wish[team.id] = number + 1
        self.proposals += 1
        project = self.projects[team.wishes[number]]
        if team.id in project.refused:
            self.asking.append(team)
            return
        asked = _Held(self._claim(team, project), team, project)
        before = self.held[project.unit]
        self.held[project.unit] = kept = chosen([*before, asked], self.given.capacities[project.unit])
        staying = {one.team.id for one in kept}
        self.asking.extend(one.team for one in (*before, asked) if one.team.id not in staying)

    def _claim(self, team: Team, project: Project) -> Claim:
        return project.levels.get(team.id, NOT_RANKED), self.lots[team.id], team.id


def chosen(asking: list[_Held], capacity: int) -> list[_Held]:
    """Whom a unit keeps of those who ask: reserved seats first, then the best claims, within each project and the unit.

    Adding one who asks never lets in somebody who was refused before; that is what the proof of stability needs.
    """
    ordered = sorted(asking, key=lambda one: one.claim)
    first = _seated([], (one for one in ordered if one.team.reserved), capacity, reserved=True)
    sitting = {one.team.id for one in first}
    return _seated(first, (one for one in ordered if one.team.id not in sitting), capacity, reserved=False)


def _seated(sitting: list[_Held], ordered: Iterable[_Held], capacity: int, *, reserved: bool) -> list[_Held]:
    """Those who sit already and, in this order, whoever still finds a seat; only reserved seats are given when ``reserved``."""
    kept, taken = list(sitting), Counter(one.project.id for one in sitting)
    for one in ordered:
        seats = one.project.reserved if reserved else one.project.places
        if len(kept) < capacity and taken[one.project.id] < seats:
            kept.append(one)
            taken[one.project.id] += 1
    return kept
