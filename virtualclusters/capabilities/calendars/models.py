"""Who has a calendar feed. The address itself is never kept: only what it hashes to."""

from django.conf import settings
from django.db import models


class Feed(models.Model):
    """A person's feed; a new address replaces the old one, taking the row away ends it."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key_hash = models.CharField(
        max_length=64, unique=True, help_text="SHA-256 of the key in the address, in hexadecimal"
    )
    made_at = models.DateTimeField()

    def __str__(self):
        return f"calendar feed of person {self.person_id}"
