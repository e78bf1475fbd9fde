"""What the portal told a unit about, and the searches people keep.

Alerts are append-mostly: no foreign keys in or out, so that an operator can partition them.
"""

from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import Unit

REACTED = Q(dismissed_at__isnull=False) | Q(by_hand_at__isnull=False)
"""What a unit put away, and what somebody suggested to it by hand: few of all that it was told of."""


class Alert(models.Model):
    """One opportunity found for one unit, with the reasons as codes.

    ``by_hand_…`` are filled when a person suggested it: who, for which cluster (none: for the portal), her words, and when.
    """

    id = models.BigAutoField(primary_key=True)
    unit_id = models.BigIntegerField()
    opportunity_id = models.BigIntegerField()
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    written_at = models.DateTimeField()
    dismissed_at = models.DateTimeField(null=True)
    dismissed = models.CharField(max_length=24, blank=True, help_text="why it is not for the unit")
    by_hand_by = models.BigIntegerField(null=True, help_text="id of the person who suggested it")
    by_hand_cluster = models.BigIntegerField(null=True, help_text="id of the cluster she looks after")
    by_hand_words = models.CharField(max_length=200, blank=True, db_default="", help_text="why she suggested it")
    by_hand_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_id", "opportunity_id"], name="alert_once"),
            models.CheckConstraint(
                name="alert_by_hand_is_whole",
                condition=Q(by_hand_at=None, by_hand_by=None, by_hand_cluster=None, by_hand_words="")
                | Q(by_hand_at__isnull=False, by_hand_by__isnull=False) & ~Q(by_hand_words=""),
            ),
        ]
        indexes = [
            models.Index(fields=["unit_id", "-written_at"], name="alert_of_unit"),
            models.Index(fields=["by_hand_by"], name="alert_by_hand", condition=Q(by_hand_by__isnull=False)),
            models.Index(fields=["unit_id"], name="alert_reacted", condition=REACTED),
            BrinIndex(fields=["written_at"], name="alert_written", autosummarize=True),
        ]

    def __str__(self):
        return f"{self.opportunity_id} for {self.unit_id}"


class SavedSearch(models.Model):
    """A search somebody keeps: what is new in it is told to her.

    ``filters`` maps facets to lists of codes, as search takes them; beside them ``near`` holds kilometres from the unit and
    ``days`` within how many days it closes, one text each. ``source`` is the name of a search source.
    """

    class Source(models.TextChoices):
        OPPORTUNITIES = "opportunities", _("Opportunities")
        ORGANISATIONS = "organisations", _("Directory")

    class Frequency(models.TextChoices):
        INSTANT = "instant", _("As soon as it is there")
        DAILY = "daily", _("Once a day")
        WEEKLY = "weekly", _("Once a week")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+")
    source = models.CharField(max_length=16, choices=Source)
    text = models.CharField(max_length=200, blank=True)
    filters = models.JSONField(default=dict)
    frequency = models.CharField(max_length=8, choices=Frequency, default=Frequency.DAILY)
    saved_at = models.DateTimeField()
    last_sent_at = models.DateTimeField(help_text="what came after this is new")

    class Meta:
        verbose_name_plural = "saved searches"
        constraints = [
            models.UniqueConstraint(fields=["person", "source", "text", "filters"], name="search_saved_once"),
            models.CheckConstraint(name="saved_search_asks_something", condition=~Q(text="") | ~Q(filters={})),
        ]
        indexes = [models.Index(fields=["frequency", "last_sent_at"], name="saved_search_due")]

    def __str__(self):
        return f"{self.source} {self.text}"


class RealUse(models.Model):
    """How what was told was answered, as counted on a day (``quality.py`` says how). One row a day."""

    day = models.DateField(unique=True)
    counted_at = models.DateTimeField()
    figures = models.JSONField()

    class Meta:
        verbose_name_plural = "real use"

    def __str__(self):
        return f"{self.day}"
