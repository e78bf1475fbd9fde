"""Why a file is not taken. The code is kept with the file; the sentence is written when it is shown."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "kind_not_taken": _("We do not take this kind of file here. Send a PDF or a photo."),
    "name_and_content_differ": _(
        "The name of this file does not fit what is in it. Save it again and send the new copy."
    ),
    "broken": _("This file is damaged and cannot be opened. Save it again and send the new copy."),
    "locked": _("This file is locked with a password. Send it without one."),
    "too_many_pages": _("This document has too many pages. Send only the pages that matter."),
    "picture_too_large": _("This picture is too large. Send a smaller one."),
    "malware": _("This file carries something harmful. Do not open it, and clean the device it came from."),
    "macros": _(
        "This workbook carries a program (a macro). Save it as a plain workbook without macros and send it again."
    ),
    "unsafe": _("This file carries something that is not safe to open. Save it in a simpler form and send that."),
    "unpacks_too_large": _("This file grows too large when it is opened. Cut it into smaller files."),
    "unknown_kind": _("We do not know this kind of file. Send a PDF or a photo."),
}


class Unfit(Exception):
    """The verdict that a file is not taken; its code is a key of `SENTENCES`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sentence(code: str) -> str:
    """What the person reads about a refused file, in the language in use."""
    return str(SENTENCES[code])
