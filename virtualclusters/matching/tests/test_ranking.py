"""The list: its order, the fair spread of attention, "not for me", and peers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from virtualclusters.matching.peers import Tie, peers
from virtualclusters.matching.ranking import Damped, Dismissal, NotForMe, rank
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.tests.views import MUZAFFARPUR, NOON, PATNA, RAJKOT, VOCABULARY, opportunity, unit
from virtualclusters.matching.values import Nearness

HONEY_MAKER = unit(makes=["honey"], point=MUZAFFARPUR)


def wanted(number, **values):
    return opportunity("requirement", number=number, **{"asks": ["honey"], "publisher": number, **values})


def ranked(opportunities, **values):
    return rank(HONEY_MAKER, opportunities, vocabulary=VOCABULARY, at=NOON, **values)


def ids(opportunities, **values):
    return [one.match.opportunity_id for one in ranked(opportunities, **values)]


def test_the_best_match_stands_first_and_what_is_not_worth_showing_is_left_out():
    others = [wanted(1, at=RAJKOT), wanted(2, at=PATNA), wanted(3, asks=["uniforms"])]

    assert ids(others) == [2, 1]


def test_equal_matches_stand_by_closing_day_then_id_whatever_order_they_came_in():
    late = NOON + timedelta(days=9)
    equal = [wanted(4), wanted(3), wanted(2, closes_at=late), wanted(1, closes_at=late + timedelta(days=1))]

    assert ids(equal) == ids(equal[::-1]) == [2, 1, 3, 4]


def test_an_opportunity_with_nearly_all_its_answers_stands_below_one_with_none():
    crowded, free = wanted(1, most_answers=5, answers_taken=4), wanted(2, most_answers=5)

    found = ranked([crowded, free])

    assert [(one.match.opportunity_id, one.damped) for one in found] == [
        (2, frozenset()),
        (1, frozenset({Damped.CROWDED})),
    ]
    assert found[0].match.score == found[1].match.score


def test_a_publisher_does_not_fill_the_list_before_others_are_seen():
    loud = [wanted(number, publisher=7, at=PATNA) for number in (1, 2, 3)]

    assert ids([*loud, wanted(4, publisher=8)]) == [1, 4, 2, 3]


def test_what_is_for_everybody_does_not_fill_the_list_before_the_buyer_is_seen():
    schemes = [opportunity("scheme", number=number, for_everybody=True, publisher=number) for number in range(1, 9)]
    found = ranked([*schemes, wanted(9, publisher=9, at=PATNA)])

    order = [one.match.opportunity_id for one in found]
    assert len(order) == 9
    assert order.index(9) < 4
    assert found[order.index(1)].damped == frozenset()
    assert all(Damped.GENERAL in one.damped for one in found if one.match.opportunity_id not in (1, 9))


def test_of_ten_places_three_at_most_are_for_everybody_and_none_before_a_buyer():
    schemes = [opportunity("scheme", number=number, for_everybody=True, publisher=number) for number in range(1, 9)]
    buyers = [wanted(number, publisher=number, at=PATNA, most_answers=10, answers_taken=9) for number in range(11, 19)]

    found = ranked([*schemes, *buyers])

    order = [one.match.opportunity_id for one in found]
    assert order == [11, 1, 12, 2, 13, 3, 14, 15, 16, 17, 18, 4, 5, 6, 7, 8]
    assert [one.match.opportunity_id for one in found if Damped.MADE_ROOM in one.damped] == [1, 2, 3]


def test_a_buyer_who_matches_weakly_takes_no_place_of_what_is_for_everybody():
    schemes = [opportunity("scheme", number=number, for_everybody=True, publisher=number) for number in range(1, 5)]
    far_away = wanted(9, asks=["honey", "uniforms"], at=RAJKOT, nearness=Nearness.MUCH)

    assert ids([*schemes, far_away]) == [1, 2, 3, 4, 9]


def test_what_is_for_a_whole_trade_is_general_and_what_names_the_product_is_not():
    scorer = Scorer(HONEY_MAKER, VOCABULARY, NOON)
    loans = [opportunity("loan", about=[named]) for named in ("food", "honey")]

    assert [scorer.assess(one).is_general for one in loans] == [True, False]


def test_a_publisher_shown_often_lately_stands_behind_one_not_shown():
    assert ids([wanted(1), wanted(2)], shown={1: 3}) == [2, 1]


def test_what_was_put_away_does_not_come_back():
    assert ids([wanted(1), wanted(2)], dismissed=[Dismissal(wanted(1), NotForMe.OTHER)]) == [2]


@pytest.mark.parametrize(
    ("why", "dismissed", "like", "unlike"),
    [
        (NotForMe.WRONG_PLACE, {"at": PATNA}, {"at": PATNA}, {"at": RAJKOT}),
        (NotForMe.NOT_MY_PRODUCT, {"asks": ["honey"]}, {"asks": ["honey"]}, {"asks": ["honey", "pickle", "uniforms"]}),
        (NotForMe.TOO_BIG, {"value_lakh": 50}, {"value_lakh": 60}, {"value_lakh": 5}),
        (NotForMe.TOO_SMALL, {"value_lakh": 5}, {"value_lakh": 4}, {"value_lakh": 50}),
    ],
)
def test_what_resembles_something_put_away_for_that_reason_stands_lower(why, dismissed, like, unlike):
    put_away = [Dismissal(wanted(9, **dismissed), why)]
    resembling, other = wanted(1, **like), wanted(2, **unlike)

    factors = {}
    for one in (resembling, other):
        (plain,), (after,) = ranked([one]), ranked([one], dismissed=put_away)
        factors[one.id] = after.weight / plain.weight

    assert (round(factors[1], 3), factors[1] < factors[2]) == (0.6, True)


def test_the_full_list_for_an_organiser_ends_with_the_blocked_ones():
    blocked = wanted(1, rules=(Rule("size_class", "is", "micro"),))
    maker = replace(HONEY_MAKER, facts={"size_class": "small"})

    found = rank(maker, [blocked, wanted(2)], vocabulary=VOCABULARY, at=NOON, least=0.0)

    assert [(one.match.opportunity_id, one.match.blocked) for one in found] == [(2, None), (1, "condition")]


def test_the_list_is_cut_after_the_best():
    assert ids([wanted(number) for number in range(1, 9)], most=3) == [1, 2, 3]


def test_peers_are_named_with_the_tie_that_makes_them_peers():
    others = [
        unit(number=2, makes=["honey"], point=PATNA),
        unit(number=3, makes=["honey filter"], point=RAJKOT),
        unit(number=4, makes=["pickle"], point=MUZAFFARPUR),
        unit(number=5, makes=["honey"], point=MUZAFFARPUR),
        HONEY_MAKER,
    ]

    found = peers(HONEY_MAKER, others, VOCABULARY)

    assert [(peer.unit_id, [reason.tie for reason in peer.reasons]) for peer in found] == [
        (5, [Tie.SAME_PRODUCT, Tie.NEAR]),
        (2, [Tie.SAME_PRODUCT]),
        (3, [Tie.SUPPLIES_YOU]),
    ]


def test_a_machine_maker_sees_the_makers_its_machine_is_for():
    (peer,) = peers(unit(makes=["spice grinder"]), [unit(number=2, makes=["chilli powder"])], VOCABULARY)

    reason = peer.reasons[0]
    assert (reason.tie, reason.own, reason.theirs) == (Tie.YOU_SUPPLY, "spice grinder", "chilli powder")
