"""The allocation against an independent checker, against every possible allocation of small rounds, and against hand-made ones."""

import itertools
import random
from dataclasses import replace

import pytest

from virtualclusters.matching.allocation import Allocation, Project, Round, Supervisor, Team, allocate, first_come
from virtualclusters.matching.stability import breaches


def small_round(seed: int, *, teams=4, projects=3, units=2, supervisors=2) -> Round:
    """A round in which every capacity, reserve, rank, refusal and tie may bind."""
    draw = random.Random(seed)
    numbers = range(1, teams + 1)
    offered = tuple(
        Project(
            id=100 + number,
            unit=10 + draw.randrange(units),
            places=(places := draw.randint(1, 2)),
            reserved=draw.randint(0, places),
            levels={team: draw.randint(1, 2) for team in numbers if draw.random() < 0.7},
            refused=frozenset(team for team in numbers if draw.random() < 0.1),
        )
        for number in range(projects)
    )
    wishing = tuple(
        Team(
            number,
            wishes=tuple(draw.sample([one.id for one in offered], draw.randint(0, projects))),
            supervisor=1000 + draw.randrange(supervisors),
            reserved=draw.random() < 0.4,
        )
        for number in numbers
    )
    keeping = tuple(
        Supervisor(
            1000 + number, draw.randint(0, 3), {team: draw.randint(1, 2) for team in numbers if draw.random() < 0.5}
        )
        for number in range(supervisors)
    )
    return Round(wishing, keeping, offered, {10 + unit: draw.randint(0, 3) for unit in range(units)}, seed=str(seed))


def every_allocation(given: Round):
    """Every way of giving each team one of its wishes or nothing."""
    for choice in itertools.product(*[(None, *team.wishes) for team in given.teams]):
        yield {team.id: project for team, project in zip(given.teams, choice, strict=True) if project is not None}


def rank_of(given: Round, placed, team: Team) -> int:
    """0 for the dearest wish; one past the last for nothing."""
    return team.wishes.index(placed[team.id]) if team.id in placed else len(team.wishes)


@pytest.mark.parametrize("start", range(0, 1000, 200))
def test_an_allocation_has_no_breach_whatever_binds(start):
    for seed in range(start, start + 200):
        given = small_round(seed, teams=7, projects=4, units=3, supervisors=3)

        assert breaches(given, allocate(given).placed) == [], seed


def test_when_no_supervisor_is_full_no_stable_allocation_is_better_for_any_team():
    for seed in range(120):
        drawn = small_round(seed)
        given = replace(drawn, supervisors=tuple(replace(one, load=9) for one in drawn.supervisors))
        ours = allocate(given).placed
        stable = [placed for placed in every_allocation(given) if not breaches(given, placed)]

        assert ours in stable
        for placed, team in itertools.product(stable, given.teams):
            assert rank_of(given, ours, team) <= rank_of(given, placed, team), (seed, team.id)


def test_when_no_supervisor_is_full_no_team_gains_by_wishing_otherwise():
    for seed in range(60):
        drawn = small_round(seed)
        given = replace(drawn, supervisors=tuple(replace(one, load=9) for one in drawn.supervisors))
        ours = allocate(given).placed
        for position, team in enumerate(given.teams):
            projects = [project.id for project in given.projects]
            for wishes in itertools.chain.from_iterable(itertools.permutations(projects, n) for n in range(4)):
                teams = list(given.teams)
                teams[position] = replace(team, wishes=wishes)
                other = allocate(replace(given, teams=tuple(teams))).placed.get(team.id)
                gained = other in team.wishes and team.wishes.index(other) < rank_of(given, ours, team)

                assert not gained, (seed, team.id, wishes)


def test_the_checker_finds_what_is_wrong_with_every_allocation_but_the_stable_ones():
    given = Round(
        teams=(Team(1, (100, 101), 1000), Team(2, (100, 101), 1000)),
        supervisors=(Supervisor(1000, 2),),
        projects=(Project(100, 10, 1, levels={1: 1, 2: 2}), Project(101, 11, 1)),
        capacities={10: 1, 11: 1},
        seed="s",
    )

    stable = [placed for placed in every_allocation(given) if not breaches(given, placed)]

    assert stable == [{1: 100, 2: 101}]
    assert [one.code for one in breaches(given, {1: 100, 2: 100})] == [
        "project_over",
        "unit_over",
    ]
    assert [(one.code, one.team, one.about) for one in breaches(given, {2: 100, 1: 101})] == [("blocking_pair", 1, 100)]


def test_a_reserved_seat_goes_to_a_team_of_the_district_first_and_to_others_when_none_wants_it():
    project = Project(100, 10, places=1, reserved=1, levels={1: 1, 2: 2})
    alone = Round((Team(1, (100,), 1000),), (Supervisor(1000, 9),), (project,), {10: 1}, "s")
    both = replace(alone, teams=(*alone.teams, Team(2, (100,), 1000, reserved=True)))

    assert allocate(alone).placed == {1: 100}
    assert allocate(both).placed == {2: 100}


def test_when_a_supervisors_team_has_no_wish_left_her_next_team_enters():
    given = Round(
        teams=(Team(1, (100,), 1000), Team(2, (101,), 1000), Team(3, (100,), 1001)),
        supervisors=(Supervisor(1000, 1, {1: 1, 2: 2}), Supervisor(1001, 1)),
        projects=(Project(100, 10, 1, levels={3: 1, 1: 2}), Project(101, 10, 1)),
        capacities={10: 2},
        seed="s",
    )

    assert allocate(given).placed == {3: 100, 2: 101}


def test_the_published_seed_decides_ties_and_always_in_the_same_way():
    tied = Round(
        tuple(Team(number, (100,), 1000) for number in range(1, 9)),
        (Supervisor(1000, 8),),
        (Project(100, 10, 1),),
        {10: 1},
        seed="4 December 2026",
    )
    winners = [allocate(replace(tied, seed=seed)).placed for seed in ("4 December 2026", "5 December 2026")]

    assert winners == [{1: 100}, {5: 100}]


def test_first_come_first_served_gives_by_the_order_of_arrival():
    given = Round(
        (Team(1, (100, 101), 1000), Team(2, (100, 101), 1000), Team(3, (100, 101), 1000)),
        (Supervisor(1000, 2),),
        (Project(100, 10, 1), Project(101, 10, 1)),
        {10: 2},
        "s",
    )

    assert first_come(given, arrivals=(3, 1, 2)) == Allocation({3: 100, 1: 101})
