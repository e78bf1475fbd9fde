"""What an engagement changed, and the last word of each side."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.files.models import File
from virtualclusters.exchange.engagements.models import Engagement, Party


class Measure(models.Model):
    """One reading: an indicator at a moment, said by one party, confirmed by another or left as her own word.

    A null value was asked and not said. The change is computed, never stored.
    """

    class Moment(models.TextChoices):
        BASELINE = "baseline", _("Before")
        END = "end", _("At the end")
        THREE_MONTHS = "3_months", _("After 3 months")
        TWELVE_MONTHS = "12_months", _("After 12 months")

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="measures")
    indicator = models.CharField(max_length=40)
    moment = models.CharField(max_length=12, choices=Moment)
    value = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    said_by = models.ForeignKey(Party, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    evidence = models.ForeignKey(File, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "indicator", "moment"], name="measure_once"),
            models.CheckConstraint(
                name="confirmed_by_another", condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("said_by"))
            ),
            models.CheckConstraint(name="a_value_was_taken", condition=Q(value=None) | Q(taken_at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.indicator} {self.moment}: {self.value}"


class ClosingWord(models.Model):
    """A party's last word. Blind: shown when every party gave one, or 14 days after the end."""

    party = models.OneToOneField(Party, models.CASCADE, related_name="closing_word")
    would_again = models.BooleanField()
    words = models.TextField(blank=True, max_length=1000)
    given_at = models.DateTimeField()

    def __str__(self):
        return f"{self.party_id}: {'again' if self.would_again else 'not again'}"
