"""What a case tells by itself. Values in, findings out."""

from dataclasses import replace

import pytest

from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.foundation.states import states_of_pin
from virtualclusters.network.verification.checks import Facts, Outcome, all_green, findings

GOOD = Facts(
    kind=IdentifierKind.GSTIN,
    number="27AAPFU0939F1ZV",
    others={IdentifierKind.PAN: ["AAPFU0939F"]},
    places=[("MH", "411001")],
    mailboxes=["asha@sharmahoney.example"],
    website="https://www.sharmahoney.example/about",
    paper="checked",
    lookalikes=0,
)


def outcome(facts, code):
    return {check.code: check.outcome for check in findings(facts)}.get(code)


def test_when_everything_agrees_every_check_is_right_and_all_is_green():
    checks = findings(GOOD)

    assert {check.code: check.outcome for check in checks} == dict.fromkeys(
        ["paper", "format", "pan", "state", "pin", "mail", "lookalikes"], Outcome.OK
    )
    assert all_green(checks) is True


@pytest.mark.parametrize(
    ("code", "changed", "expected"),
    [
        ("paper", {"paper": "quarantined"}, Outcome.LOOK),
        ("paper", {"paper": ""}, Outcome.LOOK),
        ("format", {"number": "27AAPFU0939F1ZW"}, Outcome.WRONG),
        ("pan", {"others": {IdentifierKind.PAN: ["ABCPD1234E"]}}, Outcome.WRONG),
        ("pan", {"others": {}}, None),
        ("state", {"places": [("GJ", "395003")]}, Outcome.WRONG),
        ("state", {"places": [("GJ", "395003"), ("MH", "411001")]}, Outcome.OK),
        ("state", {"places": []}, Outcome.LOOK),
        ("pin", {"places": [("MH", "110001")]}, Outcome.LOOK),
        ("pin", {"places": []}, Outcome.LOOK),
        ("mail", {"mailboxes": ["asha@gmail.com"], "website": ""}, Outcome.NOTE),
        ("mail", {"mailboxes": [], "website": ""}, Outcome.NOTE),
        ("mail", {"mailboxes": ["dean@college.ac.in"], "website": ""}, Outcome.OK),
        ("mail", {"mailboxes": ["asha@elsewhere.example"]}, Outcome.NOTE),
        ("lookalikes", {"lookalikes": 1}, Outcome.LOOK),
    ],
)
def test_one_thing_that_is_odd_shows_in_its_own_check(code, changed, expected):
    facts = replace(GOOD, **changed)

    assert outcome(facts, code) == expected
    assert all_green(findings(facts)) is (expected in (None, Outcome.OK, Outcome.NOTE))


@pytest.mark.parametrize(("iec", "expected"), [("AAPFU0939F", Outcome.OK), ("0588012345", None)])
def test_an_iec_that_is_a_pan_is_compared_and_an_old_one_is_not(iec, expected):
    facts = replace(GOOD, kind=IdentifierKind.IEC, number=iec, others={IdentifierKind.GSTIN: ["27AAPFU0939F1ZV"]})

    assert outcome(facts, "pan") == expected


def test_an_organisation_as_such_has_no_checks_of_a_number():
    codes = [check.code for check in findings(replace(GOOD, kind=None, number=""))]

    assert codes == ["pin", "mail", "lookalikes"]


@pytest.mark.parametrize(
    ("pin", "states"),
    [("411001", {"MH"}), ("403001", {"GA"}), ("160017", {"PB", "CH"}), ("194101", {"JK", "LA"}), ("999999", set())],
)
def test_states_of_pin(pin, states):
    assert states_of_pin(pin) == states
