"""Files that people send: a row each, the bytes beside the database under names made here."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.capabilities.files.purposes import PURPOSES


def random_key() -> str:
    """128 random bits, as 22 characters that an address can hold."""
    return secrets.token_urlsafe(16)


def random_name() -> str:
    """128 random bits as 32 hexadecimal digits: the name under which bytes are stored."""
    return secrets.token_hex(16)


class File(models.Model):
    """One sent file. Only a checked file can be read; who may is decided by the code of the row that points at it."""

    class State(models.TextChoices):
        QUARANTINED = "quarantined"
        CHECKED = "checked"
        REFUSED = "refused"

    key = models.CharField(
        max_length=22,
        unique=True,
        default=random_key,
        help_text="stands in addresses; the right is checked all the same",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="null: the command line"
    )
    purpose = models.CharField(max_length=20, choices=[(name, name) for name in PURPOSES])
    name = models.CharField(max_length=120, help_text="as shown to people; never part of a path")
    declared_type = models.CharField(max_length=100, blank=True)
    kind = models.CharField(max_length=10, blank=True, help_text="what the content was found to be")
    size = models.BigIntegerField(help_text="bytes, as stored")
    sha256 = models.CharField(max_length=64, help_text="of the bytes as they were sent")
    state = models.CharField(max_length=12, choices=State, default=State.QUARANTINED)
    reason = models.CharField(max_length=40, blank=True)
    stored_as = models.CharField(max_length=32, unique=True, default=random_name)
    pages_drawn = models.PositiveSmallIntegerField(default=0, help_text="how many first pages stand as pictures")
    created_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-created_at"], name="file_of_owner"),
            models.Index(fields=["sha256"], name="file_sha256"),
        ]
        constraints = [
            models.CheckConstraint(name="file_size_not_negative", condition=Q(size__gte=0)),
            models.CheckConstraint(name="file_refused_has_reason", condition=~Q(state="refused") | ~Q(reason="")),
            models.CheckConstraint(name="file_checked_has_kind", condition=~Q(state="checked") | ~Q(kind="")),
            models.CheckConstraint(
                name="file_waits_or_has_time",
                condition=Q(state="quarantined", checked_at=None)
                | (~Q(state="quarantined") & Q(checked_at__isnull=False)),
            ),
            models.CheckConstraint(name="file_stored_as_is_hex", condition=Q(stored_as__regex=r"^[0-9a-f]{32}$")),
        ]

    def __str__(self):
        return self.name
