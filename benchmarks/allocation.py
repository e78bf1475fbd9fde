"""How long a big allocation round takes, the checker's proof, and what teams get of their wishes against first come, first served.

Run with ``python -m benchmarks.allocation [--teams 20000] [--projects 5000] [--wishes 12] [--seed 1]``. No database. The last line
is one JSON object. A made-up country: projects differ in how much they are liked, teams like what is near, some districts are
under-served; every number is drawn from the seed, so a run can be repeated.
"""

import argparse
import json
import random
from statistics import mean
from time import perf_counter

from virtualclusters.matching.allocation import Project, Round, Supervisor, Team, allocate, first_come
from virtualclusters.matching.stability import breaches

UNDER_SERVED = 0.2
TEAMS_A_SUPERVISOR = 6
MOST_RANKED = 15
STUDENTS_A_TEAM = 4


def made_up_round(*, teams: int, projects: int, wishes: int, seed: int) -> Round:
    """A round of so many teams and projects; two projects a unit, places for about four fifths of the teams."""
    draw = random.Random(seed)
    liked = [draw.random() ** 2 + 0.05 for _project in range(projects)]
    wishing = _teams(draw, teams, liked, wishes)
    known = _who_wishes_for(wishing)
    offered = tuple(_project(draw, number, known.get(number, []), teams / projects) for number in range(projects))
    capacities = {unit: draw.randint(2, 10) for unit in {one.unit for one in offered}}
    keeping = tuple(Supervisor(number, draw.randint(4, 6)) for number in range(-(-teams // TEAMS_A_SUPERVISOR)))
    return Round(wishing, keeping, offered, capacities, seed=f"benchmark {seed}")


def _teams(draw, teams, liked, wishes):
    everything = range(len(liked))
    return tuple(
        Team(
            number,
            wishes=tuple(dict.fromkeys(draw.choices(everything, weights=liked, k=wishes))),
            supervisor=number // TEAMS_A_SUPERVISOR,
            reserved=draw.random() < UNDER_SERVED,
        )
        for number in range(teams)
    )


def _who_wishes_for(teams):
    known = {}
    for team in teams:
        for wish in team.wishes:
            known.setdefault(wish, []).append(team.id)
    return known


def _project(draw, number, known, teams_a_project):
    places = draw.randint(1, max(1, round(1.6 * teams_a_project - 1)))
    ranked = draw.sample(known, min(len(known), MOST_RANKED))
    levels = {team: 1 + level // 3 for level, team in enumerate(ranked)}
    refused = frozenset(team for team in known if team not in levels and draw.random() < 0.02)
    return Project(number, number // 2, places, reserved=places // 4, levels=levels, refused=refused)


def figures(given: Round, placed) -> dict:
    """What teams got: shares of all teams by rank of choice, and of the reserved seats how many were filled."""
    ranks = [team.wishes.index(placed[team.id]) + 1 for team in given.teams if team.id in placed]
    of_district = [team for team in given.teams if team.reserved]
    levels = {project.id: project.levels for project in given.projects}
    wanted = sum(number in levels[project] for number, project in placed.items())
    return {
        "first": _share(sum(rank == 1 for rank in ranks), given.teams),
        "top3": _share(sum(rank <= 3 for rank in ranks), given.teams),
        "top5": _share(sum(rank <= 5 for rank in ranks), given.teams),
        "unplaced": _share(len(given.teams) - len(ranks), given.teams),
        "mean_rank": round(mean(ranks), 2) if ranks else None,
        "under_served_placed": _share(sum(team.id in placed for team in of_district), of_district),
        "seats_with_a_ranked_team": _share(wanted, placed),
    }


def _share(part, whole):
    return round(100 * part / len(whole), 1) if whole else None


def measured(given: Round, *, seed: int) -> dict:
    """One round allocated, checked and compared."""
    began = perf_counter()
    ours = allocate(given)
    allocated = perf_counter()
    found = breaches(given, ours.placed)
    checked = perf_counter()
    arrivals = [team.id for team in given.teams]
    random.Random(seed).shuffle(arrivals)
    by_arrival = first_come(given, arrivals=arrivals).placed
    return {
        "teams": len(given.teams),
        "projects": len(given.projects),
        "seconds": round(allocated - began, 2),
        "checker_seconds": round(checked - allocated, 2),
        "proposals": ours.proposals,
        "breaches": len(found),
        "blocking_pairs_first_come": len(breaches(given, by_arrival)),
        "round": figures(given, ours.placed),
        "first_come": figures(given, by_arrival),
    }


def table(row: dict) -> str:
    """One round as people read it."""
    lines = [
        f"{row['teams']:,} teams, {row['projects']:,} projects: {row['seconds']} s, {row['proposals']:,} proposals"
    ]
    lines.append(f"  checker: {row['breaches']} breaches found in {row['checker_seconds']} s")
    lines.append(f"  first come, first served would leave {row['blocking_pairs_first_come']:,} breaches")
    lines.append(f"  {'percent of teams':24}{'round':>10}{'first come':>12}")
    for name, words in (
        ("first", "first choice"),
        ("top3", "one of the first three"),
        ("top5", "one of the first five"),
        ("unplaced", "nothing"),
        ("mean_rank", "mean rank of the placed"),
        ("under_served_placed", "under-served, placed"),
        ("seats_with_a_ranked_team", "of seats: unit's wish"),
    ):
        lines.append(f"  {words:24}{row['round'][name]!s:>10}{row['first_come'][name]!s:>12}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teams", type=int, default=20_000, help="of one student each in the first round measured")
    parser.add_argument("--projects", type=int, default=5_000)
    parser.add_argument("--wishes", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    rows = []
    for teams in (told.teams, told.teams // STUDENTS_A_TEAM):
        given = made_up_round(teams=teams, projects=told.projects, wishes=told.wishes, seed=told.seed)
        rows.append(measured(given, seed=told.seed))
        print(table(rows[-1]), end="\n\n")
    print(json.dumps({"rounds": rows}))


if __name__ == "__main__":
    main()
