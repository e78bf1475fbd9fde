"""Help that is offered to many units: whom it is for, and what came of approaching each."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from virtualclusters.areas.advice.models.choices import Approached, FeeBand
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation, Unit


class HelpOfferDetail(models.Model):
    """An offer of help: its audience beside the opportunity's concepts, and how far approaching them has come.

    ``sent_by`` is the organisation in whose name it goes out; ``sender`` is who pressed the button and signs the invitations while
    she is of that organisation. ``after`` is the id of the last unit that was looked at; ``done_at`` is set when nobody is left.
    """

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="help_offer")
    fee_band = models.CharField(max_length=12, choices=FeeBand)
    languages = ArrayField(models.CharField(max_length=8), default=list)
    state = models.CharField(max_length=2, blank=True, help_text="only units of this state; empty: all")
    districts = ArrayField(
        ArrayField(models.CharField(max_length=80), size=2),
        default=list,
        help_text="[state, district] of the postal directory: only these; empty: all",
    )
    owners = ArrayField(
        models.CharField(max_length=8),
        default=list,
        help_text="only units that agreed to be invited by one of these (exchange/audiences.py); empty: all",
    )
    only_needing = models.BooleanField(default=False, help_text="only units that said they need it")
    words = models.TextField(max_length=500, blank=True, help_text="what the invitation says")
    sent_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    after = models.BigIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="outreach_owners_known",
                condition=Q(owners__contained_by=["women", "sc_st", "minority"]),
            ),
            models.CheckConstraint(
                name="outreach_sent_by_somebody",
                condition=Q(sent_at=None, sent_by=None, sender=None)
                | Q(sent_at__isnull=False, sent_by__isnull=False, sender__isnull=False),
            ),
            models.CheckConstraint(
                name="outreach_done_after_sending", condition=Q(done_at=None) | Q(sent_at__isnull=False)
            ),
        ]

    def __str__(self):
        return f"help offer {self.opportunity_id}"


class Approach(models.Model):
    """One unit that an offer of help was to reach, once: reached, or passed over and why."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="approaches")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=16, choices=Approached)
    engagement = models.OneToOneField(Engagement, models.SET_NULL, null=True, related_name="advice_approach")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "approaches"
        indexes = [models.Index(fields=["unit", "at"], name="approach_of_unit", condition=Q(outcome="sent"))]
        constraints = [models.UniqueConstraint(fields=["opportunity", "unit"], name="approached_once_an_offer")]

    def __str__(self):
        return f"{self.opportunity_id} to unit {self.unit_id}: {self.outcome}"
