"""When an adviser can be had: single times, and those that come back every week. Times in UTC, weekly ones on the Indian clock."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.network.organisations.models import Unit


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class WeeklyTime(models.Model):
    """A time that an adviser's unit offers every week, until she ends it."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    starts = models.TimeField(help_text="Indian time")
    minutes = models.PositiveSmallIntegerField()
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="weekly_time_of_a_week", condition=Q(weekday__lte=6)),
            models.CheckConstraint(name="weekly_time_lasts", condition=Q(minutes__gte=10, minutes__lte=480)),
            models.UniqueConstraint(
                fields=["unit", "weekday", "starts"], condition=Q(ended_at=None), name="weekly_time_once"
            ),
        ]

    def __str__(self):
        return f"{self.weekday} {self.starts} of unit {self.unit_id}"


class Slot(models.Model):
    """One time at which an adviser's unit can be had. Two times of one unit never overlap; one case takes it, or none.

    ``withdrawn_at`` marks a time that does not stand any more; if it was taken, the meeting is off.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    weekly = models.ForeignKey(WeeklyTime, models.SET_NULL, null=True, related_name="slots")
    taken_by = models.ForeignKey(Engagement, models.PROTECT, null=True, related_name="advice_slots")
    taken_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False, help_text="the meeting took place: its session was written down")

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["unit", "starts_at"], name="advice_slot_of_unit")]
        constraints = [
            models.CheckConstraint(name="advice_slot_ends_after_its_start", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="advice_slot_taken_whole",
                condition=Q(taken_by=None, taken_at=None) | Q(taken_by__isnull=False, taken_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["taken_by"],
                condition=Q(withdrawn_at=None, held=False),
                name="one_meeting_ahead_a_case",
            ),
            ExclusionConstraint(
                name="advice_slots_of_a_unit_do_not_overlap",
                expressions=[
                    (Func(F("unit"), F("unit"), Value("[]"), function="int8range"), "&&"),
                    (Func(F("starts_at"), F("ends_at"), function="tstzrange"), "&&"),
                ],
                condition=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self):
        return f"slot {self.pk} of unit {self.unit_id}"


class Cancellation(models.Model):
    """A meeting that was called off or moved, by which side and why."""

    class Reason(models.TextChoices):
        ILL = "ill", _("Somebody is ill")
        WORK = "work", _("Work came in between")
        TRAVEL = "travel", _("The way is not possible that day")
        POWER = "power", _("No power or no network")
        OTHER_TIME = "other_time", _("Another time fits better")

    slot = models.ForeignKey(Slot, models.CASCADE, related_name="cancellations")
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="advice_cancellations")
    side = models.CharField(max_length=9, choices=OpenedBy)
    reason = models.CharField(max_length=12, choices=Reason)
    starts_at = models.DateTimeField(help_text="when it would have been")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self):
        return f"slot {self.slot_id} called off by {self.side}"
