"""Who concerns whom, how much, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from virtualclusters.matching.answers import Step
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.place import Band, band_of, distance_km
from virtualclusters.matching.ranking import match, rank_units
from virtualclusters.matching.reasons import About, what_would_change
from virtualclusters.matching.relations import Link, rarity_among, rarity_of
from virtualclusters.matching.rules import Change, Rule
from virtualclusters.matching.rules.turning import Turn
from virtualclusters.matching.scoring import WORTH_SHOWING, Blocked
from virtualclusters.matching.tests.views import MUZAFFARPUR, NOON, PATNA, RAJKOT, VOCABULARY, opportunity, unit
from virtualclusters.matching.values import Nearness, Place, UnitRole


def matched(one, other):
    return match(one, other, vocabulary=VOCABULARY, at=NOON)


def score(one, other):
    found = matched(one, other)
    return 0.0 if found is None else found.score


def test_a_maker_of_spice_grinders_is_no_maker_of_spices():
    assert matched(unit(makes=["spice grinder"]), opportunity("requirement", asks=["spices"])) is None


def test_a_maker_of_spices_does_not_answer_a_request_for_a_spice_grinder_it_uses():
    maker = unit(makes=["chilli powder"], uses=["spice grinder"])

    assert matched(maker, opportunity("requirement", asks=["spice grinder"])) is None


def test_a_spice_maker_is_shown_a_spice_grinder_because_the_machine_is_for_what_it_makes():
    found = matched(unit(makes=["chilli powder"]), opportunity("offer", offers=["spice grinder"]))

    (reason,) = found.reasons_for
    assert (reason.step, reason.link, reason.own, reason.asked) == (
        Step.SERVES,
        Link.MACHINE_FOR,
        ("chilli powder",),
        "spice grinder",
    )
    assert found.score >= WORTH_SHOWING


def test_a_maker_is_not_shown_an_offer_of_what_it_makes_itself():
    assert matched(unit(makes=["honey"]), opportunity("offer", offers=["honey"])) is None


@pytest.mark.parametrize("offered", ["glass jar", "honey test", "honey filter"])
def test_a_seller_of_material_service_or_machine_reaches_the_makers_who_need_it(offered):
    one = opportunity("offer", offers=[offered])

    found = rank_units(
        one,
        [unit(number=1, makes=["litchi honey"]), unit(number=2, makes=["chilli powder"])],
        vocabulary=VOCABULARY,
        at=NOON,
    )

    assert [number for number, _ in found] == [1]


def test_direct_stands_above_a_kind_of_it_above_the_wider_one():
    asked = opportunity("requirement", asks=["spices"])

    scores = [score(unit(makes=[made]), asked) for made in ("spices", "chilli powder", "food", "honey")]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4
    assert scores[3] == 0


def test_a_rare_concept_counts_more_than_one_everybody_has():
    common = score(unit(makes=["food"]), opportunity("requirement", asks=["food"]))

    assert WORTH_SHOWING < common < score(unit(makes=["honey"]), opportunity("requirement", asks=["honey"]))


def test_the_same_words_say_more_than_the_concept_alone():
    meals = stems("cooked meals")
    asked = opportunity("requirement", asks=["food"], phrases=(meals,))

    assert score(unit(makes=["food"]), asked) < score(unit(makes=["food"], phrases=(meals,)), asked)


def test_one_of_six_things_asked_still_matches_and_two_match_better():
    asked = opportunity("purchase_plan", asks=["honey", "pickle", "uniforms", "cartons", "pens", "soap"])

    one, two = score(unit(makes=["honey"]), asked), score(unit(makes=["honey", "pickle"]), asked)

    assert WORTH_SHOWING < one < two


def test_words_alone_are_never_worth_showing():
    words = frozenset({"masala", "packing", "export", "jar"})

    assert 0 < score(unit(words=words), opportunity("tender", words=words, remote=True)) < WORTH_SHOWING


def test_a_hard_no_ends_the_match_and_says_what_would_turn_it():
    asked = opportunity("tender", asks=["honey"], rules=(Rule("turnover_lakh", "at_least", 50),))

    found = matched(unit(makes=["honey"], facts={"turnover_lakh": 38}), asked)

    assert (found.score, found.blocked, found.would_be > WORTH_SHOWING) == (0.0, Blocked.CONDITION, True)
    assert what_would_change(found) == (Change(Turn.RAISE, "turnover_lakh", 50, True),)
    assert found.reasons_against[0].verdict.rule == asked.rules[0]


def test_a_condition_not_known_costs_a_little_and_never_ends_the_match():
    asked = opportunity("tender", asks=["honey"], rules=(Rule("turnover_lakh", "at_least", 50),))

    silent, told = (
        matched(unit(makes=["honey"]), asked),
        matched(unit(makes=["honey"], facts={"turnover_lakh": 60}), asked),
    )

    assert WORTH_SHOWING < silent.score < told.score
    assert [change.turn for change in what_would_change(silent)] == [Turn.TELL]


def test_what_would_change_puts_what_the_owner_can_do_first():
    rules = (Rule("state", "is", "BR"), Rule("certificates", "has", "FSSAI"), Rule("exports", "is_true", hard=False))
    maker = unit(makes=["honey"], facts={"state": "PB", "certificates": frozenset(), "exports": False})

    changes = what_would_change(matched(maker, opportunity("tender", asks=["honey"], rules=rules)))

    assert [change.fact for change in changes] == ["certificates", "state", "exports"]


def test_after_the_closing_day_the_match_is_over():
    asked = opportunity("requirement", asks=["honey"], closes_at=NOON)

    found = matched(unit(makes=["honey"]), asked)

    assert (found.score, found.blocked, found.reasons_against[0].about) == (0.0, Blocked.CLOSED, About.CLOSED)
    assert score(unit(makes=["honey"]), replace(asked, closes_at=NOON + timedelta(seconds=1))) > WORTH_SHOWING


def test_distance_is_measured_on_the_ground_and_put_into_bands():
    kilometres = distance_km(PATNA, MUZAFFARPUR)

    assert (round(kilometres), band_of(kilometres)) == (62, Band.WITHIN_100)
    assert [band_of(limit) for limit in (10, 10.1, 25, 50, 100, 100.1)] == [
        Band.WITHIN_10,
        Band.WITHIN_25,
        Band.WITHIN_25,
        Band.WITHIN_50,
        Band.WITHIN_100,
        Band.BEYOND,
    ]


def test_nearness_counts_more_for_what_is_heavy_and_nothing_for_what_is_remote():
    maker = unit(makes=["honey"], point=MUZAFFARPUR)
    far = {
        nearness: score(maker, opportunity("requirement", asks=["honey"], at=RAJKOT, nearness=nearness))
        for nearness in Nearness
    }
    remote = score(maker, opportunity("requirement", asks=["honey"], at=RAJKOT, nearness=Nearness.MUCH, remote=True))

    assert far[Nearness.MUCH] < far[Nearness.SOME] < far[Nearness.NOTHING] == remote


def test_beyond_the_publishers_radius_the_match_ends_with_the_distance_as_reason():
    found = matched(
        unit(makes=["honey"], point=RAJKOT), opportunity("training", about=["honey"], at=PATNA, radius_km=80)
    )

    against = found.reasons_against[0]
    assert (found.blocked, against.about, against.radius_km) == (Blocked.RADIUS, About.PLACE, 80)


def test_with_several_places_the_nearest_inside_its_radius_counts():
    places = (Place(MUZAFFARPUR, radius_km=1), Place(PATNA, radius_km=100))
    held = opportunity("training", about=["honey"], places=places)

    found = matched(unit(makes=["honey"], point=replace(MUZAFFARPUR, latitude=26.2)), held)

    assert (found.blocked, found.place_band) == (None, Band.WITHIN_100)


@pytest.mark.parametrize(
    ("state", "district", "band"),
    [
        ("BR", "Patna", Band.SAME_DISTRICT),
        ("BR", "Gaya", Band.SAME_STATE),
        ("GJ", "Patna", Band.OTHER_STATE),
        ("", "", Band.NOT_KNOWN),
    ],
)
def test_without_points_the_names_of_places_are_compared(state, district, band):
    held = opportunity("training", about=["honey"], places=(Place(state="BR", district="Patna"),))

    assert matched(unit(makes=["honey"], state=state, district=district), held).place_band is band


def test_a_course_for_everybody_concerns_a_unit_that_meets_its_conditions():
    course = opportunity(
        "training", rules=(Rule("size_class", "one_of", ["micro", "small"]),), remote=True, for_everybody=True
    )

    micro, medium = (matched(unit(facts={"size_class": size}), course) for size in ("micro", "medium"))

    assert {reason.about for reason in micro.reasons_for} == {About.OPEN_TO_ALL, About.CONDITION}
    assert (micro.score > WORTH_SHOWING, medium.blocked) == (True, Blocked.CONDITION)


def test_an_opportunity_that_names_nothing_we_know_is_not_for_everybody_unless_it_says_so():
    assert matched(unit(makes=["honey"]), opportunity("training")) is None


def test_a_tender_is_never_for_everybody():
    assert matched(unit(makes=["honey"]), opportunity("tender", for_everybody=True)) is None


def test_a_scheme_for_a_whole_sector_is_worth_showing_to_a_maker_two_steps_below():
    scheme = opportunity("scheme", about=["food"], nearness=Nearness.NOTHING)

    assert score(unit(makes=["litchi honey"]), scheme) >= WORTH_SHOWING


def test_a_course_in_a_language_the_unit_does_not_speak_counts_less():
    course = opportunity("training", about=["honey"], languages=frozenset({"ta"}))
    spoken = {
        language: score(unit(makes=["honey"], languages=frozenset({language})), course) for language in ("ta", "hi")
    }

    assert spoken["hi"] < score(unit(makes=["honey"]), course) < spoken["ta"]


def test_a_row_that_the_table_lacks_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError):
        matched(unit(makes=["honey"]), opportunity("dance", asks=["honey"]))


def test_one_reason_names_all_products_that_answer_the_same_thing():
    found = matched(unit(makes=["chilli powder", "turmeric powder"]), opportunity("requirement", asks=["spices"]))

    (reason,) = found.reasons_for
    assert (reason.role, reason.step, reason.own) == (
        UnitRole.MAKES,
        Step.KIND_OF,
        ("chilli powder", "turmeric powder"),
    )


def test_a_group_is_as_common_as_its_members_together():
    relations = {"chilli powder": [(Link.BROADER, "spices")], "turmeric powder": [(Link.BROADER, "spices")]}

    found = rarity_among([["chilli powder"], ["turmeric powder"], ["honey"], []], relations)

    assert found["chilli powder"] == found["honey"] > found["spices"]


def test_rarity_is_one_for_what_nobody_else_has_and_a_tenth_for_what_everybody_has():
    found = rarity_of({"unknown": 0, "some": 99, "all": 9999}, 9999)

    assert {concept: round(value, 2) for concept, value in found.items()} == {"unknown": 1.0, "some": 0.5, "all": 0.1}
