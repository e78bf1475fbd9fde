"""A unit's own words about a trouble or a wish."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import Unit


class Need(models.Model):
    """What a unit says it needs, in any language. Kept as said; later it becomes drafts for every kind that can answer."""

    class Source(models.TextChoices):
        TYPED = "typed", _("Typed")
        SURVEY = "survey", _("Survey answer")
        SMS = "sms", _("SMS")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="needs")
    words = models.TextField(max_length=1000)
    language = models.CharField(max_length=8)
    source = models.CharField(max_length=8, choices=Source)
    stated_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "stated_at"], name="need_of_unit")]
        constraints = [models.CheckConstraint(name="need_has_words", condition=~models.Q(words=""))]

    def __str__(self):
        return self.words[:60]
