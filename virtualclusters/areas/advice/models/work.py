"""One case of advice: how the two meet, what they agreed to do, what was done, what came of it. Money in rupees."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.areas.advice.models.choices import Confidential, Conflict, FeeLine, PaidBy, Share, Way
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.outcomes.models import Measure

MOST_HOURS_A_SESSION = 12


class Case(models.Model):
    """How the two of an engagement meet. The contacts are shown to the other side only once both have agreed."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="advice_case")
    way = models.CharField(max_length=8, choices=Way, default=Way.PHONE)
    fee_line = models.CharField(max_length=12, choices=FeeLine, blank=True)
    adviser_contact = models.CharField(
        max_length=300, blank=True, help_text="the number or link she wants to be met at"
    )
    unit_contact = models.CharField(max_length=300, blank=True)

    def __str__(self):
        return f"case {self.engagement_id}"


class ScopeNote(models.Model):
    """What both sides want to do together. Sessions count once both said yes; a change asks the other side again."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="advice_scope")
    goal = models.CharField(max_length=300)
    baseline_of = models.CharField(max_length=120, help_text="what the number counts")
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="today; null: not known yet")
    tasks = models.TextField(max_length=1000)
    visits = models.PositiveSmallIntegerField(default=0)
    fee = models.DecimalField(max_digits=16, decimal_places=2, default=0, help_text="rupees for all of it; 0 = free")
    paid_by = models.CharField(max_length=8, choices=PaidBy)
    confidential = models.CharField(max_length=8, choices=Confidential)
    conflict = models.CharField(max_length=4, choices=Conflict, blank=True, help_text="the adviser's own word")
    conflict_words = models.CharField(max_length=300, blank=True)
    written_by = models.CharField(max_length=9, choices=OpenedBy)
    written_at = models.DateTimeField()
    adviser_agreed_at = models.DateTimeField(null=True)
    unit_agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="scope_fee_has_a_payer",
                condition=Q(fee=0, paid_by=PaidBy.NOBODY) | Q(fee__gt=0) & ~Q(paid_by=PaidBy.NOBODY),
            ),
            models.CheckConstraint(
                name="scope_conflict_is_said", condition=Q(adviser_agreed_at=None) | ~Q(conflict="")
            ),
            models.CheckConstraint(
                name="scope_interest_is_named", condition=~Q(conflict=Conflict.SOME) | ~Q(conflict_words="")
            ),
        ]

    def __str__(self):
        return f"scope of case {self.engagement_id}"

    @property
    def is_agreed(self):
        """Whether both sides said yes to what stands here."""
        return self.adviser_agreed_at is not None and self.unit_agreed_at is not None


class Session(models.Model):
    """A meeting that took place, as the adviser wrote it down. Its hours count for her."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="advice_sessions")
    adviser = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    held_on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=2)
    way = models.CharField(max_length=8, choices=Way)
    notes = models.TextField(max_length=2000)
    written_at = models.DateTimeField()
    once = models.CharField(max_length=32, null=True, unique=True)  # noqa: DJ001

    class Meta:
        ordering = ["held_on", "id"]
        indexes = [models.Index(fields=["adviser", "held_on"], name="advice_session_of_adviser")]
        constraints = [
            models.CheckConstraint(
                name="advice_session_hours", condition=Q(hours__gt=0, hours__lte=MOST_HOURS_A_SESSION)
            )
        ]

    def __str__(self):
        return f"session of case {self.engagement_id} on {self.held_on}"


class Attribution(models.Model):
    """How much of the change came from the help, as the unit judges it, and how its own number stands at a moment."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="advice_attributions")
    moment = models.CharField(max_length=12, choices=Measure.Moment)
    share = models.CharField(max_length=8, choices=Share)
    value_now = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="the scope note's number now")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engagement", "moment"], name="attribution_once_a_moment")]

    def __str__(self):
        return f"{self.share} of case {self.engagement_id} at {self.moment}"
