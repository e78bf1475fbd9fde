"""How a word sounds, whoever wrote it in whatever script: ``roman_key`` and, bolder, ``skeleton``."""

import re
import unicodedata
from functools import lru_cache

from virtualclusters.foundation.scripts.folding import folded_letter, until_stable
from virtualclusters.foundation.scripts.letters import ANUSVARA, ARABIC_VARIANTS, BLOCK, BRAHMIC, VIRAMA, ascii_digits


def _from(offset: int, sounds: str) -> dict[int, str]:
    return dict(enumerate(sounds.split(), start=offset))


_CONSONANTS = (
    _from(0x15, "k kh g gh n ch ch j jh n t th d dh n t th d dh n n p f b bh m y r r l l l v sh sh s h")
    | _from(0x5C, "d")
    | _from(0x5F, "y")
    | _from(0x70, "r v")
)
_VOWELS = _from(0x05, "a a i i u u ri li e e e ai o o o au") | _from(0x60, "ri")
_VOWEL_SIGNS = _from(0x3E, "a i i u u ri ri e e e ai o o o au") | _from(0x57, "au")
_ODD_LETTERS = {"ৎ": "t", "ੰ": "n", "ੱ": "", "ੲ": "", "ੳ": "", "ൺ": "n", "ൻ": "n", "ർ": "r", "ൽ": "l", "ൾ": "l", "ൿ": "k"}
_INHERENT = "@"
_UNSPOKEN_INSIDE = {0x0900, 0x0A00, 0x0A80}
_UNSPOKEN = re.compile(r"^(.*[aeiou@](?:[kgcjtdpbs]h|[^aeiou@]))@((?:[kgcjtdpbs]h|[^aeiou@])[aeiou@].*)$")
_TAMIL_SOFT = {"k": "g", "ch": "s", "t": "d", "p": "b"}
_SOUTHERN = {0x0C00, 0x0C80, 0x0D00}

_ARABIC_SOUNDS = (
    "اa آa بb پp تt ٹt ثs جj چch حh خkh دd ڈd ذj رr ڑd زj ژj سs شsh صs "
    "ضj طt ظj عa غg فf قk کk گg لl مm نn ںn وo ہh ھh یi ےe ئi ؤo ء"
)
_ARABIC = {pair[0]: pair[1:] for pair in _ARABIC_SOUNDS.split()}
_ARABIC_INITIAL = {"و": "v", "ی": "y"}


def roman_key(text: str) -> str:
    """One key for the same word in any of ten scripts and in free Roman spelling; words parted by single spaces.

    Long and short vowels, doubled letters, v/w, z/j, f/ph and a final a, i or e count as the same; vowels that Hindi
    writes and does not speak are left out. Urdu writes few vowels, so its keys meet the others' only by ``skeleton``.
    Letters of other scripts are left out. Keying twice changes nothing.
    """
    words = (_word_key(word) for word in text.split())
    return " ".join(" ".join(word for word in words if word).split())


@lru_cache(maxsize=65_536)
def _word_key(word: str) -> str:
    parts = (until_stable(_sound, _romanise(part)) for part in _plain_letters(word).split())
    return " ".join(part for part in parts if part)


