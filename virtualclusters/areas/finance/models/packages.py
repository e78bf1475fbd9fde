"""A lender's package for one trade: what it adds to an opportunity. Money in rupees, rates in per cent a year.

Who may have it stands in the opportunity's concepts and rules; the words of the author's language in its title and summary.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from virtualclusters.areas.finance.models.choices import (
    Benchmark,
    BorrowerType,
    Facility,
    FeeKind,
    FeePayer,
    MoratoriumInterest,
    Purpose,
    Repayment,
    SecurityRule,
    Subsidy,
)
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation

LONGEST_MONTHS = 360


def _percent(**options):
    return models.DecimalField(max_digits=6, decimal_places=3, **options)


def _rupees(**options):
    return models.DecimalField(max_digits=16, decimal_places=2, **options)


class LenderSetting(models.Model):
    """How one lender works here."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="lender_setting")
    two_persons = models.BooleanField(default=False, help_text="a package needs the yes of a second person")

    def __str__(self):
        return f"lender {self.organisation_id}"


class PackageDetail(models.Model):
    """A package's own facts, and how far its approval is. ``two_persons`` is what the lender wanted when it was sent for approval."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="loan_package")
    facilities = ArrayField(models.CharField(max_length=20, choices=Facility))
    purposes = ArrayField(models.CharField(max_length=20, choices=Purpose))
    borrower_types = ArrayField(
        models.CharField(max_length=32, choices=BorrowerType), default=list, help_text="empty: all"
    )
    amount_min = _rupees()
    amount_max = _rupees()
    benchmark = models.CharField(max_length=16, choices=Benchmark)
    benchmark_percent = _percent(help_text="of a fixed rate: the rate itself")
    benchmark_as_of = models.DateField()
    spread_min = _percent(default=0)
    spread_max = _percent(default=0)
    reset_months = models.PositiveSmallIntegerField(null=True, help_text="null: it does not move")
    concessions = models.CharField(max_length=500, blank=True, help_text="for what the rate becomes lower")
    months_max = models.PositiveSmallIntegerField(help_text="longest term, the moratorium included")
    moratorium_months_max = models.PositiveSmallIntegerField(default=0)
    moratorium_interest = models.CharField(max_length=8, choices=MoratoriumInterest, default=MoratoriumInterest.SERVED)
    repayment = models.CharField(max_length=10, choices=Repayment)
    season_months = ArrayField(models.PositiveSmallIntegerField(), default=list, help_text="1 January to 12 December")
    prepayment_percent = _percent(null=True, help_text="of what is paid early; null: not said")
    prepayment_words = models.CharField(max_length=300, blank=True)
    primary_security = models.CharField(max_length=300, blank=True)
    guarantee_fee_percent = _percent(null=True, help_text="a year, of what is still owed, before tax")
    guarantee_fee_paid_by = models.CharField(max_length=8, choices=FeePayer, blank=True)
    gst_percent = models.DecimalField(
        max_digits=5, decimal_places=2, default=18, help_text="goods and services tax on fees"
    )
    subsidies = ArrayField(models.CharField(max_length=8, choices=Subsidy), default=list)
    insurance = models.CharField(max_length=300, blank=True)
    documents = ArrayField(
        models.CharField(max_length=40), default=list, help_text="codes of paper kinds of the wallet"
    )
    decision_days = models.PositiveSmallIntegerField(help_text="working days from the whole application")
    contact_desk = models.CharField(max_length=200)
    last_confirmed_on = models.DateField(null=True, help_text="when the lender last said that all of it still holds")
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    two_persons = models.BooleanField(default=False)
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    returned_words = models.CharField(max_length=500, blank=True, help_text="why the second person sent it back")

    class Meta:
        constraints = [
            models.CheckConstraint(name="package_has_a_facility", condition=Q(facilities__len__gt=0)),
            models.CheckConstraint(name="package_has_a_purpose", condition=Q(purposes__len__gt=0)),
            models.CheckConstraint(
                name="package_amounts_in_order", condition=Q(amount_min__gt=0, amount_min__lte=F("amount_max"))
            ),
            models.CheckConstraint(
                name="package_rate_in_order",
                condition=Q(spread_min__lte=F("spread_max"), spread_min__gte=F("benchmark_percent") * -1),
            ),
            models.CheckConstraint(
                name="package_fixed_rate_has_no_spread",
                condition=~Q(benchmark=Benchmark.FIXED) | Q(spread_min=0, spread_max=0, reset_months=None),
            ),
            models.CheckConstraint(
                name="package_term", condition=Q(months_max__range=(1, LONGEST_MONTHS), decision_days__gte=1)
            ),
            models.CheckConstraint(
                name="package_moratorium_within_term", condition=Q(moratorium_months_max__lt=F("months_max"))
            ),
            models.CheckConstraint(
                name="package_season_has_months",
                condition=Q(repayment=Repayment.SEASONAL, season_months__len__range=(1, 12))
                | ~Q(repayment=Repayment.SEASONAL) & Q(season_months=[]),
            ),
            models.CheckConstraint(
                name="package_guarantee_fee_has_a_payer",
                condition=Q(guarantee_fee_percent=None, guarantee_fee_paid_by="")
                | Q(guarantee_fee_percent__gte=0) & ~Q(guarantee_fee_paid_by=""),
            ),
            models.CheckConstraint(name="package_gst", condition=Q(gst_percent__range=(0, 100))),
            models.CheckConstraint(
                name="package_second_person_is_another",
                condition=Q(two_persons=False) | Q(approved_by=None) | ~Q(approved_by=F("drafted_by")),
            ),
        ]

    def __str__(self):
        return f"package {self.opportunity_id}"


class PackageMargin(models.Model):
    """The borrower's own part for one facility, in per cent of what is bought."""

    package = models.ForeignKey(PackageDetail, models.CASCADE, related_name="margins")
    facility = models.CharField(max_length=20, choices=Facility)
    percent = _percent()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "facility"], name="one_margin_a_facility"),
            models.CheckConstraint(name="margin_is_a_part", condition=Q(percent__gte=0, percent__lt=100)),
        ]

    def __str__(self):
        return f"{self.facility} {self.percent} %"


