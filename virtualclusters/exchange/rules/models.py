"""The rules of an opportunity, one row a rule; their meaning is in matching/rules."""

from django.db import models

from virtualclusters.exchange.opportunities.models import Opportunity


class Rule(models.Model):
    """One condition on who may answer: fact, operator, value; hard or soft; with the source that can be opened."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="rules")
    fact = models.CharField(max_length=40)
    operator = models.CharField(max_length=24)
    value = models.JSONField()
    hard = models.BooleanField()
    source = models.CharField(max_length=300, help_text="where the rule stands: notice clause or address of the order")
    version = models.CharField(max_length=60)
    effective_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "fact", "operator", "value"], name="opportunity_rule_once")
        ]

    def __str__(self):
        return f"{self.fact} {self.operator} {self.value}"
