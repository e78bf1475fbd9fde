"""What the owner reads."""

import pytest
from django.utils import translation

from virtualclusters.matching.peers import peers
from virtualclusters.matching.ranking import match
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.sentences import peer_sentence, reason_sentence
from virtualclusters.matching.tests.views import MUZAFFARPUR, NOON, PATNA, RAJKOT, VOCABULARY, opportunity, unit
from virtualclusters.matching.values import Nearness


def said(one, other):
    found = match(one, other, vocabulary=VOCABULARY, at=NOON)
    with translation.override("en"):
        return [reason_sentence(reason, str) for reason in (*found.reasons_for, *found.reasons_against)]


@pytest.mark.parametrize(
    ("one", "other", "sentences"),
    [
        (unit(makes=["honey"]), opportunity("requirement", asks=["honey"]), ["You make this: honey."]),
        (
            unit(makes=["chilli powder", "turmeric powder"]),
            opportunity("requirement", asks=["spices"]),
            ["You make chilli powder, turmeric powder. This is about spices."],
        ),
        (
            unit(makes=["chilli powder"]),
            opportunity("offer", offers=["spice grinder"]),
            ["spice grinder: this machine is for chilli powder. You make that."],
        ),
        (
            unit(makes=["chilli powder"], needs=["packing machine"]),
            opportunity("offer", offers=["spice grinder"]),
            ["spice grinder: this machine is for chilli powder. You make that."],
        ),
        (
            unit(makes=["papad"]),
            opportunity("advice", about=["papad", "spice mix"]),
            ["You make this: papad."],
        ),
        (
            unit(needs=["honey filter"], point=MUZAFFARPUR),
            opportunity("offer", offers=["honey filter"], at=MUZAFFARPUR, nearness=Nearness.MUCH),
            ["You need this: honey filter.", "It is 1 km away."],
        ),
        (
            unit(makes=["honey"], point=RAJKOT),
            opportunity("training", about=["honey"], at=PATNA, radius_km=80),
            ["You make this: honey.", "It is 1502 km away. It is only for units within 80 km."],
        ),
        (
            unit(makes=["honey"]),
            opportunity("tender", asks=["honey"], rules=(Rule("certificates", "has", "FSSAI"),)),
            ["You make this: honey.", "Certificates: FSSAI is needed. We do not know yours yet."],
        ),
        (
            unit(languages=frozenset({"hi"})),
            opportunity("training", languages=frozenset({"ta"}), remote=True, for_everybody=True),
            ["It is for everybody who meets the conditions.", "It is held in another language."],
        ),
        (
            unit(words=frozenset({"uniform"}), state="BR"),
            opportunity("tender", words=frozenset({"uniform"})),
            ["You both use these words: uniform."],
        ),
        (
            unit(makes=["honey"]),
            opportunity("requirement", asks=["honey"], closes_at=NOON),
            ["You make this: honey.", "The last day is over."],
        ),
    ],
)
def test_reasons_read_as_plain_sentences(one, other, sentences):
    assert said(one, other) == sentences


def test_peers_read_as_plain_sentences():
    maker = unit(makes=["honey"], point=PATNA)
    other = unit(number=2, makes=["honey filter"], point=PATNA)

    (peer,) = peers(maker, [other], VOCABULARY)

    assert [peer_sentence(reason, str) for reason in peer.reasons] == [
        "They make honey filter. It is for honey, which you make.",
        "They are 1 km away.",
    ]


def test_who_needs_what_only_stands_beside_the_thing_is_not_joined_with_it():
    in_need = unit(needs=["packing machine"])

    assert match(in_need, opportunity("offer", offers=["spice grinder"]), vocabulary=VOCABULARY, at=NOON) is None
