"""The rules of an opportunity, one row a rule; their meaning is in matching/rules. Lists of items that an office reserved, and how
long papers take.
"""

from django.db import models
from django.db.models import F, Q

from virtualclusters.capabilities.imports.models import Import
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.vocabulary.models import Concept


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


class ReservedList(models.Model):
    """A list of items that an office reserved for micro and small enterprises. Empty until an administrator loads one.

    A later version of a list of the same name ends the earlier one on the day it comes into force.
    """

    name = models.CharField(max_length=200)
    issued_by = models.CharField(max_length=200)
    version = models.CharField(max_length=60)
    source = models.URLField(max_length=500, help_text="where the order can be read")
    effective_from = models.DateField()
    ended_on = models.DateField(null=True, help_text="the first day on which a later version counts; null: none known")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="reserved_version_once"),
            models.CheckConstraint(
                name="reserved_list_ends_after_it_begins",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("effective_from")),
            ),
            models.CheckConstraint(name="reserved_list_can_be_read", condition=~Q(source="")),
        ]

    def __str__(self):
        return f"{self.name}, {self.version}"


class ReservedItem(models.Model):
    """One line of a reserved list, in its own words, with the concepts read in them."""

    reserved_list = models.ForeignKey(ReservedList, models.CASCADE, related_name="items")
    number = models.CharField(max_length=20)
    words = models.CharField(max_length=300)
    concepts = models.ManyToManyField(Concept, related_name="+")
    brought_by = models.ForeignKey(Import, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reserved_list", "number"], name="reserved_item_in_list_once")]

    def __str__(self):
        return f"{self.number} {self.words}"


class PaperDays(models.Model):
    """How many days a paper usually takes to get. Without a source, or unread, it says that it is to be checked."""

    paper = models.CharField(
        max_length=60, unique=True, help_text="slug of a certificate, or a code of readiness.PAPERS"
    )
    days = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200, blank=True, help_text="the rule or office that names the time")
    address = models.URLField(max_length=500, blank=True)
    is_checked = models.BooleanField(default=False, help_text="a person read it at its source")

    class Meta:
        verbose_name_plural = "paper days"
        constraints = [
            models.CheckConstraint(
                name="paper_days_checked_has_a_source", condition=Q(is_checked=False) | ~Q(source="")
            )
        ]

    def __str__(self):
        return f"{self.paper}: {self.days}"
