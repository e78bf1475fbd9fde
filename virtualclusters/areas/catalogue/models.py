"""What the catalogue adds to an opportunity: prices, quantities, days. Money in rupees."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.opportunities.models import Opportunity


class Quantity(models.TextChoices):
    """What a quantity counts."""

    KILOGRAM = "kg", _("kg")
    TONNE = "tonne", _("tonne")
    LITRE = "litre", _("litre")
    PIECE = "piece", _("piece")
    PACK = "pack", _("pack")
    HOUR = "hour", _("hour")
    JOB = "job", _("job")


class OfferDetail(models.Model):
    """An offer's own facts: from which price, for what, from how many on."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="offer_detail")
    price_from = models.DecimalField(max_digits=16, decimal_places=2, null=True, help_text="rupees; null: on request")
    price_per = models.CharField(max_length=8, choices=Quantity, blank=True)
    least_quantity = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    delivery_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="offer_price_is_for_something",
                condition=Q(price_from=None) | Q(price_from__gt=0) & ~Q(price_per=""),
            ),
            models.CheckConstraint(
                name="offer_least_quantity_positive", condition=Q(least_quantity=None) | Q(least_quantity__gt=0)
            ),
        ]

    def __str__(self):
        return f"offer {self.opportunity_id}"


class RequirementDetail(models.Model):
    """A requirement's own facts: how much, by when, for about how much money."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="requirement_detail")
    quantity = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    quantity_unit = models.CharField(max_length=8, choices=Quantity, blank=True)
    needed_by = models.DateField(null=True)
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True, help_text="rupees; null: not said")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="requirement_quantity_has_a_unit",
                condition=Q(quantity=None) | Q(quantity__gt=0) & ~Q(quantity_unit=""),
            ),
            models.CheckConstraint(name="requirement_budget_positive", condition=Q(budget=None) | Q(budget__gt=0)),
        ]

    def __str__(self):
        return f"requirement {self.opportunity_id}"
