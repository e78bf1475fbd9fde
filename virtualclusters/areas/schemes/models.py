"""What a scheme adds to an opportunity: versions with their days, texts, figures, rules and sources; and a unit's answers.

The opportunity carries what holds today, so that finding and matching know it; ``operations.bring_into_force`` puts it there.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.rules.facts import SIZES
from virtualclusters.network.organisations.bands import SalesBand
from virtualclusters.network.organisations.models import Unit


class Scheme(models.Model):
    """A programme of an office. ``code`` names it in files; ``in_force`` is the version that the opportunity carries."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="scheme")
    code = models.SlugField(max_length=60, unique=True)
    in_force = models.ForeignKey("SchemeVersion", models.PROTECT, null=True, related_name="+")

    def __str__(self):
        return self.code


class SchemeVersionQuerySet(models.QuerySet):
    """Versions as readers count them."""

    def published(self):
        """What was published and no correction replaced."""
        return self.filter(published_at__isnull=False, replaced_by=None)


class SchemeVersion(models.Model):
    """What a scheme says from a day on, until its own last day or the day before the next version's first.

    A draft has no ``published_at``; what was published is not changed: another version follows it, or, where it was wrong from its
    first day on, a further revision of the same version takes its place and the earlier wording is kept.
    """

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField(default=1, help_text="from 2 on: a correction of the same version")
    language = models.CharField(max_length=8, help_text="of the text that is shown where a reader's own is missing")
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, help_text="its own last day; null when none is known")
    address = models.URLField(max_length=500, blank=True, help_text="where one applies; empty when one applies here")
    source_title = models.CharField(max_length=200)
    source_address = models.URLField(max_length=500)
    as_of = models.DateField(
        null=True, help_text="the day of the source that was read; null: none was, all is from general knowledge"
    )
    period_checked = models.BooleanField(default=True, help_text="the days were found in the source")
    fingerprint = models.CharField(max_length=64, help_text="of its content: a file read twice adds nothing")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    corrected_on = models.DateField(null=True, help_text="when this revision took the place of an earlier one")
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")

    objects = SchemeVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number", "revision"], name="scheme_version_number_once"),
            models.UniqueConstraint(
                fields=["scheme", "effective_from"],
                condition=Q(published_at__isnull=False, replaced_by=None),
                name="scheme_version_one_from_a_day",
            ),
            models.UniqueConstraint(
                fields=["scheme"], condition=Q(published_at=None), name="scheme_one_draft_at_a_time"
            ),
            models.CheckConstraint(
                name="scheme_version_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            models.CheckConstraint(
                name="scheme_version_has_a_source", condition=~Q(source_title="") & ~Q(source_address="")
            ),
        ]

    def __str__(self):
        return f"{self.scheme_id} version {self.number}.{self.revision}"


class SchemeText(models.Model):
    """The words of a version in one language. They hold no figure: those stand in ``SchemeFigure``, each checked or not."""

    version = models.ForeignKey(SchemeVersion, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    name = models.CharField(max_length=200)
    benefits = models.TextField(max_length=2000)
    how_to_apply = models.TextField(max_length=2000)
    documents = ArrayField(models.CharField(max_length=200), default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "language"], name="scheme_text_once_a_language")]

    def __str__(self):
        return self.name


class FigureKind(models.TextChoices):
    """What a figure of a scheme counts. Those that end in ``percent`` are percent, the others rupees."""

    SUBSIDY_MOST = "subsidy_most", _("Subsidy, at most")
    SUBSIDY_PERCENT = "subsidy_percent", _("Subsidy, as a part of the cost, up to")
    SEED_MONEY = "seed_money", _("Seed money for a member of a self-help group")
    LOAN_MOST = "loan_most", _("Loan, at most")
    COVER_MOST = "cover_most", _("Loan that can be guaranteed, at most")
    COVER_PERCENT = "cover_percent", _("Part of the loan that is guaranteed, up to")
    INTEREST_HELP_PERCENT = "interest_help_percent", _("Interest that is taken off a year")
    FEE_PERCENT = "fee_percent", _("Fee a year, from")
    PROJECT_LEAST = "project_least", _("Cost of the project, at least")
    PROJECT_MOST = "project_most", _("Cost of the project, at most")
    OWN_PERCENT = "own_percent", _("Your own part of the cost, at least")


class SchemeFigure(models.Model):
    """One figure: rupees or percent. One that was not found in the source is shown as not checked."""

    version = models.ForeignKey(SchemeVersion, models.CASCADE, related_name="figures")
    kind = models.CharField(max_length=24, choices=FigureKind)
    value = models.DecimalField(max_digits=16, decimal_places=2)
    checked = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "kind"], name="scheme_figure_once"),
            models.CheckConstraint(name="scheme_figure_positive", condition=Q(value__gt=0)),
            models.CheckConstraint(
                name="scheme_percent_within_hundred", condition=~Q(kind__endswith="percent") | Q(value__lte=100)
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.value}"


class SchemeRule(models.Model):
    """One condition of a version in the shared rule language, with the place where it is written."""

    version = models.ForeignKey(SchemeVersion, models.CASCADE, related_name="rules")
    fact = models.CharField(max_length=40)
    operator = models.CharField(max_length=24)
    value = models.JSONField()
    hard = models.BooleanField(default=True)
    source = models.CharField(max_length=300)
    checked = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "fact", "operator", "value"], name="scheme_rule_once"),
            models.CheckConstraint(name="scheme_rule_has_a_source", condition=~Q(source="")),
        ]

    def __str__(self):
        return f"{self.fact} {self.operator} {self.value}"


class Started(models.TextChoices):
    """For how long a unit works."""

    NOT_YET = "not_yet", _("Not started yet")
    UNDER_1 = "under_1", _("Less than 1 year")
    TO_3 = "to_3", _("1 to 3 years")
    TO_5 = "to_5", _("3 to 5 years")
    OVER_5 = "over_5", _("More than 5 years")


class OwnMoney(models.TextChoices):
    """Which part of the cost of a plan an owner can pay herself."""

    NONE = "none", _("Nothing")
    UNDER_5 = "under_5", _("Less than 5 percent")
    TO_10 = "to_10", _("5 to 10 percent")
    TO_25 = "to_25", _("10 to 25 percent")
    OVER_25 = "over_25", _("More than 25 percent")


class SchemeAnswers(models.Model):
    """What a unit answered to the eight questions and its profile has no place for. Empty or null: not said.

    Who owns the firm is here only with somebody's yes to keep it: ``owners_kept_by``.
    """

    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="scheme_answers")
    size_class = models.CharField(max_length=8, choices=list(SIZES.items()), blank=True)
    started = models.CharField(max_length=8, choices=Started, blank=True)
    sales = models.CharField(max_length=16, choices=SalesBand, blank=True)
    only_trades = models.BooleanField(null=True)
    had_support = models.BooleanField(null=True, help_text="a loan or subsidy of a government scheme before")
    own_money = models.CharField(max_length=8, choices=OwnMoney, blank=True)
    women = models.BooleanField(null=True)
    sc_st = models.BooleanField(null=True)
    minority = models.BooleanField(null=True)
    owners_kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="scheme_owners_kept_with_a_yes",
                condition=Q(owners_kept_by__isnull=False) | Q(women=None, sc_st=None, minority=None),
            )
        ]

    def __str__(self):
        return f"answers of {self.unit_id}"
