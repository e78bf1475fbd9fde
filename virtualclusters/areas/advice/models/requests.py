"""A request for advice, and those who are asked in turn."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.areas.advice.models.choices import Pays, Reach, Urgency
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Unit


class AdviceRequest(models.Model):
    """A unit's trouble, for which advisers are asked one after the other.

    Where it stands is read from its engagements. ``asked_at`` is null while the unit still looks at the short list;
    ``passed_on_at`` is set when nobody was left to ask and a facilitator took over.
    """

    class EndReason(models.TextChoices):
        STOPPED = "stopped"
        SETTLED = "settled"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    need = models.ForeignKey(Need, models.SET_NULL, null=True, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = models.TextField(max_length=1000)
    language = models.CharField(max_length=8, help_text="of the words")
    spoken = models.CharField(max_length=8, help_text="in which she wants to talk")
    urgency = models.CharField(max_length=12, choices=Urgency)
    pays = models.CharField(max_length=8, choices=Pays)
    remote_fits = models.BooleanField(default=True, help_text="phone or video is enough")
    reach = models.CharField(max_length=12, choices=Reach, default=Reach.NEAR)
    once = models.CharField(max_length=32, null=True, unique=True)  # noqa: DJ001
    created_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    passed_on_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=8, choices=EndReason, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "created_at"], name="advice_request_of_unit")]
        constraints = [
            models.CheckConstraint(name="advice_request_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="advice_request_ended_with_a_reason",
                condition=Q(ended_at=None, end_reason="") | Q(ended_at__isnull=False) & ~Q(end_reason=""),
            ),
        ]

    def __str__(self):
        return f"request {self.pk} of unit {self.unit_id}"


class Turn(models.Model):
    """An adviser's place in the order of a request; ``engagement`` once she was asked, ``passed_over`` when she could not be."""

    class PassedOver(models.TextChoices):
        BUSY = "busy"
        GONE = "gone"
        LEFT_OUT = "left_out"

    request = models.ForeignKey(AdviceRequest, models.CASCADE, related_name="turns")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    reach = models.CharField(max_length=12, choices=Reach)
    engagement = models.OneToOneField(Engagement, models.PROTECT, null=True, related_name="advice_turn")
    passed_over = models.CharField(max_length=8, choices=PassedOver, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["request", "opportunity"], name="adviser_once_a_request"),
            models.UniqueConstraint(
                fields=["request", "place"],
                name="one_adviser_a_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(name="asked_or_passed_over", condition=Q(engagement=None) | Q(passed_over="")),
        ]

    def __str__(self):
        return f"{self.place} of request {self.request_id}: {self.opportunity_id}"
