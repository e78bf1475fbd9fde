"""One answer to one opportunity, from the first word to the end."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from virtualclusters.capabilities.threads.models import Thread
from virtualclusters.exchange.engagements.queries import EngagementQuerySet
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Unit


class OpenedBy(models.TextChoices):
    PUBLISHER = "publisher"
    ANSWERER = "answerer"


_IS_LIVE = Q(phase__in=LIVE)


class Engagement(models.Model):
    """One answer to one opportunity: an application by the answerer or an invitation by the publisher.

    ``series`` lets one unit answer twice (a student team). ``waiting_since`` marks a place in the queue, which is counted and never
    stored. ``turn`` and ``due_at`` say who must act by when: no silence without a clock.
    """

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="engagements")
    lead = models.ForeignKey(Unit, models.PROTECT, related_name="engagements")
    series = models.CharField(max_length=40, default="", blank=True)
    opened_by = models.CharField(max_length=9, choices=OpenedBy)
    phase = models.CharField(max_length=12, choices=Phase)
    turn = models.CharField(max_length=9, choices=OpenedBy, blank=True)
    due_at = models.DateTimeField(null=True)
    places = models.PositiveIntegerField(default=1)
    waiting_since = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=40, blank=True)
    thread = models.OneToOneField(Thread, models.PROTECT, null=True, related_name="+")
    need = models.ForeignKey(
        Need, models.SET_NULL, null=True, related_name="engagements", help_text="the answerer's need that made her ask"
    )

    objects = EngagementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["opportunity", "lead", "series"], condition=_IS_LIVE, name="one_live_answer_a_unit"
            ),
            models.CheckConstraint(
                name="live_has_no_end", condition=_IS_LIVE & Q(ended_at=None) | ~_IS_LIVE & Q(ended_at__isnull=False)
            ),
            models.CheckConstraint(name="declined_says_why", condition=~Q(phase=Phase.DECLINED) | ~Q(end_reason="")),
            models.CheckConstraint(name="only_asked_waits", condition=Q(waiting_since=None) | Q(phase=Phase.ASKED)),
            models.CheckConstraint(
                name="every_turn_has_a_clock",
                condition=Q(turn="", due_at=None) | ~Q(turn="") & Q(due_at__isnull=False) & _IS_LIVE,
            ),
            models.CheckConstraint(
                name="no_silence_without_a_clock",
                condition=~_IS_LIVE | ~Q(turn="") | Q(waiting_since__isnull=False),
            ),
            models.CheckConstraint(name="engagement_takes_a_place", condition=Q(places__gte=1)),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="engagement_due", condition=Q(due_at__isnull=False)),
            models.Index(fields=["opportunity", "phase", "waiting_since"], name="engagement_queue"),
            models.Index(fields=["lead", "opened_at"], name="engagement_of_lead"),
        ]

    def __str__(self):
        return f"{self.lead_id} for {self.opportunity_id}: {self.phase}"


class Party(models.Model):
    """Someone who takes part: a unit or a person, on one side, the two principals too."""

    class Role(models.TextChoices):
        PRINCIPAL = "principal"
        PARTNER = "partner"

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="parties")
    side = models.CharField(max_length=9, choices=OpenedBy)
    role = models.CharField(max_length=16, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    share = models.DecimalField(max_digits=5, decimal_places=2, null=True, help_text="percent")
    agreed_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "parties"
        constraints = [
            models.CheckConstraint(name="party_is_somebody", condition=Q(unit__isnull=False) | Q(person__isnull=False)),
            models.CheckConstraint(
                name="party_share_in_percent", condition=Q(share=None) | Q(share__gt=0, share__lte=100)
            ),
            models.UniqueConstraint(
                fields=["engagement", "unit", "person", "role"], name="party_once", nulls_distinct=False
            ),
        ]
        indexes = [
            models.Index(fields=["unit"], name="party_unit"),
            models.Index(fields=["person"], name="party_person", condition=Q(person__isnull=False)),
        ]

    def __str__(self):
        return f"{self.side} {self.unit_id or self.person_id}"


class Milestone(models.Model):
    """A step within a phase that a kind adds, such as the documents bought for a tender."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="milestones")
    code = models.CharField(max_length=40)
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "code"], name="milestone_once"),
        ]
        ordering = [F("due_at").asc(nulls_last=True), "id"]

    def __str__(self):
        return self.code
