"""Rows of messaging: what people are told, what they chose, what left the house, and short addresses."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.capabilities.messaging.registry import Category


class Channel(models.TextChoices):
    """How a message reaches a person."""

    SMS = "sms"
    EMAIL = "email"


class Frequency(models.TextChoices):
    """How often a person wants to hear of something."""

    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class Notification(models.Model):
    """One thing one person is told. It stands in her list at once; SMS and e-mail follow her choices.

    `due_at` is when the sweep takes it up: next morning when it came at night, two hours later when a job should have
    delivered it;
    null when it waits for a digest or has been seen to. A channel is *settled* when the message left, or when it never
    will.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    category = models.CharField(max_length=20, choices=[(category.value, category.value) for category in Category])
    variables = models.JSONField(default=dict)
    about = models.CharField(max_length=300, blank=True)
    dedupe_key = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    sms_settled_at = models.DateTimeField(null=True, blank=True)
    email_settled_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "dedupe_key"], name="messaging_notification_once"),
            models.CheckConstraint(condition=~Q(dedupe_key=""), name="messaging_notification_has_dedupe_key"),
            models.CheckConstraint(
                condition=Q(about="") | Q(about__startswith="/") & ~Q(about__startswith="//"),
                name="messaging_about_is_a_path",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-written_at"], name="messaging_list"),
            models.Index(fields=["person"], condition=Q(sms_settled_at=None), name="messaging_sms_waiting"),
            models.Index(fields=["person"], condition=Q(email_settled_at=None), name="messaging_email_waiting"),
            models.Index(
                fields=["due_at"],
                condition=Q(due_at__isnull=False),
                name="messaging_due",
            ),
        ]

    def __str__(self):
        return f"{self.key} to person {self.person_id}"


class NotificationChoice(models.Model):
    """What a person chose for one category on one channel. Without a row the house's habit holds (`choices.py`)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    category = models.CharField(max_length=20)
    channel = models.CharField(max_length=10, choices=Channel)
    frequency = models.CharField(max_length=10, choices=Frequency)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "category", "channel"], name="messaging_choice_once"),
            models.CheckConstraint(condition=~Q(category=Category.CODE), name="messaging_codes_are_no_choice"),
        ]

    def __str__(self):
        return f"{self.category} by {self.channel}: {self.frequency}"


class DailyCount(models.Model):
    """How many messages a person was sent by one channel on one Indian day. Codes do not count."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    day = models.DateField()
    sent = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "channel", "day"], name="messaging_count_once")]

    def __str__(self):
        return f"{self.sent} by {self.channel} on {self.day}"


class GatewayHealth(models.Model):
    """How often the gateway of a channel failed in a row, and until when it rests. One row a channel that ever failed."""

    channel = models.CharField(max_length=10, choices=Channel, unique=True)
    failures = models.PositiveIntegerField(default=0)
    resting_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "gateway health"
        constraints = [
            models.CheckConstraint(
                condition=Q(resting_until=None) | Q(failures__gt=0), name="messaging_rests_only_after_failures"
            )
        ]

    def __str__(self):
        return f"{self.channel}: {self.failures} failures"


class SentMessage(models.Model):
    """One message that was handed over, for cost and complaints. It holds no words and no address.

    One that the provider would not take stands here too, with the provider's reason; it cost nothing.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    key = models.CharField(max_length=80)
    parts = models.PositiveSmallIntegerField(default=0)
    reference = models.CharField(max_length=120, blank=True)
    occasion = models.CharField(
        max_length=200, blank=True, help_text="the notification's dedupe key; empty for a code or digest"
    )
    rejected_because = models.CharField(max_length=40, blank=True, help_text="the provider's reason; empty: it left")
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["-sent_at"], name="messaging_sent_latest"),
            models.Index(fields=["occasion"], condition=~Q(occasion=""), name="messaging_sent_occasion"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(rejected_because="") | Q(parts=0, reference=""), name="messaging_rejected_costs_nothing"
            )
        ]

    def __str__(self):
        return f"{self.key} by {self.channel}"


class OutboxMessage(models.Model):
    """A message kept here instead of being sent: what the outbox page of a trial portal shows."""

    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254)
    header = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    language = models.CharField(max_length=12, default="en")
    is_secret = models.BooleanField(default=False)
    parts = models.PositiveSmallIntegerField(default=1)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address", "-id"], name="messaging_outbox_of_address")]

    def __str__(self):
        return f"{self.channel} {self.pk}"


class ShortLink(models.Model):
    """An address of eight characters that leads to a page of this portal. It signs nobody in."""

    key = models.CharField(max_length=8, unique=True)
    target = models.CharField(max_length=300)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(key__regex=r"^[a-zA-Z0-9]{8}$"), name="messaging_short_link_key"),
            models.CheckConstraint(
                condition=Q(target__startswith="/") & ~Q(target__startswith="//"),
                name="messaging_short_link_stays_here",
            ),
        ]

    def __str__(self):
        return self.key
