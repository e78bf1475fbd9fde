"""A paper as an accessible PDF (PDF/UA-1), set by Typst like the certificates. Words reach the page as data, never as markup."""

import json
from dataclasses import asdict
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from virtualclusters.capabilities.certificates.printing import fonts
from virtualclusters.ui.formatters import long_date

TEMPLATE = Path(__file__).resolve().parent / "papers.typ"


def printed(paper) -> bytes:
    """The bytes of a paper's PDF.

    Raises:
        FontsMissing: the fonts are not built.
    """
    words = {
        "title": paper.title,
        "college": paper.college,
        "site": settings.SITE_NAME,
        "language": paper.language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "date": str(long_date(paper.at)),
        "sample": _("Sample, not a real paper") if paper.is_sample else "",
        "sign": _("Name, signature, day"),
        "sections": [asdict(section) for section in paper.sections],
    }
    return typst.compile(
        TEMPLATE,
        format="pdf",
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"paper": json.dumps(words, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(paper.at.timestamp()),
    )
