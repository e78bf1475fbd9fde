"""A unit's request for a loan: what it adds to an opportunity. The amount in rupees is the opportunity's value too."""

from django.db import models
from django.db.models import Q

from virtualclusters.areas.finance.models.choices import Purpose
from virtualclusters.areas.finance.models.packages import LONGEST_MONTHS
from virtualclusters.exchange.opportunities.models import Opportunity


class RequestDetail(models.Model):
    """How much, for what, for how long."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="loan_request")
    amount = models.DecimalField(max_digits=16, decimal_places=2, help_text="rupees")
    purpose = models.CharField(max_length=20, choices=Purpose)
    months = models.PositiveSmallIntegerField(null=True, help_text="in how many months she would pay it back")

    class Meta:
        constraints = [
            models.CheckConstraint(name="loan_request_asks_for_money", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="loan_request_months", condition=Q(months=None) | Q(months__range=(1, LONGEST_MONTHS))
            ),
        ]

    def __str__(self):
        return f"request {self.opportunity_id}"
