"""What a person typed and has not sent yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Draft(models.Model):
    """The values of one form, of a person or of a session that has nobody signed in yet. Never codes, files or
    secrets.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    session = models.CharField(
        max_length=64, blank=True, help_text="a digest of the session key, when nobody is signed in"
    )
    form = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, blank=True, help_text="what the form is about, such as opportunity:12")
    values = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["updated_at"], name="draft_updated")]
        constraints = [
            models.CheckConstraint(name="draft_has_one_holder", condition=Q(person=None) ^ Q(session="")),
            models.UniqueConstraint(
                fields=["person", "session", "form", "subject"], name="draft_one_a_form", nulls_distinct=False
            ),
        ]

    def __str__(self):
        return f"{self.form} {self.subject}".strip()
