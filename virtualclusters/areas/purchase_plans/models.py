"""What a purchase plan adds to an opportunity. Money in rupees; a financial year is named by the year in which it begins."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.purchase_plans.years import quarter_words, year_words
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation


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
