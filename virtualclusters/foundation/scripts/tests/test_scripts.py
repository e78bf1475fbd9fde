import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.foundation.joining import run_together
from virtualclusters.foundation.scripts import ascii_digits, fold, roman_key, script_of, skeleton, visible

INDIAN = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0900, max_codepoint=0x0D7F),
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.sampled_from("\u200b\u200c\u200d\ufeff"),
    ),
    max_size=40,
)

SAME_WORD = [
    ["shahad", "Shehad", "शहद", "শহদ", "શહદ"],
    ["haldi", "Haldee", "हल्दी", "ਹਲਦੀ", "haldii"],
    ["masala", "masaala", "masale", "मसाला", "મસાલા", "ਮਸਾਲਾ"],
    ["mirch", "mirchi", "mirchee", "मिर्च", "मिर्ची"],
    ["jeera", "zeera", "jira", "जीरा", "ज़ीरा"],
    ["dhaniya", "dhania", "धनिया"],
    ["namkeen", "namkin", "नमकीन"],
    ["papad", "pappad", "पापड़", "पापड"],
    ["adrak", "अदरक"],
    ["kishmish", "किशमिश"],
    ["chai", "chay", "चाय", "ચાય"],
    ["ilaichi", "ilaychi", "इलायची"],
    ["phal", "fal", "फल", "फ़ल"],
    ["sewai", "sevai", "सेवई"],
    ["aloo", "alu", "आलू"],
    ["ghee", "ghi", "घी", "ঘি"],
    ["bellam", "బెల్లం"],
    ["thengai", "தேங்காய்"],
    ["sarkkarai", "சர்க்கரை"],
    ["bella", "ಬೆಲ್ಲ"],
]


@pytest.mark.parametrize("words", SAME_WORD, ids=lambda words: words[0])
def test_roman_key_is_one_for_all_scripts_and_spellings_of_a_word(words):
    assert {roman_key(word) for word in words} == {roman_key(words[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shahad", "shakkar"),
        ("dhaniya", "dhan"),
        ("masala", "masoor"),
        ("gud", "gur"),
        ("honey", "money"),
        ("til", "tel"),
    ],
)
def test_roman_key_tells_words_apart(one, other):
    assert roman_key(one) != roman_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("हिंदी", "हिन्दी"),
        ("लौंग", "लौँग"),
        ("सब्ज़ी", "सब्जी"),
        ("नमक्", "नमक"),
        ("Spice-Grinder", "spice  grinder"),
        ("शह\u200dद", "शहद"),
        ("५०० ग्राम", "500 ग्राम"),
        ("كيسر", "کیسر"),
        ("ஆரஞ்சுச் சாறு", "ஆரஞ்சு சாறு"),
        ("பாஸ்மதி", "பாசுமதி"),
        ("குளுக்கோஸ்", "குளுக்கோசு"),
        ("ஜவ்வரிசி", "சவ்வரிசி"),
        ("சல்பேட்டு", "சல்பேட்"),
    ],
)
def test_fold_makes_two_typists_agree(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["கேக்", "கப்", "சூப்"])
def test_fold_keeps_the_last_letter_of_a_short_tamil_word(word):
    assert fold(word) == word


@pytest.mark.parametrize(
    ("words", "together"),
    [
        (("தேங்காய்", "எண்ணெய்"), "தேங்காயெண்ணெய்"),
        (("பருப்பு", "மாவு"), "பருப்புமாவு"),
        (("പാല്", "അപ്പം"), "പാലപ്പം"),
        (("star", "fruit"), "starfruit"),
    ],
)
def test_a_vowel_after_a_bare_consonant_becomes_its_sign_when_words_run_together(words, together):
    assert run_together(words) == together


def test_skeleton_brings_urdu_and_hindi_together():
    assert [skeleton(word) for word in ("شہد", "ہلدی", "مسالہ")] == [
        skeleton(word) for word in ("शहद", "हल्दी", "मसाला")
    ]


@pytest.mark.parametrize("digits", ["२५", "২৫", "੨੫", "૨૫", "୨୫", "௨௫", "౨౫", "೨೫", "൨൫", "۲۵", "٢٥", "25"])
def test_ascii_digits_reads_every_script(digits):
    assert ascii_digits(digits) == "25"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("honey", "Latin"),
        ("शहद packing", "Latin"),
        ("शहद की पैकिंग pack", "Devanagari"),
        ("தேன்", "Tamil"),
        ("شہد", "Arabic"),
        ("ମହୁ", "Odia"),
        ("123 !", ""),
        ("", ""),
    ],
)
def test_script_of_names_the_script_of_most_letters(text, script):
    assert script_of(text) == script


@given(st.one_of(INDIAN, st.text(max_size=40)))
def test_fold_of_a_fold_is_itself(text):
    assert fold(fold(text)) == fold(text)


@given(st.one_of(INDIAN, st.text(max_size=40)))
def test_key_of_a_key_is_itself(text):
    assert roman_key(roman_key(text)) == roman_key(text)


@given(st.one_of(INDIAN, st.text(max_size=40)))
def test_key_and_skeleton_are_plain_ascii_words(text):
    for comparable in (roman_key(text), skeleton(text)):
        assert comparable == " ".join(comparable.split())
        assert all(letter.isascii() and (letter.isalnum() or letter == " ") for letter in comparable)
        assert comparable == comparable.lower()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("\u202eevil grinder\u202c masala", "evil grinder masala"),
        ("\u202e\u200b", ""),
        ("\u200d \u200c", ""),
        ("ho\u00adney\u200b", "honey"),
        ("क्\u200dष", "क्\u200dष"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\r\nlines\tand more", "two\r\nlines\tand more"),
        ("bell\x07", "bell"),
        ("🌶", "🌶"),
    ],
)
def test_signs_that_nobody_sees_are_taken_out_and_joiners_stay(typed, seen):
    assert visible(typed) == seen
