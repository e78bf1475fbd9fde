"""What the portal told a unit about. Append-mostly: no foreign keys in or out, so that an operator can partition it."""

from django.db import models


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
