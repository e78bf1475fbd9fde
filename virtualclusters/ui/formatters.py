"""Numbers, money, distances, dates and telephone numbers as people in India read them.

Digits are grouped 3;2;2 ("2,50,000") in every language: CLDR groups western-style in Marathi, Kannada, Malayalam and Urdu and
says "million" in six languages, so only the names of months come from it (Babel 2.18).
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from django.utils import timezone
from django.utils.translation import get_language, ngettext, ngettext_lazy, pgettext
from django.utils.translation import gettext as _

from virtualclusters.foundation.time import day_in_india, to_ist

LAKH, CRORE = 100_000, 10_000_000
# one lakh, more lakh, one crore, more crore
SCALE_WORDS = {
    "en": ("lakh", "lakh", "crore", "crore"),
    "hi": ("लाख", "लाख", "करोड़", "करोड़"),
    "ur": ("لاکھ", "لاکھ", "کروڑ", "کروڑ"),
    "mr": ("लाख", "लाख", "कोटी", "कोटी"),
    "ne": ("लाख", "लाख", "करोड", "करोड"),
    "bn": ("লাখ", "লাখ", "কোটি", "কোটি"),
    "as": ("লাখ", "লাখ", "কোটি", "কোটি"),
    "gu": ("લાખ", "લાખ", "કરોડ", "કરોડ"),
    "pa": ("ਲੱਖ", "ਲੱਖ", "ਕਰੋੜ", "ਕਰੋੜ"),
    "or": ("ଲକ୍ଷ", "ଲକ୍ଷ", "କୋଟି", "କୋଟି"),
    "ta": ("லட்சம்", "லட்சம்", "கோடி", "கோடி"),
    "te": ("లక్ష", "లక్షలు", "కోటి", "కోట్లు"),
    "kn": ("ಲಕ್ಷ", "ಲಕ್ಷ", "ಕೋಟಿ", "ಕೋಟಿ"),
    "ml": ("ലക്ഷം", "ലക്ഷം", "കോടി", "കോടി"),
}
ZEROS = {
    "hi": "०",
    "mr": "०",
    "ne": "०",
    "bn": "০",
    "as": "০",
    "gu": "૦",
    "pa": "੦",
    "or": "୦",
    "ta": "௦",
    "te": "౦",
    "kn": "೦",
    "ml": "൦",
    "ur": "۰",
}

COUNTED = {
    "kg": ngettext_lazy("%(amount)s kg", "%(amount)s kg", "count"),
    "tonne": ngettext_lazy("%(amount)s tonne", "%(amount)s tonnes", "count"),
    "litre": ngettext_lazy("%(amount)s litre", "%(amount)s litres", "count"),
    "piece": ngettext_lazy("%(amount)s piece", "%(amount)s pieces", "count"),
    "pack": ngettext_lazy("%(amount)s pack", "%(amount)s packs", "count"),
    "hour": ngettext_lazy("%(amount)s hour", "%(amount)s hours", "count"),
    "job": ngettext_lazy("%(amount)s job", "%(amount)s jobs", "count"),
}


def group(digits: str) -> str:
    """A run of digits with Indian commas: the last three, then twos."""
    head, tail = digits[:-3], digits[-3:]
    pairs = []
    while head:
        pairs.append(head[-2:])
        head = head[:-2]
    return ",".join([*reversed(pairs), tail])


def number(value, places: int = 0) -> str:
    """A number in Indian grouping, rounded half up to `places` decimals."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _point, fraction = f"{abs(rounded):f}".partition(".")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{group(whole)}{'.' + fraction if fraction else ''}"


