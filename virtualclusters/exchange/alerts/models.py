"""What the portal told a unit about, and the searches people keep.

Alerts are append-mostly: no foreign keys in or out, so that an operator can partition them.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import Unit


class Alert(models.Model):
    """One opportunity found for one unit, with the reasons as codes."""

    id = models.BigAutoField(primary_key=True)
    unit_id = models.BigIntegerField()
    opportunity_id = models.BigIntegerField()
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    written_at = models.DateTimeField()
    dismissed_at = models.DateTimeField(null=True)
    dismissed = models.CharField(max_length=24, blank=True, help_text="why it is not for the unit")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit_id", "opportunity_id"], name="alert_once")]
        indexes = [models.Index(fields=["unit_id", "-written_at"], name="alert_of_unit")]

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
