"""A word as it is compared: one form for its scripts, spellings and plurals."""

from functools import lru_cache

from virtualclusters.foundation.scripts import fold, roman_key

_SPELT = {
    "mashin": "machine mashine mashin mashiin machin masheen mishin मशीन મશીન মেশিন ਮਸ਼ੀਨ مشین yantra यंत्र "
    "இயந்திரம் எந்திரம் யந்திரம் மெஷின் மிஷின் மெசின் యంత్రం మిషను ಯಂತ್ರ ಮೆಷಿನ್ യന്ത്രം മെഷീൻ মেশিন যন্ত্র ਮਸੀਨ ਯੰਤਰ ଯନ୍ତ୍ର ମେସିନ",
    "povder": "powder powdar pauder paudar pawder powdr pwdr podar पाउडर पावडर પાવડર পাউডার ਪਾਊਡਰ پاؤڈر",
    "paking": "packing paking paiking pekking पैकिंग પેકિંગ প্যাকিং ਪੈਕਿੰਗ پیکنگ packaging पैकेजिंग",
    "mil": "mill mil मिल મિલ মিল ਮਿੱਲ مل mills",
    "juis": "juice jus joos juce juise जूस",
    "grainder": "grinder graindar grainder grander ग्राइंडर கிரைண்டர்",
    "biskuit": "biscuit biskut biskit biscut biscoot bisket बिस्कुट बिस्किट",
    "pulverijer": "pulveriser pulverizer palvarizer pulvariser पल्वराइज़र",
    "drier": "dryer drier drayer dryar ड्रायर",
    "oven": "oven ovan ओवन",
    "bekri": "bakery bakrey bekri bekery बेकरी",
    "pauch": "pouch pauch पाउच",
    "chilli": "chilli chili chilly chillies chilies",
}
_ALIAS = {roman_key(word): key for key, words in _SPELT.items() for word in words.split()}


@lru_cache(maxsize=65_536)
def term(word: str) -> str:
    """The key of a word, without an English plural, and one key for machine, मशीन and mashin. Empty for no word."""
    key = roman_key(singular(word)).replace(" ", "")
    return _ALIAS.get(key, key)


def singular(word: str) -> str:
    """An English word without the ending of its plural; others as they are."""
    low = word.casefold()
    if not low.isascii() or len(low) < 5 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("shes", "ches", "xes", "sses", "oes")) else low[:-1]


def terms(text: str) -> tuple[str, ...]:
    """The terms of a folded text, empty ones left out."""
    return tuple(key for word in fold(text).split() if (key := term(word)))
