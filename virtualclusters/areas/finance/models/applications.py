"""One unit's application at one lender: a row beside the engagement. Money in rupees, rates in per cent a year.

The exchange keeps the phase, whose turn it is and until when; here stand the number that people quote, what is asked for, the stage at
the lender, what was asked back, visited, sanctioned, paid out, or why not.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from virtualclusters.areas.finance.models.choices import Facility, Purpose
from virtualclusters.areas.finance.models.loan_choices import DeclineReason, Stage
from virtualclusters.areas.finance.models.packages import LONGEST_MONTHS
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Dossier, Grant
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.network.organisations.models import Organisation

_NOT_SANCTIONED = Q(sanctioned_at=None, sanctioned_amount=None, sanctioned_rate=None, sanctioned_months=None)
_SANCTIONED = Q(
    sanctioned_at__isnull=False,
    sanctioned_amount__gt=0,
    sanctioned_rate__range=(0, 100),
    sanctioned_months__range=(1, LONGEST_MONTHS),
)


def _rupees(**options):
    return models.DecimalField(max_digits=16, decimal_places=2, **options)


class LoanApplication(models.Model):
    """What a unit asks of one lender, and how far that is. ``dossier`` and ``grant`` are what it shows now."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="loan")
    lender = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="whose package it is: copied, for it never changes",
    )
    number = models.CharField(
        max_length=10, unique=True, help_text="for people; random, the last digit checks the rest"
    )
    amount = _rupees()
    months = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=20, choices=Purpose)
    facility = models.CharField(max_length=20, choices=Facility)
    words = models.CharField(max_length=300, blank=True, help_text="what exactly the money buys, in the owner's words")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.RECEIVED)
    stage_since = models.DateTimeField()
    decide_by = models.DateField(
        help_text="the last day of the promise; it moves on by the working days a question waits"
    )
    sanctioned_at = models.DateTimeField(null=True)
    sanctioned_amount = _rupees(null=True)
    sanctioned_rate = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    sanctioned_months = models.PositiveSmallIntegerField(null=True)
    sanction_words = models.CharField(
        max_length=1000, blank=True, help_text="the lender's conditions, in its own words"
    )
    accepted_at = models.DateTimeField(null=True, help_text="the owner said yes to what was sanctioned")
    earlier = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="later", help_text="the one that was declined before"
    )

    class Meta:
        indexes = [
            models.Index(fields=["stage", "stage_since"], name="loan_pipeline"),
            models.Index(fields=["lender", "stage", "stage_since"], name="loan_of_lender"),
            models.Index(fields=["lender", "stage_since"], name="loan_oldest", condition=~Q(stage=Stage.CLOSED)),
            models.Index(fields=["decide_by"], name="loan_decide_by", condition=Q(sanctioned_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="loan_number_is_ten_digits", condition=Q(number__regex=r"^[1-9][0-9]{9}$")),
            models.CheckConstraint(name="loan_asks_for_money", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="loan_months", condition=Q(months__range=(1, LONGEST_MONTHS))),
            models.CheckConstraint(name="loan_sanction_is_whole", condition=_NOT_SANCTIONED | _SANCTIONED),
            models.CheckConstraint(
                name="loan_accepted_after_sanction", condition=Q(accepted_at=None) | Q(sanctioned_at__isnull=False)
            ),
            models.CheckConstraint(
                name="loan_stage_has_its_facts",
                condition=~Q(stage__in=[Stage.SANCTIONED, Stage.DISBURSED])
                | Q(stage=Stage.SANCTIONED, sanctioned_at__isnull=False)
                | Q(stage=Stage.DISBURSED, accepted_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.number


class LoanQuery(models.Model):
    """What a lender asks back: a question in words, a paper, or both."""

    application = models.ForeignKey(LoanApplication, models.CASCADE, related_name="queries")
    words = models.CharField(max_length=1000, blank=True)
    paper_kind = models.CharField(max_length=20, choices=PaperKind, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "loan queries"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(name="loan_query_asks_something", condition=~Q(words="") | ~Q(paper_kind="")),
            models.CheckConstraint(
                name="loan_query_answer_is_whole",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(answered_at=None), name="one_open_query_a_loan"
            ),
        ]

    def __str__(self):
        return f"query {self.pk} of {self.application_id}"


class Visit(models.Model):
    """A look at the place: when, where, and what was seen."""

    application = models.ForeignKey(LoanApplication, models.CASCADE, related_name="visits")
    planned_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_on = models.DateField(null=True)
    note = models.CharField(max_length=1000, blank=True, help_text="for the lender alone")

    class Meta:
        ordering = ["planned_at", "pk"]
        constraints = [
            models.CheckConstraint(name="loan_visit_has_a_place", condition=~Q(place="")),
            models.CheckConstraint(name="loan_visit_noted_when_done", condition=Q(done_on__isnull=False) | Q(note="")),
        ]

    def __str__(self):
        return f"visit {self.pk} of {self.application_id}"


class Decline(models.Model):
    """A lender's no. There is none without a reason, the way to mend it, and the day from which to come back."""

    application = models.OneToOneField(LoanApplication, models.CASCADE, primary_key=True, related_name="decline")
    reason = models.CharField(max_length=12, choices=DeclineReason)
    way_to_fix = models.CharField(max_length=1000)
    come_back_on = models.DateField()
    declined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    declined_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["come_back_on"], name="loan_come_back")]
        constraints = [
            models.CheckConstraint(name="loan_decline_has_a_reason", condition=Q(reason__in=DeclineReason.values)),
            models.CheckConstraint(name="loan_decline_says_how_to_mend", condition=Q(way_to_fix__regex=r"\S.*\S.*\S")),
        ]

    def __str__(self):
        return f"decline of {self.application_id}"


class Disbursement(models.Model):
    """Money that a lender says it paid out, and whether the owner says that it came."""

    application = models.ForeignKey(LoanApplication, models.CASCADE, related_name="disbursements")
    amount = _rupees()
    paid_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    came = models.BooleanField(null=True, help_text="the owner's word; null: not asked yet or not said")
    said_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["paid_on", "pk"]
        constraints = [
            models.CheckConstraint(name="loan_paid_out_something", condition=Q(amount__gt=0)),
            models.UniqueConstraint(fields=["application", "paid_on", "amount"], name="loan_paid_out_once"),
            models.CheckConstraint(
                name="loan_money_word_is_dated",
                condition=Q(came=None, said_at=None) | Q(came__isnull=False, said_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.amount} for {self.application_id}"
