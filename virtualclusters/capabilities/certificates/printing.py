"""A certificate as an accessible PDF (PDF/UA-1), set by Typst in the Noto fonts of the npm lock file.

The same row gives the same bytes: the creation date is the day of issue. What people typed reaches the page as data, never as markup.
"""

import hashlib
import io
import json
from functools import lru_cache
from pathlib import Path

import segno
import typst
from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from virtualclusters.capabilities.certificates import store
from virtualclusters.capabilities.certificates.codes import shown
from virtualclusters.capabilities.certificates.fonts import BUILT
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.foundation.errors import NotFound
from virtualclusters.ui.formatters import long_date

TEMPLATE = Path(__file__).resolve().parent / "certificate.typ"


class FontsMissing(Exception):
    """The fonts are not built; ``make assets`` builds them."""


def keep(*, certificate_id: int) -> None:
    """Print a certificate, put the PDF in the store, and note its digest. One that was erased is left alone."""
    certificate = Certificate.objects.get(pk=certificate_id)
    if certificate.erased_at:
        return
    content = printed(certificate)
    path = store.path_of(certificate_id)
    half = path.with_suffix(".half")
    half.write_bytes(content)
    half.replace(path)
    digest = hashlib.sha256(content).hexdigest()
    Certificate.objects.filter(pk=certificate_id, erased_at=None).update(pdf_sha256=digest)


def pdf(certificate: Certificate) -> bytes:
    """The PDF of a certificate, printed now when the worker has not come to it.

    Raises:
        NotFound: its holder was erased.
    """
    if certificate.erased_at:
        raise NotFound
    if not store.path_of(certificate.pk).exists():
        keep(certificate_id=certificate.pk)
    return store.path_of(certificate.pk).read_bytes()


def address(code: str) -> str:
    """The address at which anyone can check a certificate."""
    return f"{settings.SITE_ADDRESS}/v/{code}"


def printed(certificate: Certificate) -> bytes:
    """The bytes of a certificate's PDF.

    Raises:
        FontsMissing: the fonts are not built.
        typst.TypstError: the page breaks the rules of PDF/UA.
    """
    with translation.override(certificate.language):
        words = page_words(certificate)
    return typst.compile(
        TEMPLATE,
        format="pdf",
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"certificate": json.dumps(words, ensure_ascii=False), "qr": qr(address(certificate.code))},
        pdf_standards=["ua-1"],
        timestamp=int(certificate.issued_at.timestamp()),
    )


def page_words(certificate: Certificate) -> dict[str, object]:
    """Everything that stands on the page, in the language in use."""
    number, place = shown(certificate.code), address(certificate.code)
    return {
        "language": certificate.language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "site": settings.SITE_NAME,
        "heading": _("Certificate"),
        "opening": _("This is to say that"),
        "holder": certificate.holder_name,
        "statement": certificate.statement,
        "title": certificate.title,
        "facts": certificate.facts,
        "issuer_label": _("Issued by"),
        "issuer": certificate.issuer,
        "date_label": _("Date"),
        "date": str(long_date(certificate.issued_at)),
        "number_label": _("Number"),
        "number": number,
        "check": _("Check it at"),
        "address": place,
        "qr_says": _("Square code that leads to %(address)s") % {"address": place},
        "sample": _("Sample, not a real certificate") if certificate.is_sample else "",
        "mark_says": _("Three hexagons, the mark of %(site)s") % {"site": settings.SITE_NAME},
    }


def qr(text: str) -> str:
    """A QR code as SVG, in ink, that still reads when a seventh of it is soiled."""
    content = io.BytesIO()
    segno.make(text, error="m", micro=False).save(content, kind="svg", dark="#16324f", border=0, xmldecl=False)
    return content.getvalue().decode()


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The Noto fonts that were built. Raises FontsMissing when they are not."""
    if not any(BUILT.glob("*.ttf")):
        raise FontsMissing("The fonts of certificates are not built. Run: make assets")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[BUILT])
