"""A unit's own words about a trouble or a wish."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.needs.queries import NeedQuerySet
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import Concept


class Need(models.Model):
    """What a unit says it needs, in any language. The words stay as said; they become drafts for every kind that can answer.

    ``corrected_at``: when somebody of the unit last said what it is about; until then that is read from the words each time.
    """

    class Source(models.TextChoices):
        TYPED = "typed", _("Typed")
        PROFILE = "profile", _("From the profile")
        SURVEY = "survey", _("Survey answer")
        SMS = "sms", _("SMS")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="needs")
    words = models.TextField(max_length=1000)
    language = models.CharField(max_length=8)
    source = models.CharField(max_length=8, choices=Source)
    stated_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    corrected_at = models.DateTimeField(null=True)

    objects = NeedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "stated_at"], name="need_of_unit")]
        constraints = [models.CheckConstraint(name="need_has_words", condition=~models.Q(words=""))]

    def __str__(self):
        return self.words[:60]


class NeedConcept(models.Model):
    """What a need is about, as its unit corrected it."""

    class Role(models.TextChoices):
        WANTED = "wanted"
        TOUCHED = "touched"

    need = models.ForeignKey(Need, models.CASCADE, related_name="concepts")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["need", "concept"], name="need_concept_once"),
            models.CheckConstraint(name="need_concept_role_known", condition=models.Q(role__in=["wanted", "touched"])),
        ]

    def __str__(self):
        return f"{self.need_id} {self.role} {self.concept_id}"
