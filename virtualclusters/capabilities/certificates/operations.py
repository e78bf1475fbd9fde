"""Issuing, revoking and emptying certificates. Who may do it is decided by the caller, whose row holds the certificate."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.certificates import store
from virtualclusters.capabilities.certificates.jobs import print_certificate
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def issue(
    *,
    title: str,
    statement: str,
    holder_name: str,
    issuer: str,
    language: str,
    at: datetime,
    holder=None,
    facts: Sequence[tuple[str, str]] = (),
    is_sample: bool = False,
) -> Certificate:
    """Issue a certificate; its PDF is printed in the background.

    Args:
        title: what it is about, such as ``Safe honey processing``.
        statement: what it says of the holder, such as ``has completed the training``, in the certificate's language.
        holder_name: as it shall stand on paper.
        issuer: who answers for it, as printed.
        holder: the person, when she has an account.
        facts: pairs of label and words, printed in this order (place, hours, dates); at most four fit the page.

    Raises:
        Refused: there is no name to print (``no_holder_name``), or there are more than four facts (``too_many_facts``).
    """
    if not holder_name.strip():
        raise Refused("no_holder_name", _("Write the name that shall stand on the certificate."))
    if len(facts) > 4:
        raise Refused("too_many_facts", _("A certificate has room for four facts."))
    certificate = Certificate.objects.create(
        title=title,
        statement=statement,
        holder=holder,
        holder_name=" ".join(holder_name.split()),
        issuer=issuer,
        issued_at=at,
        language=language,
        facts=[list(pair) for pair in facts],
        is_sample=is_sample,
    )
    enqueue(print_certificate, certificate_id=certificate.pk)
    return certificate


@transaction.atomic
def revoke(*, certificate_id: int, reason: str, at: datetime) -> Certificate:
    """Say that a certificate does not stand any more, with a reason that whoever checks it reads.

    Raises:
        NotFound: there is none.
        Refused: it is revoked already, or the reason is empty.
    """
    certificate = Certificate.objects.select_for_update().filter(pk=certificate_id).first()
    if certificate is None:
        raise NotFound
    if certificate.revoked_at:
        raise Refused("already_revoked", _("This certificate is revoked already."))
    if not reason.strip():
        raise Refused("no_reason", _("Write why this certificate is revoked."))
    certificate.revoked_at, certificate.revoked_reason = at, reason.strip()
    certificate.save(update_fields=["revoked_at", "revoked_reason"])
    return certificate


@transaction.atomic
def erase_holder(*, person, at: datetime) -> None:
    """Empty the holder of all of a person's certificates and remove their PDFs; the codes stay taken."""
    for certificate in Certificate.objects.select_for_update().filter(holder=person).order_by("pk"):
        certificate.holder, certificate.holder_name, certificate.pdf_sha256, certificate.erased_at = None, "", "", at
        certificate.save(update_fields=["holder", "holder_name", "pdf_sha256", "erased_at"])
        transaction.on_commit(lambda pk=certificate.pk: store.path_of(pk).unlink(missing_ok=True))
