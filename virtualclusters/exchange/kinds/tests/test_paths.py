"""The tables themselves: every path begins, ends and never stands still without a clock."""

import pytest

from virtualclusters.exchange.kinds.paths import CLOCK, ENDED, LIVE, PATHS, Phase, Side


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_path_can_be_opened_and_every_phase_it_reaches_can_be_left_to_an_end(path):
    reached = {step.after for step in path.steps}
    leaves_to = {phase: {step.after for step in path.steps if step.before == phase} for phase in LIVE}

    assert any(step.before is None for step in path.steps)
    assert [phase for phase in reached & set(LIVE) if not _reaches_end(phase, leaves_to, set())] == []


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_step_into_a_live_phase_names_a_turn_and_a_clock_or_is_the_queue(path):
    silent = [
        step for step in path.steps if step.after in LIVE and step.verb != "queue" and not (step.turn and step.days)
    ]

    assert silent == []


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_live_phase_a_path_reaches_has_a_step_of_the_clock_for_when_the_days_are_over(path):
    reached = {step.after for step in path.steps} & set(LIVE)
    rings = {step.before for step in path.steps if step.side == CLOCK and step.verb in ("remind", "lapse")}

    assert reached - rings == set()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_no_cell_of_a_path_stands_twice_and_nothing_leaves_an_end(path):
    cells = [(step.before, step.verb, step.side) for step in path.steps]

    assert len(cells) == len(set(cells))
    assert {step.before for step in path.steps} & set(ENDED) == set()


def test_sides_are_the_two_parties_and_the_clock():
    assert {step.side for path in PATHS.values() for step in path.steps} == set(Side)


def _reaches_end(phase, leaves_to, seen):
    if phase in ENDED:
        return True
    return any(_reaches_end(Phase(after), leaves_to, seen | {phase}) for after in leaves_to[phase] - seen)
