"""What a unit won before reaches what is like it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from virtualclusters.matching.experience import Experience
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.ranking import match
from virtualclusters.matching.reasons import About
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.values import OpportunityView, Place, UnitView, Win

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
CARTONS = Win(stems("Purchase of cartons"), publisher=7, category="Packing", state="HP")
UNIT = UnitView(id=1, wins=(CARTONS,))
NOTICE = OpportunityView(
    id=1,
    matching="tender",
    places=(Place(state="HP"),),
    publisher=7,
    titled=stems("purchase of carton"),
    category="Packing",
)


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ({}, 1.0),
        ({"publisher": 8}, 0.9),
        ({"category": "Other"}, 0.9),
        ({"places": ()}, 0.9),
        ({"titled": stems("milk powder")}, 0.3),
        ({"titled": stems("milk powder"), "category": ""}, 0.0),
    ],
)
def test_each_thing_in_common_with_what_was_won_adds_its_share(change, value):
    found = Experience(UNIT.wins, {}).resemblance(replace(NOTICE, **change))

    assert round(found.value, 9) == value


def test_a_unit_that_won_nothing_resembles_nothing():
    assert Experience((), {}).resemblance(NOTICE).value == 0.0


def test_rare_words_in_common_count_more_than_common_ones():
    rarity = dict.fromkeys(stems("purchase"), 0.1) | dict.fromkeys(stems("carton"), 0.9)
    alike = Experience(UNIT.wins, rarity)

    rare = alike.resemblance(replace(NOTICE, titled=stems("supply of carton")))
    common = alike.resemblance(replace(NOTICE, titled=stems("purchase of pumps")))

    assert rare.words > common.words


def test_a_match_by_what_was_won_says_so_and_goes_when_it_is_taken_away():
    found = match(UNIT, NOTICE, vocabulary=Vocabulary({}), at=AT)

    assert [reason.about for reason in found.reasons_for] == [About.WON]
    assert match(replace(UNIT, wins=()), NOTICE, vocabulary=Vocabulary({}), at=AT) is None
