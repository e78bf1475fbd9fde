from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from virtualclusters.capabilities.events.fields import CurrentTransaction, TransactionNumberField

CODE_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"


class Event(models.Model):
    """One thing that happened. The table only grows; no other table holds a foreign key to it.

    ``tx`` is the transaction that wrote it: feeds read what every transaction older than the oldest running one wrote.
    ``chain`` is left for a seal that is computed later, in batches.
    """

    tx = TransactionNumberField(db_default=CurrentTransaction(), editable=False)
    at = models.DateTimeField()
    code = models.CharField(max_length=80)
    actor_person_id = models.BigIntegerField(null=True)
    actor_organisation_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    dimensions = models.JSONField(default=dict)
    chain = models.BinaryField(null=True, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(code__regex=CODE_PATTERN), name="event_code_is_a_code")]
        indexes = [
            models.Index(fields=["tx", "id"], name="event_in_feed_order"),
            models.Index(fields=["subject", "subject_id", "id"], name="event_of_subject"),
            models.Index(fields=["code", "at"], name="event_by_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject} {self.subject_id}"


class FeedCursor(models.Model):
    """How far one named feed has read."""

    name = models.CharField(max_length=60, primary_key=True)
    tx = TransactionNumberField(db_default=Cast(models.Value("0"), TransactionNumberField()), editable=False)
    event_id = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return self.name
