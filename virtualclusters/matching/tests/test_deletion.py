"""The deletion test: every reason that is shown matters, in the direction it claims."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from virtualclusters.matching.ranking import match
from virtualclusters.matching.reasons import SHOWN_AGAINST, SHOWN_FOR, blocks, without
from virtualclusters.matching.rules import Answer, Rule
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.tests.views import MUZAFFARPUR, NOON, PATNA, RAJKOT, VOCABULARY, opportunity, unit
from virtualclusters.matching.values import Nearness

CONCEPTS = ["chilli powder", "turmeric powder", "spices", "honey", "litchi honey", "pickle", "food", "spice grinder"]
CONCEPTS += ["honey filter", "glass jar", "honey test", "cold store", "refrigerated van", "uniforms"]
some = st.lists(st.sampled_from(CONCEPTS), max_size=4, unique=True)
points = st.sampled_from([None, PATNA, MUZAFFARPUR, RAJKOT])
words = st.frozensets(st.sampled_from(["masala", "jar", "bulk", "kg"]))
languages = st.frozensets(st.sampled_from(["hi", "ta"]))

FACTS = st.fixed_dictionaries(
    {},
    optional={
        "turnover_lakh": st.integers(1, 100),
        "size_class": st.sampled_from(["micro", "small"]),
        "certificates": st.sampled_from([frozenset(), frozenset({"FSSAI"})]),
    },
)
RULES = st.lists(
    st.builds(
        lambda asked, hard: Rule(*asked, hard=hard),
        st.sampled_from(
            [("turnover_lakh", "at_least", 50), ("size_class", "is", "micro"), ("certificates", "has", "FSSAI")]
        ),
        st.booleans(),
    ),
    max_size=3,
    unique_by=lambda rule: rule.fact,
)
UNITS = st.builds(
    unit, makes=some, can=some, uses=some, needs=some, facts=FACTS, point=points, words=words, languages=languages
)
OPPORTUNITIES = st.builds(
    opportunity,
    st.sampled_from(["offer", "requirement", "tender", "training", "scheme", "machine_hours"]),
    offers=some,
    asks=some,
    about=some,
    at=points,
    radius_km=st.sampled_from([None, 80]),
    rules=RULES.map(tuple),
    words=words,
    languages=languages,
    remote=st.booleans(),
    nearness=st.sampled_from(Nearness),
    for_everybody=st.booleans(),
    closes_at=st.sampled_from([None, NOON, NOON + timedelta(days=3)]),
)


def found(one, other):
    return match(one, other, vocabulary=VOCABULARY, at=NOON)


def would_be(one, other):
    again = found(one, other)
    return 0.0 if again is None else again.would_be


def score(one, other):
    again = found(one, other)
    return 0.0 if again is None else again.score


def blocked_only_by(reason, one, other):
    """The opportunity with every other thing mended that ends the match."""
    hard_noes = {verdict.rule for verdict in found(one, other).eligibility.of(Answer.NO, hard=True)}
    own = {reason.verdict.rule} if reason.verdict else set()
    rules = tuple(rule for rule in other.rules if rule not in hard_noes - own)
    places = other.places if reason.radius_km else tuple(replace(place, radius_km=None) for place in other.places)
    closing = other.closes_at if reason.about == "closed" else None
    return replace(other, rules=rules, places=places, closes_at=closing)


@settings(max_examples=200)
@given(UNITS, OPPORTUNITIES)
def test_every_shown_reason_for_lowers_the_score_when_its_input_is_gone(one, other):
    before = found(one, other)
    for reason in before.reasons_for if before else ():
        assert would_be(*without(reason, one, other)) < before.would_be


@settings(max_examples=200)
@given(UNITS, OPPORTUNITIES)
def test_every_shown_reason_against_raises_the_score_when_its_input_is_gone(one, other):
    before = found(one, other)
    for reason in before.reasons_against if before else ():
        if blocks(reason):
            alone = blocked_only_by(reason, one, other)
            assert score(one, alone) == 0 < score(*without(reason, one, alone))
        else:
            assert would_be(*without(reason, one, other)) > before.would_be


@settings(max_examples=200)
@given(UNITS, OPPORTUNITIES)
def test_what_is_left_of_a_reach_is_what_the_lesser_unit_reaches_by_itself(one, other):
    scorer, before = Scorer(one, VOCABULARY, NOON), found(one, other)
    for reason in (*before.reasons_for, *before.reasons_against) if before else ():
        less, asked = without(reason, one, other)
        assert scorer.without(less, asked).assess(asked) == Scorer(less, VOCABULARY, NOON).assess(asked)


@given(UNITS, OPPORTUNITIES)
def test_a_score_lies_between_0_and_1_and_a_card_shows_two_reasons_for_and_one_against_at_most(one, other):
    before = found(one, other)
    if before is not None:
        assert 0 <= before.score <= before.would_be <= 1
        assert len(before.reasons_for) <= SHOWN_FOR and len(before.reasons_against) <= SHOWN_AGAINST


@given(UNITS, OPPORTUNITIES)
def test_what_blocks_a_match_is_always_shown(one, other):
    before = found(one, other)
    if before is not None and before.blocked and before.would_be > 0.01:
        assert blocks(before.reasons_against[0])


HAS_MORE_THAN_ENOUGH = unit(
    makes=["chilli powder", "turmeric powder", "spices", "pickle"], can=["chilli powder", "pickle"]
)
ASKS_LITTLE = opportunity(
    "requirement", offers=["chilli powder", "turmeric powder", "spices"], about=["pickle", "chilli powder"]
)
USES_HALF_OF_IT = unit(uses=["chilli powder"])
OPEN_AND_ABOUT_IT = opportunity("training", about=["chilli powder", "turmeric powder"], for_everybody=True)


@settings(max_examples=300)
@example(HAS_MORE_THAN_ENOUGH, ASKS_LITTLE)
@example(USES_HALF_OF_IT, OPEN_AND_ABOUT_IT)
@given(UNITS, OPPORTUNITIES)
def test_a_match_worth_something_always_says_why(one, other):
    before = found(one, other)
    if before is not None and before.score >= 0.1:
        assert before.reasons_for
