"""Fill a registered text, and check it as the network will."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from virtualclusters.capabilities.messaging.registry import Tag, gaps_of

_ALLOWED = {
    Tag.NUMERIC: re.compile(r"[\d.,\s]+"),
    Tag.URL: re.compile(r"https?://[\w.\-:]+/[\w\-./]*"),
    Tag.URL_OF_OTHERS: re.compile(r"https?://\S+"),
    Tag.CALL_BACK_NUMBER: re.compile(r"\+?\d{3,15}"),
    Tag.EMAIL: re.compile(r"[^@\s]+@[^@\s]+"),
    Tag.ALPHANUMERIC: re.compile(r"[^\n\r]+"),
}
# A stranger's title must not smuggle an address under the portal's header.
_ENDINGS = "com|in|org|net|co|io|me|ly|info|biz|xyz|top|link|app|site|online|shop|club|live|page|dev"
_ADDRESS = re.compile(rf"(?:https?://|www\.)\S*|\b[\w.-]+\.(?:{_ENDINGS})\b\S*", re.IGNORECASE)
_COMBINING_END = re.compile(r"[\u0900-\u0903\u093a-\u094f\u0300-\u036f\u200c\u200d]+$")


class TextRefused(Exception):
    """A value does not fit the kind or length under which its gap is registered."""


@dataclass(frozen=True)
class Text:
    """A message as it leaves: for an SMS also the header and the id of its registered text."""

    body: str
    subject: str = ""
    language: str = "en"
    header: str = ""
    dlt_template_id: str = ""


def render_sms(template, *, language, variables):
    """The SMS in the person's language, or in English when it is not registered in hers.

    Raises:
        TextRefused: a value does not fit its gap.
        KeyError: a value is missing.
    """
    language = language if language in template.sms else "en"
    pattern = template.sms[language]
    with translation.override(language):
        values = {name: fit(template.gaps[name], variables[name]) for name in gaps_of(pattern)}
    return Text(
        body=pattern.format(**values),
        language=language,
        header=template.header or settings.SMS_HEADER,
        dlt_template_id=settings.SMS_TEMPLATE_IDS.get(f"{template.key}.{language}", ""),
    )


def render_line(template, *, variables):
    """The one sentence of lists, digests and subjects, in the active language."""
    return str(template.line).format(**_shown(template, variables))


def render_body(template, *, variables):
    """The words of an e-mail, in the active language."""
    return str(template.body).format(**_shown(template, variables))


def fit(variable, value):
    """The value as it may stand in an SMS.

    Raises:
        TextRefused: it is empty, of another kind, or too long to cut.
    """
    shown = variable.shown(value)
    if variable.tag is Tag.ALPHANUMERIC:
        shown = _cut(" ".join(_ADDRESS.sub("", shown).split()) or "-", variable.max_length)
    if len(shown) > variable.max_length:
        raise TextRefused(f"{variable.name}: longer than {variable.max_length}")
    if not _ALLOWED[variable.tag].fullmatch(shown):
        raise TextRefused(f"{variable.name}: not {variable.tag}")
    return shown


def _shown(template, variables):
    return {name: template.gaps[name].shown(value) for name, value in variables.items() if name in template.gaps}


def _cut(text, most):
    if len(text) <= most:
        return text
    room = most - 2
    head = text[: room + 1].rpartition(" ")[0] or _COMBINING_END.sub("", text[:room])
    return f"{head}.."
