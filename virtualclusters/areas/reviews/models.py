"""The review log: what was seen, what was decided, which rule changed. Rows are added and never changed (events/rights.py)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import Organisation


class ReviewEntry(models.Model):
    """One review of an institution, a district or a kind of help.

    ``figures`` are those of the moment of writing, kept as they were. Either a rule changed (its name, the value before and
    after), or it is said why none did. A mistake is put right by a later entry that names the one it ``corrects``.
    """

    class By(models.TextChoices):
        INSTITUTION = "institution", _("Institution")
        DISTRICT = "district", _("District")
        KIND = "kind", _("Kind of help")

    by = models.CharField(max_length=11, choices=By)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="reviews")
    state = models.CharField(max_length=2, blank=True)
    district = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=32, blank=True)
    figures = models.JSONField()
    seen = models.TextField(max_length=2000)
    decided = models.TextField(max_length=2000)
    rule = models.CharField(max_length=200, blank=True, help_text="name of the setting or of the decision page")
    old_value = models.CharField(max_length=200, blank=True)
    new_value = models.CharField(max_length=200, blank=True)
    no_rule_because = models.CharField(max_length=500, blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    language = models.CharField(max_length=8)

    class Meta:
        verbose_name_plural = "review entries"
        indexes = [models.Index(fields=["organisation", "written_at"], name="review_of_organisation")]
        constraints = [
            models.CheckConstraint(
                name="review_is_about_one_thing",
                condition=Q(by="institution", organisation__isnull=False, district="", kind="")
                | Q(by="district", organisation=None, kind="") & ~Q(district="")
                | Q(by="kind", organisation=None, district="") & ~Q(kind=""),
            ),
            models.CheckConstraint(
                name="review_names_the_rule_or_says_why_none",
                condition=Q(no_rule_because="") & ~Q(rule="") & ~Q(new_value="")
                | Q(rule="", old_value="", new_value="") & ~Q(no_rule_because=""),
            ),
            models.CheckConstraint(name="review_says_something", condition=~Q(seen="") & ~Q(decided="")),
        ]

    def __str__(self):
        return f"{self.by} {self.organisation_id or self.district or self.kind}"


class ToldFigures(models.Model):
    """What is told of one group's help just now. It stands until a change gives no single answer away (``telling``).

    ``asked_ever`` and ``words_ever`` count the group's requests and closing words since the beginning, as they were when its figures,
    or how many would do it again, were told last.
    """

    by = models.CharField(max_length=11, choices=ReviewEntry.By)
    group = ArrayField(models.CharField(max_length=80), help_text="organisation id; state and district; or kind")
    figures = models.JSONField(help_text="as Figures.kept gives them")
    asked_ever = models.PositiveIntegerField(default=0)
    words_ever = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField(null=True, help_text="null: nothing was told yet")

    class Meta:
        verbose_name_plural = "told figures"
        constraints = [models.UniqueConstraint(fields=["by", "group"], name="figures_once_a_group")]

    def __str__(self):
        return f"{self.by} {self.group}"


class ReviewAnswer(models.Model):
    """What the institution says to an entry about itself, once."""

    entry = models.OneToOneField(ReviewEntry, models.PROTECT, related_name="answer")
    words = models.TextField(max_length=2000)
    language = models.CharField(max_length=8)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="review_answer_says_something", condition=~Q(words=""))]

    def __str__(self):
        return f"answer to {self.entry_id}"