def _plain_letters(text: str) -> str:
    """The text without marks that do not sound. Two letters whose nukta changes the sound (ਸ਼, য়) become one sign."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = text.replace("\u0a38\u0a3c", "\u0a36").replace("\u09af\u09bc", "\u09df")
    return "".join(folded_letter(letter) for letter in ascii_digits(text).translate(ARABIC_VARIANTS))


def _romanise(word: str) -> str:
    """The word in Latin letters, inherent vowels included."""
    if word.isascii():
        return word
    out: list[str] = []
    for position, letter in enumerate(word):
        out.append(_romanise_letter(word, position, letter, out))
    return _without_unspoken_vowels("".join(out), spoken=ord(word[0]) - ord(word[0]) % BLOCK not in _UNSPOKEN_INSIDE)


def _without_unspoken_vowels(word: str, *, spoken: bool) -> str:
    """The north does not speak an inherent vowel between vowel-consonant and consonant-vowel; none ends a word."""
    if len(word) > 2:
        word = word.removesuffix(_INHERENT)
    while not spoken and (found := _UNSPOKEN.match(word)):
        word = found[1] + found[2]
    return word.replace(_INHERENT, "a")


def _romanise_letter(word: str, position: int, letter: str, out: list[str]) -> str:
    if letter.isascii():
        return letter
    if letter in _ODD_LETTERS:
        return _ODD_LETTERS[letter]
    if letter in _ARABIC:
        return _ARABIC_INITIAL.get(letter, _ARABIC[letter]) if position == 0 else _ARABIC[letter]
    code = ord(letter)
    start, offset = code - code % BLOCK, code % BLOCK
    if start in BRAHMIC:
        return _brahmic(word, position, start, offset, out)
    return "".join(base for base in unicodedata.normalize("NFKD", letter) if base.isascii() and base.isalnum())


def _brahmic(word: str, position: int, start: int, offset: int, out: list[str]) -> str:
    if offset in _CONSONANTS:
        return _consonant(word, position, start, offset, out) + _inherent_vowel(word, position, start)
    if offset == ANUSVARA:
        return "m" if start in _SOUTHERN and position + 1 == len(word) else "n"
    return _VOWELS.get(offset) or _VOWEL_SIGNS.get(offset) or ""


def _consonant(word: str, position: int, start: int, offset: int, out: list[str]) -> str:
    sound = _CONSONANTS[offset]
    if start == 0x0B80:
        return _tamil(sound, offset, "".join(out), _next(word, position) == chr(start + VIRAMA))
    if start in (0x0980, 0x0B00) and offset == 0x2F:
        return "y" if position and word[position - 1] == chr(start + VIRAMA) else "j"
    return sound


def _tamil(sound: str, offset: int, before: str, closed: bool) -> str:
    """Tamil writes k and g, p and b … with one letter; its place in the word tells which."""
    if offset == 0x24:
        return "th"
    if not before:
        return "s" if sound == "ch" else sound
    between_vowels = before[-1] in "aeiou@" and not closed
    return _TAMIL_SOFT.get(sound, sound) if between_vowels or before[-1] in "nm" else sound


def _inherent_vowel(word: str, position: int, start: int) -> str:
    following = _next(word, position)
    offset = ord(following) - start if following else -1
    return "" if offset == VIRAMA or offset in _VOWEL_SIGNS else _INHERENT


def _next(word: str, position: int) -> str:
    return word[position + 1] if position + 1 < len(word) else ""


_SAME_SOUND = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z0-9]", ""),
        (r"x", "ks"),
        (r"tch|cch|chh", "ch"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"zh", "l"),
        (r"z", "j"),
        (r"ksh", "ks"),
        (r"eh", "ah"),
        (r"ee|ii", "i"),
        (r"oo|uu", "u"),
        (r"ou", "au"),
        (r"ey$|(?<=[^aeiou])y$", "i"),
        (r"ay(?![aeiou])", "ai"),
        (r"iy(?=[aeiou])", "i"),
        (r"n(?=[pbf])", "m"),
        (r"([a-z])\1", r"\1"),
    )
]
_FINAL_VOWEL = re.compile(r"(?<=[a-z][a-z][^aeiouy0-9])[aie]$")


def _sound(word: str) -> str:
    for pattern, sound in _SAME_SOUND:
        word = pattern.sub(sound, word)
    return _FINAL_VOWEL.sub("", word)


def skeleton(text: str) -> str:
    """The consonants of a text's key, aspirates and sh made plain, with ``a`` for any vowel that begins a word.

    Bold: many words share a skeleton. Use it for a second try, for words of three consonants or more.
    """
    return " ".join(bare for word in roman_key(text).split() if (bare := _word_skeleton(word)))


def _word_skeleton(word: str) -> str:
    plain = word.replace("sh", "s").replace("ch", "c")
    plain = plain[:1] + plain[1:].replace("h", "")
    bare = re.sub(r"[aeiou]", "", plain)
    bare = re.sub(r"([a-z])\1+", r"\1", bare)
    return "a" + bare if plain[:1] in set("aeiou") else bare
