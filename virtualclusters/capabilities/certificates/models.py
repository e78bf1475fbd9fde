"""Certificates: what was printed, for whom, and whether it still stands."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.capabilities.certificates.codes import ALPHABET, LENGTH, new_code


class Certificate(models.Model):
    """One issued certificate. Erasure empties the holder; the row stays, so that its code never comes to mean another."""

    code = models.CharField(max_length=LENGTH, unique=True, default=new_code)
    title = models.CharField(max_length=200, help_text="what it is about, such as the name of a training")
    statement = models.CharField(max_length=200, help_text="what it says of the holder, in the certificate's language")
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="null: erased, or without an account",
    )
    holder_name = models.CharField(max_length=120, blank=True, help_text="as printed")
    issuer = models.CharField(max_length=200, help_text="as printed")
    issued_at = models.DateTimeField()
    language = models.CharField(max_length=8)
    facts = models.JSONField(default=list, help_text="pairs of label and words, as printed")
    is_sample = models.BooleanField(default=False, help_text="printed across the page")
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=300, blank=True, help_text="shown to whoever checks")
    erased_at = models.DateTimeField(null=True)
    pdf_sha256 = models.CharField(
        max_length=64, blank=True, help_text="of the printed bytes; empty until they are printed"
    )

    class Meta:
        indexes = [models.Index(fields=["holder", "-issued_at"], name="certificate_of_holder")]
        constraints = [
            models.CheckConstraint(
                name="certificate_code_typable", condition=Q(code__regex=f"^[{ALPHABET}]{{{LENGTH}}}$")
            ),
            models.CheckConstraint(
                name="certificate_revoked_has_reason",
                condition=Q(revoked_at=None, revoked_reason="") | (Q(revoked_at__isnull=False) & ~Q(revoked_reason="")),
            ),
            models.CheckConstraint(
                name="certificate_erased_is_empty",
                condition=(Q(erased_at=None) & ~Q(holder_name=""))
                | Q(erased_at__isnull=False, holder=None, holder_name=""),
            ),
        ]

    def __str__(self):
        return self.code
