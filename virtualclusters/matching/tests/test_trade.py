"""Offers for a whole trade, and what is called alike whatever a unit typed."""

from virtualclusters.matching.parts import MEANS_THE_SAME, Part
from virtualclusters.matching.phrases import alike, stems
from virtualclusters.matching.relations import Link, Vocabulary
from virtualclusters.matching.scoring import WORTH_SHOWING, Scorer
from virtualclusters.matching.tests.views import NOON, VOCABULARY, opportunity, unit

FOODS = Vocabulary(
    {
        "chilli powder": [(Link.BROADER, "spices")],
        "spices": [(Link.BROADER, "food")],
        "glass jar": [(Link.BROADER, "packing")],
        "packing": [(Link.BROADER, "food"), (Link.MATERIAL_FOR, "food")],
        "hygiene course": [(Link.SKILL_FOR, "food")],
    },
    names={"chilli powder": (stems("chilli powder"), stems("मिर्च पाउडर"))},
)


def assessed(one, other, vocabulary=FOODS):
    return Scorer(one, vocabulary, NOON).assess(other)


def test_what_is_for_the_whole_trade_speaks_for_who_makes_something_of_it():
    scheme = opportunity("scheme", about=["food"])

    found = assessed(unit(makes=["chilli powder"]), scheme)

    assert (found.parts.keys(), found.score >= WORTH_SHOWING) == ({Part.TRADE, Part.COVERAGE}, True)


def test_who_needs_a_thing_is_not_of_its_trade():
    assert (
        assessed(unit(needs=["chilli powder"], uses=["chilli powder"]), opportunity("scheme", about=["food"])) is None
    )


def test_a_maker_of_jars_supplies_food_makers_and_is_none():
    jars, scheme = unit(makes=["glass jar"]), opportunity("scheme", about=["food"])

    assert Part.TRADE not in assessed(jars, scheme).parts
    assert assessed(jars, scheme).score < assessed(unit(makes=["chilli powder"]), scheme).score


def test_a_course_for_all_of_a_trade_is_worth_showing_and_counts_less_than_one_for_the_very_thing():
    course = opportunity("training", about=["hygiene course"], remote=True)

    [general], very = (
        assessed(unit(makes=["chilli powder"]), course).hits,
        assessed(unit(makes=["honey"]), opportunity("training", about=["honey test"], remote=True), VOCABULARY),
    )

    assert [one.trade for one in general.evidence] == [True]
    assert Part.FOR_TRADE in assessed(unit(makes=["chilli powder"]), course).parts
    assert WORTH_SHOWING < assessed(unit(makes=["chilli powder"]), course).score < very.score


def test_a_group_with_nothing_above_it_and_no_groups_below_is_no_trade():
    pairs = Vocabulary({"a": [(Link.BROADER, "b")]})

    assert (pairs.is_trade("b"), FOODS.is_trade("food"), FOODS.is_trade("spices")) == (False, True, False)


def test_the_name_of_what_a_unit_makes_is_compared_in_every_language_it_has():
    english, hindi = (
        opportunity("requirement", asks=["chilli powder"], phrases=(stems(title),))
        for title in ("chilli powder", "मिर्च पाउडर")
    )
    maker = unit(makes=["chilli powder"])

    assert [assessed(maker, asked).parts[Part.PHRASE] for asked in (english, hindi)] == [1.0, 1.0]
    assert assessed(maker, english, VOCABULARY).parts[Part.PHRASE] == MEANS_THE_SAME


def test_phrases_are_alike_by_their_words_and_rare_ones_count_more():
    one, other = stems("red chilli powder"), stems("chilli powder")

    assert (alike(one, one, {}), alike(one, stems("honey"), {})) == (1.0, 0.0)
    assert alike(one, other, {"povder": 0.1}) < alike(one, other, {"red": 0.1})
