"""Numbers as people type them. The four GSTINs are public ones (domain notes §3.1); everything else is made up."""

import pytest

from virtualclusters.foundation.identifiers import (
    SHAPES,
    IdentifierKind,
    Malformed,
    masked,
    normal_form,
    pan_in_gstin,
    state_in_gstin,
    state_in_udyam,
)

PUBLIC_GSTINS = ["27AAPFU0939F1ZV", "24AAQCA8719H1ZC", "29AAGCB7383J1Z4", "27AAACR5055K1Z7"]


@pytest.mark.parametrize("gstin", PUBLIC_GSTINS)
def test_normal_form_of_a_public_gstin_is_itself(gstin):
    assert normal_form(IdentifierKind.GSTIN, gstin) == gstin


@pytest.mark.parametrize("gstin", PUBLIC_GSTINS)
@pytest.mark.parametrize("place", range(15))
def test_normal_form_when_any_one_sign_of_a_gstin_is_changed_refuses(gstin, place):
    other = "A" if gstin[place] != "A" else "B"
    if gstin[place].isdigit():
        other = str((int(gstin[place]) + 1) % 10)
    with pytest.raises(Malformed):
        normal_form(IdentifierKind.GSTIN, gstin[:place] + other + gstin[place + 1 :])


@pytest.mark.parametrize(
    ("kind", "typed", "normal"),
    [
        ("pan", " abcpd 1234 e ", "ABCPD1234E"),
        ("pan", "ABCPD१२३४E", "ABCPD1234E"),
        ("gstin", "27 aapfu0939f 1zv", "27AAPFU0939F1ZV"),
        ("gstin", "２７AAPFU0939F1ZV", "27AAPFU0939F1ZV"),
        ("udyam", "udyam mh 12 0123456", "UDYAM-MH-12-0123456"),
        ("udyam", "UDYAM–KR–03–౦౧౨౩౪౫౬", "UDYAM-KR-03-0123456"),
        ("fssai", "1 23 45 678 901234", "12345678901234"),
        ("fssai", "२२३४५६७८९०१२३४", "22345678901234"),
        ("ifsc", "sbin 0001234", "SBIN0001234"),
        ("darpan", "rj-2024-1234567", "RJ/2024/1234567"),
        ("iec", "abcpd1234e", "ABCPD1234E"),
        ("iec", "0588 012345", "0588012345"),
        ("cin", "U15490MH2019PTC123456", "U15490MH2019PTC123456"),
        ("llpin", "aab1234", "AAB-1234"),
        ("aishe", "c 12345", "C-12345"),
        ("aicte", "1 1234567", "1-1234567"),
        ("ncvt", "gr 27000123", "GR27000123"),
    ],
)
def test_normal_form_when_typed_loosely_is_what_the_register_writes(kind, typed, normal):
    assert normal_form(IdentifierKind(kind), typed) == normal


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("pan", "ABCD12345E", "A PAN has 5 letters, 4 digits and a letter, like ABCPD1234E."),
        (
            "pan",
            "ABCXD1234E",
            "The 4th letter of a PAN says who holds it: P for a person, C for a company, F for a firm. Check it.",
        ),
        ("pan", "ABCPD0000E", "The 4 digits of a PAN are never 0000. Check them."),
        (
            "gstin",
            "27AAPFU0939F1Z",
            "A GSTIN has 15 signs: 2 digits for the state, your PAN, 1 sign, the letter Z and 1 sign.",
        ),
        ("gstin", "99AAPFU0939F1ZV", "The first 2 digits of a GSTIN are the state. No state has the number you typed."),
        ("gstin", "27AAPXU0939F1ZV", "Signs 3 to 12 of a GSTIN are your PAN. What you typed there is no PAN."),
        (
            "gstin",
            "27AAPFU0939F1ZW",
            "The last sign of this GSTIN does not fit the others, so one is wrong. Compare it with your certificate.",
        ),
        (
            "udyam",
            "MH12A1234567",
            "This is an old Udyog Aadhaar number. It has ended. Give the Udyam number, which begins with UDYAM.",
        ),
        (
            "udyam",
            "UDYAM-XX-12-0123456",
            "The 2 letters after UDYAM are the state, like MH. No state has the letters you typed.",
        ),
        ("udyam", "2345 6789 0124", "This looks like an Aadhaar number. We never ask for it and did not keep it."),
        ("fssai", "32345678901234", "An FSSAI number has 14 digits and begins with 1 or 2."),
        ("ifsc", "SBINO001234", "The 5th sign of an IFSC is the digit 0, not the letter O."),
        (
            "darpan",
            "XX/2024/1234567",
            "A Darpan number begins with the 2 letters of a state, like RJ. No state has the letters you typed.",
        ),
    ],
)
def test_normal_form_when_a_number_cannot_be_says_what_is_wrong(kind, typed, sentence):
    with pytest.raises(Malformed) as refused:
        normal_form(IdentifierKind(kind), typed)

    assert str(refused.value.sentence) == sentence


@pytest.mark.parametrize("kind", list(IdentifierKind))
def test_normal_form_of_nothing_or_noise_is_refused_with_a_sentence_and_never_breaks(kind):
    for typed in ["", " ", "\x00", "=1+1", "x" * 10_000, "🙂", "१"]:
        with pytest.raises(Malformed) as refused:
            normal_form(kind, typed)
        assert str(refused.value.sentence).endswith(".")


def test_every_kind_of_identifier_has_a_shape():
    assert set(SHAPES) == set(IdentifierKind)


def test_masked_shows_the_last_four_signs_and_keeps_the_dashes():
    assert masked("UDYAM-MH-12-0123456") == "•••••-••-••-•••3456"


def test_a_gstin_tells_pan_and_state_and_ladakh_is_known():
    assert (pan_in_gstin("29AAGCB7383J1Z4"), state_in_gstin("29AAGCB7383J1Z4")) == ("AAGCB7383J", "KA")
    assert state_in_gstin("38AAPFU0939F1ZS") == "LA"


@pytest.mark.parametrize(
    ("udyam", "state"), [("UDYAM-KR-03-0000001", "KA"), ("UDYAM-TG-03-0000001", "TS"), ("UDYAM-MH-03-0000001", "MH")]
)
def test_a_udyam_number_tells_the_state_in_the_portals_letters(udyam, state):
    assert state_in_udyam(udyam) == state
