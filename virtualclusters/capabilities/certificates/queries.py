"""Reading certificates: the public check by code, and a person's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.certificates.codes import normalise, shown
from virtualclusters.capabilities.certificates.models import Certificate


class Status(StrEnum):
    """Whether a certificate stands."""

    VALID = "valid"
    REVOKED = "revoked"
    ERASED = "erased"


@dataclass(frozen=True)
class Checked:
    """What anyone who holds the code may know. `holder` is empty when the person had herself erased."""

    number: str
    holder: str
    statement: str
    title: str
    issuer: str
    issued_at: datetime
    status: Status
    revoked_at: datetime | None
    revoked_reason: str
    language: str
    is_sample: bool


def find(code: str) -> Checked | None:
    """What a code says, however it was typed; None when no certificate has it."""
    normal = normalise(code)
    certificate = Certificate.objects.filter(code=normal).first() if normal else None
    if certificate is None:
        return None
    return Checked(
        number=shown(certificate.code),
        holder=certificate.holder_name,
        statement=certificate.statement,
        title=certificate.title,
        issuer=certificate.issuer,
        issued_at=certificate.issued_at,
        status=status(certificate),
        revoked_at=certificate.revoked_at,
        revoked_reason=certificate.revoked_reason,
        language=certificate.language,
        is_sample=certificate.is_sample,
    )


def status(certificate: Certificate) -> Status:
    """Whether a certificate stands; that it was revoked counts before that its holder was erased."""
    if certificate.revoked_at:
        return Status.REVOKED
    return Status.ERASED if certificate.erased_at else Status.VALID


def certificates_of(person) -> QuerySet[Certificate]:
    """A person's certificates, newest first."""
    return Certificate.objects.filter(holder=person).order_by("-issued_at", "-pk")


def _export_rows(person) -> Iterable[dict]:
    return certificates_of(person).values("code", "title", "statement", "holder_name", "issuer", "issued_at")


EXPORT = Section(
    "certificates",
    _("Your certificates"),
    _export_rows,
    {
        "code": _("Number"),
        "title": _("What it is about"),
        "statement": _("Says"),
        "holder_name": _("Name on it"),
        "issuer": _("Issued by"),
        "issued_at": _("Date"),
    },
)
