"""What an adviser says of herself beside the opportunity that is her profile."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from virtualclusters.areas.advice.models.choices import FeeBand
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Unit

MOST_HOURS_A_MONTH = 200


class AdviserDetail(models.Model):
    """An adviser's own facts. A unit has one current profile; one that was ended stays, for its cases."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="adviser")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)
    languages = ArrayField(models.CharField(max_length=8))
    districts = ArrayField(
        ArrayField(models.CharField(max_length=80), size=2),
        default=list,
        help_text="[state, district] of the postal directory; she comes there, her own is meant too. No state: unknown name",
    )
    fee_band = models.CharField(max_length=12, choices=FeeBand)
    hours_a_month = models.PositiveSmallIntegerField(help_text="hours she gives in a month")
    qualifications = models.TextField(max_length=1000, blank=True)
    references = models.TextField(max_length=1000, blank=True, help_text="who can speak for her work")
    empanelments = models.TextField(max_length=500, blank=True, help_text="lists of schemes and bodies she stands on")
    conflicts = models.TextField(max_length=500, blank=True, help_text="whom else she works for")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(is_current=True), name="one_current_adviser_a_unit"),
            models.CheckConstraint(
                name="adviser_hours_a_month", condition=Q(hours_a_month__gte=1, hours_a_month__lte=MOST_HOURS_A_MONTH)
            ),
            models.CheckConstraint(name="adviser_speaks", condition=Q(languages__len__gte=1)),
        ]

    def __str__(self):
        return f"adviser {self.opportunity_id}"