def _plain(value: Decimal) -> str:
    """A small number without needless zeros: 2.50 is "2.5"."""
    text = number(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(amount, unit: str) -> str:
    """So much of something: "2 pieces", "1 tonne", "2.5 kg". `unit` is a code of `COUNTED`; another one is shown as it is."""
    told = _plain(Decimal(str(amount)))
    if unit not in COUNTED:
        return f"{told} {unit}"
    return COUNTED[unit] % {"count": 1 if amount == 1 else 2, "amount": told}


def inr(rupees) -> str:
    """Rupees in full: "₹2,50,000"; paise only when there are any."""
    amount = Decimal(str(rupees))
    text = number(abs(amount), 2 if amount % 1 else 0)
    return f"{'-' if amount < 0 else ''}₹{text}"


def in_words(rupees, language: str | None = None) -> str:
    """A large amount by its scale: "25 lakh", "2.5 crore"; empty below one lakh. Cut, never rounded up, at two decimals."""
    amount = abs(Decimal(str(rupees)))
    if amount < LAKH:
        return ""
    one_lakh, lakhs, one_crore, crores = SCALE_WORDS.get((language or get_language() or "en")[:2], SCALE_WORDS["en"])
    unit, single, many = (CRORE, one_crore, crores) if amount >= CRORE else (LAKH, one_lakh, lakhs)
    count = (amount / unit).quantize(Decimal("0.01"), "ROUND_DOWN")
    return f"{_plain(count)} {single if count == 1 else many}"


def inr_short(rupees, language: str | None = None) -> str:
    """Rupees for a card: "₹25 lakh", "₹2.5 crore", "₹45,000"."""
    words = in_words(rupees, language)
    sign = "-" if Decimal(str(rupees)) < 0 else ""
    return f"{sign}₹{words}" if words else inr(rupees)


def km(kilometres) -> str:
    """A distance: "40 km"; under one kilometre "less than 1 km"."""
    distance = Decimal(str(kilometres))
    if distance < 1:
        return _("less than 1 km")
    return _("%(distance)s km") % {"distance": number(distance)}


@lru_cache(maxsize=64)
def month_names(language: str) -> tuple[str, ...]:
    """The twelve months in that language; in English where CLDR does not know it."""
    try:
        names = get_month_names("wide", locale=Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        names = get_month_names("wide", locale="en")
    return tuple(names[month] for month in range(1, 13))


def _day(value: date | datetime) -> date:
    return day_in_india(value) if isinstance(value, datetime) else value


def long_date(value: date | datetime, language: str | None = None) -> str:
    """A day with its month in words, Indian time: "21 November 2026"."""
    day = _day(value)
    return f"{day.day} {month_names(language or get_language() or 'en')[day.month - 1]} {day.year}"


def clock(value: datetime) -> str:
    """A time of day on an Indian clock: "3:30 pm"; in languages without am and pm with the part of the day."""
    local = to_ist(value)
    hour = local.hour % 12 or 12
    return _part_of_day(local.hour) % {"time": f"{hour}:{local:%M}"}


def _part_of_day(hour):
    if hour < 4:
        return pgettext("night", "%(time)s am")
    if hour < 12:
        return pgettext("morning", "%(time)s am")
    if hour < 16:
        return pgettext("afternoon", "%(time)s pm")
    return pgettext("evening", "%(time)s pm") if hour < 20 else pgettext("night", "%(time)s pm")


def sentence(words: str) -> str:
    """Words with the full stop of the reader's language behind them."""
    return _("%(words)s.") % {"words": words}


def moment(value: datetime) -> str:
    """A day and a time: "21 November 2026, 3:30 pm"."""
    return _("%(day)s, %(time)s") % {"day": long_date(value), "time": clock(value)}


def closes(value: date | datetime, now: datetime | None = None) -> str:
    """When something ends, as a distance in days and as a date: "Closes in 3 days, 24 November 2026"."""
    day = _day(value)
    days = (day - day_in_india(now or timezone.now())).days
    date_text = {"date": long_date(day)}
    if days < 0:
        return _("Closed on %(date)s") % date_text
    if days == 0:
        return _("Closes today, %(date)s") % date_text
    if days > 30:
        return _("Closes on %(date)s") % date_text
    return ngettext("Closes in %(days)s day, %(date)s", "Closes in %(days)s days, %(date)s", days) % {
        "days": days,
        **date_text,
    }


def since(value: date | datetime, now: datetime | None = None) -> str:
    """How long ago: "today", "3 days ago"."""
    days = (day_in_india(now or timezone.now()) - _day(value)).days
    if days <= 0:
        return _("today")
    return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": number(days)}


def phone(number_text: str) -> str:
    """An Indian mobile number in two groups: "+91 98765 43210"; others as they are."""
    digits = number_text.removeprefix("+91")
    if len(digits) == 10 and digits.isdigit():
        return f"+91 {digits[:5]} {digits[5:]}"
    return number_text


def local_digits(text: str, language: str | None = None) -> str:
    """The text with its digits in the script of the language, for those who ask for it; Latin digits are the rule."""
    zero = ZEROS.get((language or get_language() or "en")[:2])
    if zero is None:
        return text
    return text.translate({ord(str(value)): chr(ord(zero) + value) for value in range(10)})
