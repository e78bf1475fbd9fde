"""Postings give what asking every unit would give: over made-up worlds, and after units changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from virtualclusters.matching.postings import Kept, Postings, Unreadable, best_of, joined, rank_alike, read, write
from virtualclusters.matching.postings import sets as sets_of_units
from virtualclusters.matching.postings.sets import CUT_BY
from virtualclusters.matching.postings.tests.world import NOON, PLACES, World, build, rule
from virtualclusters.matching.ranking import rank_units
from virtualclusters.matching.rules import Answer, evaluate_all
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.values import UnitRole

SEEDS = range(12)
KEPT = Kept(server="sample", transaction="700", event_id=9, built_at=NOON.timestamp())


def found(postings, opportunity, ways, *, at=NOON, kinds=()):
    return sorted(postings.unit_ids(postings.candidates(opportunity, ways, at, kinds)).tolist())


def asked_one_by_one(world, opportunity, *, at=NOON, kinds=()):
    """Units that show, may answer, have something that answers, and of which no plain fact says no."""
    cutting = [one for one in opportunity.rules if one.fact in CUT_BY]
    plain = replace(opportunity, rules=())
    return sorted(
        row.id
        for row, view in world.units.values()
        if row.begins <= at.timestamp() < row.ends
        and (not kinds or row.organisation_kind in kinds)
        and evaluate_all(cutting, view.facts, at).answer is not Answer.NO
        and Scorer(view, world.ways.vocabulary, at, world.ways.table).assess(plain) is not None
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_candidates_are_those_that_asking_every_unit_finds(seed):
    world = World(seed)
    postings, kinds = world.postings(), ["enterprise", "ngo"]
    opportunities = [world.opportunity() for _ in range(30)]

    given = [found(postings, one, world.ways, kinds=kinds) for one in opportunities]

    assert given == [asked_one_by_one(world, one, kinds=kinds) for one in opportunities]
    assert any(given)


def test_who_begins_or_ends_to_show_on_this_day_is_asked_to_the_second():
    world = World(3)
    postings, opportunity = world.postings(), world.opportunity(matching="training", rules=())
    moments = [NOON + timedelta(hours=hours) for hours in (-72, -4, -3, 0, 2, 3, 4, 40)]

    given = [found(postings, opportunity, world.ways, at=at) for at in moments]

    assert given == [asked_one_by_one(world, opportunity, at=at) for at in moments]
    assert len({tuple(one) for one in given}) > 1


@pytest.mark.parametrize("seed", SEEDS)
def test_after_units_changed_the_answers_are_those_of_postings_built_anew(seed, monkeypatch):
    monkeypatch.setattr(joined, "LARGE", 0)
    world = World(seed)
    postings = world.postings()
    asked = [world.opportunity() for _ in range(20)]
    for one in asked:
        found(postings, one, world.ways)
    changed = [*world.chance.sample(sorted(world.units), 40), 5_001, 5_002]
    for unit_id in changed:
        world.units[unit_id] = world.unit(unit_id)
    closed = world.chance.sample(sorted(world.units), 20)
    rows = {unit_id: world.units[unit_id][0] for unit_id in changed} | dict.fromkeys(closed)
    for unit_id in closed:
        del world.units[unit_id]

    postings.replace(rows)
    postings.replace(rows)

    again = world.postings()
    asked += [world.opportunity() for _ in range(20)]
    assert [found(postings, one, world.ways) for one in asked] == [found(again, one, world.ways) for one in asked]
    assert len(postings) == len(again)


def test_units_of_one_place_have_numbers_side_by_side_with_room_for_more():
    world = World(1)
    postings = world.postings()
    columns = postings.units.columns

    numbers = [postings.units.number_of(row.id) for row in sorted(rows_of(world), key=lambda row: (row.place, row.id))]
    newcomer, _view = world.unit(7_777)
    postings.replace({newcomer.id: newcomer})

    number = postings.units.number_of(newcomer.id)
    assert numbers == sorted(numbers)
    assert PLACES[columns.place[number]] == newcomer.place
    assert (number < len(columns.ids), postings.units.late) == (True, 0)


def rows_of(world):
    return [row for row, _view in world.units.values()]


def test_who_finds_no_room_stands_behind_all_places_until_so_many_do_that_numbering_anew_pays(monkeypatch):
    monkeypatch.setattr(sets_of_units, "MANY_LATE", 10)
    world = World(2, count=20)
    postings, elsewhere = world.postings(), World(5, count=90)
    arriving = {unit_id + 900: replace(row, id=unit_id + 900) for unit_id, (row, _view) in elsewhere.units.items()}
    before = postings.is_crowded

    postings.replace(arriving)

    world.units |= {unit_id: (row, elsewhere.units[unit_id - 900][1]) for unit_id, row in arriving.items()}
    opportunity = world.opportunity(matching="training", rules=())
    assert (before, postings.is_crowded) == (False, True)
    assert found(postings, opportunity, world.ways) == found(build(rows_of(world)), opportunity, world.ways)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_come_in_the_order_of_their_scores(seed):
    world = World(seed)
    postings = world.postings()
    for opportunity in [world.opportunity(rules=()) for _ in range(10)]:
        candidates = postings.candidates(opportunity, world.ways, NOON)
        best = best_of(postings, candidates, opportunity, ways=world.ways, at=NOON, most=1_000)

        ranked = rank_alike(opportunity, best.units, ways=world.ways, at=NOON, least=0.0)

        scores = {unit_id: round(match.score, 9) for unit_id, match in ranked}
        assert dict(zip(best.unit_ids, best.figures, strict=True)) == scores
        assert best.figures == sorted(best.figures, reverse=True)


def test_the_best_are_handed_out_in_parts_without_gap_or_overlap():
    world = World(4, count=400)
    postings, opportunity = world.postings(), world.opportunity(matching="training", rules=())
    candidates = postings.candidates(opportunity, world.ways, NOON)
    asked = {"ways": world.ways, "at": NOON}
    whole, parts, after = best_of(postings, candidates, opportunity, most=1_000, **asked), [], None

    while (part := best_of(postings, candidates, opportunity, most=3, after=after, **asked)).unit_ids:
        parts += part.unit_ids
        after = part.figures[-1], part.unit_ids[-1]

    assert (parts, len(parts) > 6) == (whole.unit_ids, True)


@pytest.mark.parametrize("seed", SEEDS)
def test_units_that_are_alike_are_explained_as_one_by_one(seed):
    world = World(seed)
    views = [view for _row, view in world.units.values()]
    for words, languages in ((frozenset(), frozenset()), (frozenset({"gift"}), frozenset({"hi"}))):
        opportunity = world.opportunity(words=words, languages=languages)

        alike = rank_alike(opportunity, views, ways=world.ways, at=NOON)

        assert alike == rank_units(opportunity, views, vocabulary=world.ways.vocabulary, at=NOON)


def test_a_file_gives_back_what_was_written_and_goes_on_from_there(tmp_path):
    world = World(6)
    postings, opportunity = world.postings(), world.opportunity(matching="training", rules=())
    newcomer, _view = world.unit(8_001)
    postings.replace({newcomer.id: newcomer})
    size = write(tmp_path / "units", postings, KEPT)

    back, kept = read(tmp_path / "units")

    back.replace({newcomer.id: None})
    postings.replace({newcomer.id: None})
    assert (kept, size) == (KEPT, (tmp_path / "units").stat().st_size)
    assert found(back, opportunity, world.ways) == found(postings, opportunity, world.ways)


def _cut_short(path):
    path.write_bytes(path.read_bytes()[:-50])


def _changed(path):
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def _emptied(path):
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [_cut_short, _changed, _emptied, lambda path: path.unlink()])
def test_a_torn_changed_empty_or_missing_file_is_noticed(tmp_path, harm):
    path = tmp_path / "units"
    write(path, World(6, count=5).postings(), KEPT)
    harm(path)

    with pytest.raises(Unreadable):
        read(path)


def test_postings_of_nobody_answer_with_nobody():
    world = World(1)
    postings = build([])
    assert isinstance(postings, Postings)

    opportunity = world.opportunity(rules=(rule("state", "is", "MH"),))

    assert found(postings, opportunity, world.ways, kinds=["ngo"]) == []


def test_a_pair_nobody_has_is_found_as_soon_as_somebody_has_it():
    world = World(1)
    postings = build([])
    row = replace(world.unit(5)[0], pairs=frozenset({(UnitRole.MAKES, 3)}), begins=0.0, ends=NOON.timestamp() + 1)

    postings.replace({5: row})

    opportunity = world.opportunity(matching="tender", concepts={"asks": {3: 1.0}}, rules=())
    assert found(postings, opportunity, world.ways) == [5]
