"""Why a concept was read, in one short line for a page."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.network.vocabulary.reading.reader import Found, Step

LINES = {
    Step.NAME: _("from “%(words)s”"),
    Step.MENDED: _("from “%(words)s”, spelling corrected"),
    Step.SOUND: _("from “%(words)s”, which sounds like it"),
    Step.RELATION: _("from “%(words)s” and what it is for"),
    Step.CODE: _("from the code %(words)s"),
}


def from_which_words(found: Found, text: str) -> str:
    """From which words of a text a concept was read, as they were typed, and how."""
    return str(LINES[found.step]) % {"words": text[found.start : found.end] or found.words}
