"""What a purchase plan adds to an opportunity, what a buyer bought, and who was reminded. Money in rupees; a financial year is named
by the year in which it begins.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.purchase_plans.years import quarter_words, year_words
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.size_class import SizeClass


class Quantity(models.TextChoices):
    """What a quantity counts."""

    KILOGRAM = "kg", _("kg")
    TONNE = "tonne", _("tonne")
    LITRE = "litre", _("litre")
    PIECE = "piece", _("piece")
    PACK = "pack", _("pack")


class PlanDetail(models.Model):
    """One line of what a buyer will buy in a year.

    ``reserved`` is true only with the rule, its version and a page on which the rule can be read. ``filed_by`` is who wrote it
    down for the buyer; null when the buyer published it itself.
    """

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="plan_detail")
    financial_year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(null=True, help_text="1 is April to June; null: not said")
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    quantity_unit = models.CharField(max_length=8, choices=Quantity, blank=True)
    buying_arm = models.CharField(max_length=200, blank=True, help_text="the office that buys")
    delivery_place = models.CharField(max_length=200, blank=True)
    reserved = models.BooleanField(null=True, help_text="for micro and small enterprises; null: not said")
    reserve_rule = models.CharField(max_length=300, blank=True)
    reserve_version = models.CharField(max_length=60, blank=True)
    reserve_address = models.URLField(max_length=500, blank=True)
    filed_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    import_id = models.BigIntegerField(null=True, help_text="the import that brought it, so that it can be taken back")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reserved_only_with_its_rule",
                condition=Q(reserved=None)
                | Q(reserved=False)
                | ~Q(reserve_rule="") & ~Q(reserve_version="") & ~Q(reserve_address=""),
            ),
            models.CheckConstraint(name="plan_quarter_known", condition=Q(quarter=None) | Q(quarter__range=(1, 4))),
            models.CheckConstraint(name="plan_year_known", condition=Q(financial_year__range=(2000, 2100))),
            models.CheckConstraint(
                name="plan_quantity_has_a_unit",
                condition=Q(quantity=None) | Q(quantity__gt=0) & ~Q(quantity_unit=""),
            ),
        ]
        indexes = [
            models.Index(fields=["import_id"], name="plan_of_import", condition=Q(import_id__isnull=False)),
        ]

    def __str__(self):
        return f"plan {self.opportunity_id} of {year_words(self.financial_year)}"

    @property
    def when(self):
        """The quarter and the year in words."""
        return f"{quarter_words(self.quarter)}, {year_words(self.financial_year)}"


class Purchase(models.Model):
    """One thing a buyer bought, in the buyer's own words: a row of its statement. What it does not know is empty or null."""

    class Category(models.TextChoices):
        GOODS = "goods", _("Goods")
        SERVICES = "services", _("Services")
        WORKS = "works", _("Works")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="purchases")
    reference = models.CharField(max_length=120, help_text="number of the order or bill, and the item")
    bought_on = models.DateField()
    financial_year = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=200)
    vendor = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    category = models.CharField(max_length=8, choices=Category)
    size = models.CharField(max_length=8, choices=[(size.value, size.value) for size in SizeClass], blank=True)
    trades_only = models.BooleanField(null=True, help_text="the vendor trades and makes nothing; null: not known")
    sc_st_owned = models.BooleanField(null=True, help_text="null: not known")
    women_owned = models.BooleanField(null=True, help_text="null: not known")
    import_id = models.BigIntegerField(null=True, help_text="the import that brought it, so that it can be taken back")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "reference"], name="purchase_once"),
            models.CheckConstraint(name="purchase_positive", condition=Q(amount__gt=0)),
        ]
        indexes = [
            models.Index(fields=["organisation", "financial_year"], name="purchase_of_year"),
            models.Index(fields=["import_id"], name="purchase_of_import", condition=Q(import_id__isnull=False)),
        ]

    def __str__(self):
        return f"{self.reference} of {self.organisation_id}"


class FilingReminder(models.Model):
    """The administrator reminded a buyer that it has not told its plan: at most three times a year, thirty days apart."""

    MOST = 3

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    financial_year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "financial_year", "number"], name="filing_reminder_once"),
            models.CheckConstraint(name="filing_reminder_within_most", condition=Q(number__range=(1, 3))),
        ]

    def __str__(self):
        return f"reminder {self.number} to {self.organisation_id}"
