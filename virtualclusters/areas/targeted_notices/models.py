"""Notices that an office sends to an exact group of units: what they say, who got them, and who wants no more."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.targeted_notices.outcomes import Outcome
from virtualclusters.areas.targeted_notices.querysets import NoticeQuerySet
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation, Unit


class NoticeKind(models.TextChoices):
    """What a notice is."""

    INFORMATION = "information", _("Information")
    INVITATION = "invitation", _("Invitation")
    DEADLINE = "deadline", _("A last day")


class Office(models.Model):
    """How an office sends."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="notice_office")
    two_persons = models.BooleanField(default=False, help_text="a notice needs the yes of a second person")

    def __str__(self):
        return f"notices of {self.organisation_id}"


class Notice(models.Model):
    """One notice. A draft has neither ``submitted_at`` nor ``sent_at``; what was sent is not changed.

    ``fit`` is how many units the audience had when it was sent; those of them that may be approached have a ``Receiver`` each.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    audience = models.JSONField(default=dict, help_text="audience.Audience as plain values")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, related_name="notices")
    page = models.CharField(max_length=200, blank=True, help_text="path of a page of this portal, without its language")
    valid_until = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    two_persons = models.BooleanField(default=False, help_text="what the office wanted when it was submitted")
    returned_words = models.CharField(max_length=500, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    fit = models.PositiveIntegerField(null=True)
    stopped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True, help_text="when nobody was left to be told")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-written_at"], name="notice_of_office")]
        constraints = [
            models.CheckConstraint(
                name="notice_leads_to_one_thing", condition=Q(page="") | Q(opportunity=None, page__startswith="/")
            ),
            models.CheckConstraint(
                name="notice_sent_is_whole",
                condition=Q(sent_at=None, sent_by=None, fit=None, stopped_at=None, done_at=None)
                | Q(sent_at__isnull=False, sent_by__isnull=False, fit__isnull=False, submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_second_person_is_another",
                condition=Q(two_persons=False) | Q(sent_by=None) | ~Q(sent_by=F("written_by")),
            ),
        ]

    def __str__(self):
        return f"notice {self.pk} of {self.organisation_id}"


class NoticeText(models.Model):
    """What a notice says in one language."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=60)
    words = models.TextField(max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "language"], name="notice_text_once_a_language"),
            models.CheckConstraint(name="notice_text_has_words", condition=~Q(title="") & ~Q(words="")),
        ]

    def __str__(self):
        return self.title


class Receiver(models.Model):
    """A unit that a notice was addressed to when it was sent, once, and what came of it.

    ``settled_at``: when it was told or left out. ``opened_at`` is for sums alone: no page says who opened.
    """

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="receivers")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.WAITING)
    settled_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["notice", "id"], name="notice_still_to_tell", condition=Q(settled_at=None)),
            models.Index(fields=["unit", "settled_at"], name="notices_of_unit"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["notice", "unit"], name="notice_once_a_unit"),
            models.CheckConstraint(
                name="notice_waits_until_settled",
                condition=Q(outcome=Outcome.WAITING, settled_at=None)
                | ~Q(outcome=Outcome.WAITING) & Q(settled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"notice {self.notice_id} to unit {self.unit_id}: {self.outcome}"


class Silence(models.Model):
    """An organisation wants no more notices of an office."""

    office = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "organisation"], name="silence_once_an_office")]

    def __str__(self):
        return f"{self.organisation_id} wants nothing from {self.office_id}"


class OwnersFound(models.Model):
    """By which ownership an organisation agreed to be found: by offices, and where she said so by whoever offers help.

    Nothing else reads it; emptied when she takes it back.
    """

    organisation = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="+")
    women = models.BooleanField(default=False)
    sc_st = models.BooleanField(default=False)
    minority = models.BooleanField(default=False)
    for_help = models.BooleanField(
        default=False, help_text="whoever offers help may invite it by this too, and sees its name"
    )
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "owners found"

    def __str__(self):
        return f"owners of {self.organisation_id}"


class ToldGroup(models.Model):
    """A group whose size an office was told: the next must not differ from it by a handful (counting.py)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    audience = models.JSONField()
    told_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-told_at"], name="told_groups_of_office")]
        constraints = [models.UniqueConstraint(fields=["organisation", "audience"], name="told_group_once")]

    def __str__(self):
        return f"told to {self.organisation_id}"
