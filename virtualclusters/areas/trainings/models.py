"""What a training adds to an opportunity: how, where and when it is held, who comes, who was there. Money in rupees, times in UTC."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity


class Mode(models.TextChoices):
    """How people take part."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")


class Level(models.TextChoices):
    """For whom it is made."""

    FIRST_STEPS = "first_steps", _("First steps")
    SOME_PRACTICE = "some_practice", _("For those with some practice")
    EXPERTS = "experts", _("For experts")


class PaidBy(models.TextChoices):
    """Who pays for a place."""

    UNIT = "unit", _("Each unit pays for its people")
    SCHEME = "scheme", _("A government scheme pays")
    TRAINER = "trainer", _("The trainer pays")


class CancelReason(models.TextChoices):
    """Why a class does not take place."""

    TRAINER_ILL = "trainer_ill", _("The trainer cannot come")
    TOO_FEW = "too_few", _("Too few people booked")
    VENUE_GONE = "venue_gone", _("The place is not free any more")
    WEATHER = "weather", _("The weather or the roads do not allow it")
    NEW_DATE = "new_date", _("It will be held on another date")


class TrainingDetail(models.Model):
    """A training's own facts. Its seats are the opportunity's places; it can be booked until its first session begins."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="training")
    mode = models.CharField(max_length=9, choices=Mode)
    venue = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True, help_text="shown only to those who have a place")
    languages = ArrayField(models.CharField(max_length=8))
    fee = models.DecimalField(max_digits=16, decimal_places=2, default=0, help_text="rupees a person; 0 = free")
    paid_by = models.CharField(max_length=8, choices=PaidBy)
    level = models.CharField(max_length=16, choices=Level)
    abilities = models.TextField(max_length=1000, blank=True, help_text="what people can do afterwards")
    certificate = models.BooleanField(default=False)
    attendance_needed = models.PositiveSmallIntegerField(
        default=75, help_text="percent of the hours, for a certificate"
    )
    finished_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=16, choices=CancelReason, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="training_in_person_has_a_venue", condition=Q(mode="online") | ~Q(venue="")),
            models.CheckConstraint(
                name="training_fee_has_a_payer",
                condition=Q(fee=0) & ~Q(paid_by="unit") | Q(fee__gt=0, paid_by="unit"),
            ),
            models.CheckConstraint(
                name="training_attendance_in_percent", condition=Q(attendance_needed__gte=1, attendance_needed__lte=100)
            ),
        ]

    def __str__(self):
        return f"training {self.opportunity_id}"


class Session(models.Model):
    """One meeting of a class. Two meetings of one class never overlap."""

    training = models.ForeignKey(TrainingDetail, models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    topic = models.CharField(max_length=160, blank=True)
    venue = models.CharField(max_length=300, blank=True, help_text="empty: the training's own")
    link = models.URLField(max_length=500, blank=True, help_text="empty: the training's own")

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["starts_at"], name="session_starts")]
        constraints = [
            models.CheckConstraint(name="session_ends_after_its_start", condition=Q(ends_at__gt=F("starts_at"))),
            ExclusionConstraint(
                name="sessions_of_a_class_do_not_overlap",
                expressions=[
                    (Func(F("training"), F("training"), models.Value("[]"), function="int8range"), "&&"),
                    (Func(F("starts_at"), F("ends_at"), function="tstzrange"), "&&"),
                ],
            ),
        ]

    def __str__(self):
        return f"session {self.pk} of training {self.training_id}"


class Attendee(models.Model):
    """Someone of a unit who comes, by the name that shall stand on the certificate. Erasure empties the name."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="attendees")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    certificate = models.OneToOneField(Certificate, models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="attendee_has_a_name",
                condition=Q(erased_at=None) & ~Q(name="") | Q(erased_at__isnull=False, name="", person=None),
            )
        ]

    def __str__(self):
        return f"attendee {self.pk} of engagement {self.engagement_id}"


class Attendance(models.Model):
    """An attendee was there at a session."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances")
    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="attendances")
    marked_at = models.DateTimeField()
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "attendee"], name="present_once_a_session")]

    def __str__(self):
        return f"{self.attendee_id} at {self.session_id}"


class WishDetail(models.Model):
    """What a unit says of a training it wishes for."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="training_wish")
    people = models.PositiveSmallIntegerField(null=True, help_text="how many would come; null: not said")
    mode = models.CharField(max_length=9, choices=Mode, blank=True, help_text="empty: either will do")
    languages = ArrayField(models.CharField(max_length=8), default=list)

    class Meta:
        constraints = [models.CheckConstraint(name="wish_for_somebody", condition=Q(people=None) | Q(people__gt=0))]

    def __str__(self):
        return f"wish for a training {self.opportunity_id}"


class WishAnswer(models.Model):
    """What a trainer would hold for a unit that wishes for a training."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="wish_answer")
    hours = models.PositiveSmallIntegerField(help_text="in all")
    fee = models.DecimalField(max_digits=16, decimal_places=2, default=0, help_text="rupees for all people; 0 = free")
    first_day = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="wish_answer_has_hours", condition=Q(hours__gt=0, hours__lte=500)),
            models.CheckConstraint(name="wish_answer_fee_not_negative", condition=Q(fee__gte=0)),
        ]

    def __str__(self):
        return f"answer {self.engagement_id}"