class PackageFee(models.Model):
    """One slab of a fee: loans above ``above`` up to ``up_to`` pay this, on the whole loan, before tax."""

    package = models.ForeignKey(PackageDetail, models.CASCADE, related_name="fees")
    what = models.CharField(max_length=16, choices=FeeKind)
    above = _rupees(default=0)
    up_to = _rupees(null=True, help_text="null: without limit")
    percent = _percent(null=True)
    rupees = _rupees(null=True)
    cap = _rupees(null=True, help_text="a fee in per cent is never more than this")
    yearly = models.BooleanField(default=False, help_text="false: once, when the loan is paid out")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "what", "above"], name="one_fee_a_slab"),
            models.CheckConstraint(
                name="fee_slab_in_order", condition=Q(above__gte=0) & (Q(up_to=None) | Q(up_to__gt=F("above")))
            ),
            models.CheckConstraint(
                name="fee_in_percent_or_rupees",
                condition=Q(percent__gte=0, rupees=None) | Q(percent=None, rupees__gte=0, cap=None),
            ),
        ]

    def __str__(self):
        return f"{self.what} above {self.above}"


class PackageSecurity(models.Model):
    """One slab of the collateral rule: what loans above ``above`` up to ``up_to`` must bring beyond what the money buys."""

    package = models.ForeignKey(PackageDetail, models.CASCADE, related_name="securities")
    above = _rupees(default=0)
    up_to = _rupees(null=True, help_text="null: without limit")
    rule = models.CharField(max_length=10, choices=SecurityRule)
    cover_percent = _percent(null=True, help_text="of the loan")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "above"], name="one_security_a_slab"),
            models.CheckConstraint(
                name="security_slab_in_order", condition=Q(above__gte=0) & (Q(up_to=None) | Q(up_to__gt=F("above")))
            ),
            models.CheckConstraint(
                name="cover_says_how_much",
                condition=Q(rule=SecurityRule.COVER, cover_percent__gt=0)
                | ~Q(rule=SecurityRule.COVER) & Q(cover_percent=None),
            ),
        ]

    def __str__(self):
        return f"{self.rule} above {self.above}"


class PackageWords(models.Model):
    """Title and words of a package in a further language, written by the lender."""

    package = models.ForeignKey(PackageDetail, models.CASCADE, related_name="words")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True, max_length=5000)

    class Meta:
        verbose_name_plural = "package words"
        constraints = [
            models.UniqueConstraint(fields=["package", "language"], name="one_text_a_language_of_a_package"),
            models.CheckConstraint(name="package_words_have_a_title", condition=~Q(title="")),
        ]

    def __str__(self):
        return f"{self.language} of {self.package_id}"
