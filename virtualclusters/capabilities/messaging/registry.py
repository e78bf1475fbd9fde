"""What may be sent: one record a message, registered by its owner in `ready()`.

India's rules (TRAI, TCCCPR 2018 and the direction of November 2025) let an SMS pass only when its exact text, its
header and the kind of each of its variables are registered beforehand. So nothing is sent here but a registered text.
"""

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LANGUAGES_NEEDED = ("en", "hi")
"""Every text stands in these two; a person of another language gets her own when there is one, else English."""


class Category(StrEnum):
    """What a message is about, as people choose by it. Those in ``INSTANT_CATEGORIES`` may come at once."""

    CODE = "code"
    REPLY = "reply"
    DEADLINE = "deadline"
    DECISION = "decision"
    ASKED = "asked"
    NOTICE = "notice"
    MATCH = "match"
    CLUSTER = "cluster"
    ACCOUNT = "account"


class Urgency(StrEnum):
    """Whether a message goes out by itself or waits for the digest."""

    INSTANT = "instant"
    DIGEST = "digest"


INSTANT_CATEGORIES = frozenset(
    {Category.CODE, Category.REPLY, Category.DEADLINE, Category.DECISION, Category.ASKED, Category.NOTICE}
)
"""``ASKED`` is what a person herself asked to be told as soon as it is there; nobody else decides that it is urgent. ``NOTICE`` is
what an office tells those who agreed to be asked; how many a week is capped where notices are sent."""


class Tag(StrEnum):
    """Kinds of variables that the registration platform knows, in its own words."""

    NUMERIC = "numeric"
    ALPHANUMERIC = "alphanumeric"
    URL = "url"
    URL_OF_OTHERS = "urlott"
    CALL_BACK_NUMBER = "cbn"
    EMAIL = "email"


@dataclass(frozen=True)
class Variable:
    """One gap in a text.

    Args:
        name: as it stands in the text, `{name}`.
        tag: what may fill it in an SMS.
        max_length: most characters in an SMS. A longer alphanumeric value is cut between words; anything else is
            refused.
        shown: turns the stored value (text, number, ISO date) into words in the language that is active; `str` when
            none.
    """

    name: str
    tag: Tag = Tag.ALPHANUMERIC
    max_length: int = 30
    shown: Callable[[Any], str] = str


LINK = Variable("link", Tag.URL, max_length=60)
STOP = Variable("stop", Tag.URL, max_length=60)
"""The two gaps that delivery fills itself: where the message leads, and where one tap ends such messages."""


@dataclass(frozen=True)
class MessageTemplate:
    """One message, in all its forms.

    Args:
        key: stable name, such as `exchange.reply`; settings `SMS_TEMPLATE_IDS` maps `key.language` to the registered
            id.
        category: what people choose by.
        urgency: INSTANT is allowed for the ``INSTANT_CATEGORIES`` alone.
        sms: language to the exact registered text, with `{name}` gaps. It names `{stop}`, a code excepted.
        line: one sentence for lists, the digest and the e-mail's subject (lazily translated, with `{name}` gaps).
        body: more words for an e-mail of its own (lazily translated), or empty.
        variables: all gaps but `link` and `stop`.
        header: the registered sender name, or empty for the one of the settings.
        invites: it may go to a phone that nobody has proven yet, because it asks the phone's owner whether she wants to be here.

    Raises:
        ValueError: when the record could not be sent lawfully.
    """

    key: str
    category: Category
    urgency: Urgency
    sms: Mapping[str, str]
    line: Any
    body: Any = ""
    variables: tuple[Variable, ...] = ()
    header: str = ""
    invites: bool = False
    gaps: Mapping[str, Variable] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "gaps", {gap.name: gap for gap in (*self.variables, LINK, STOP)})
        for objection in _objections(self):
            raise ValueError(f"{self.key}: {objection}")


_registered: dict[str, MessageTemplate] = {}


def register(template):
    """Let this message be sent. Its owner calls it in `ready()`.

    Raises:
        ValueError: another message has the same key.
    """
    if _registered.get(template.key, template) != template:
        raise ValueError(f"{template.key}: registered twice")
    _registered[template.key] = template


def registered(key):
    """The message of that key.

    Raises:
        LookupError: none is registered, so nothing may be sent.
    """
    if key not in _registered:
        raise LookupError(f"No message is registered under {key!r}; nothing else is ever sent.")
    return _registered[key]


def all_registered():
    """Every message that may be sent, by key."""
    return dict(sorted(_registered.items()))


def gaps_of(text):
    """Names of the gaps in a text, in their order."""
    return [name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None]


def _objections(template):
    if template.urgency is Urgency.INSTANT and template.category not in INSTANT_CATEGORIES:
        yield f"{template.category} may not come at once"
    if template.urgency is Urgency.INSTANT and not template.sms:
        yield "what comes at once needs an SMS"
    if not re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", template.key):
        yield "a key is small letters, dots and underscores"
    yield from _missing_languages(template)
    for language, text in template.sms.items():
        yield from _unknown_gaps(template, text, f"SMS in {language}")
        if template.category is not Category.CODE and "stop" not in gaps_of(text):
            yield f"SMS in {language} names no {{stop}}"


def _missing_languages(template):
    return [f"no SMS in {language}" for language in LANGUAGES_NEEDED if template.sms and language not in template.sms]


def _unknown_gaps(template, text, where):
    return [f"unknown gap {{{name}}} in the {where}" for name in gaps_of(text) if name not in template.gaps]
