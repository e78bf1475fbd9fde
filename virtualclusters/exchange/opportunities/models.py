"""What one side publishes for another to answer."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.queries import OpportunityQuerySet
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import Concept


class Opportunity(models.Model):
    """A tender, an offer, a training … of one kind, published by a unit.

    A draft has no ``published_at``. Whether it is open is asked at read time (``open_at``), never stored. The point and the place are
    where it happens, when that is not the unit's own address; degrees are WGS 84.
    """

    class EndReason(models.TextChoices):
        FULL = "full", _("All places are taken")
        MET = "met", _("The need was met")
        WITHDRAWN = "withdrawn", _("The publisher took it back")
        CANCELLED = "cancelled", _("Cancelled at its source")

    kind = models.CharField(max_length=32)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="opportunities")
    need = models.ForeignKey(Need, models.SET_NULL, null=True, related_name="opportunities")
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True, max_length=5000)
    language = models.CharField(max_length=8, help_text="of title and summary: the author's words")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=16, choices=EndReason, blank=True)
    most_answers = models.PositiveIntegerField(null=True, help_text="how many may ask at once")
    answers_taken = models.PositiveIntegerField(default=0)
    places = models.PositiveIntegerField(null=True, help_text="how many may be agreed: seats, projects, hours")
    places_taken = models.PositiveIntegerField(default=0)
    value = models.DecimalField(
        max_digits=16, decimal_places=2, null=True, help_text="about how much it is worth, in rupees"
    )
    unread_words = ArrayField(
        models.CharField(max_length=60), default=list, help_text="folded words of the title that no concept covers"
    )
    remote = models.BooleanField(default=False, help_text="distance does not matter")
    state = models.CharField(max_length=2, blank=True)
    district = models.CharField(max_length=80, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    clusters = models.ManyToManyField(Cluster, related_name="opportunities")

    objects = OpportunityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "opportunities"
        indexes = [
            models.Index(
                fields=["kind", "closes_at"],
                name="opportunity_open",
                condition=Q(published_at__isnull=False, ended_at=None),
            ),
            models.Index(fields=["unit"], name="opportunity_unit"),
            GinIndex(
                fields=["unread_words"],
                name="opportunity_words",
                condition=Q(published_at__isnull=False, ended_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="answers_within_most", condition=Q(most_answers=None) | Q(answers_taken__lte=F("most_answers"))
            ),
            models.CheckConstraint(
                name="places_within_all", condition=Q(places=None) | Q(places_taken__lte=F("places"))
            ),
            models.CheckConstraint(
                name="ended_with_a_reason",
                condition=Q(ended_at=None, end_reason="") | Q(ended_at__isnull=False) & ~Q(end_reason=""),
            ),
            models.CheckConstraint(name="opportunity_has_a_title", condition=~Q(title="")),
            models.UniqueConstraint(
                fields=["need", "kind"], condition=Q(ended_at=None), name="one_open_of_a_kind_for_a_need"
            ),
        ]

    def __str__(self):
        return self.title

    def is_open(self, at):
        """Whether it may be answered at a moment."""
        published = self.published_at is not None and self.published_at <= at
        return published and self.ended_at is None and (self.closes_at is None or self.closes_at > at)


class OpportunityConcept(models.Model):
    """What an opportunity offers, asks for, or is about."""

    class Role(models.TextChoices):
        OFFERS = "offers", _("Offers")
        ASKS = "asks", _("Asks for")
        ABOUT = "about", _("Is about")

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="concepts")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "concept", "role"], name="opportunity_concept_once")
        ]
        indexes = [models.Index(fields=["concept", "role"], name="opportunity_concept_which")]

    def __str__(self):
        return f"{self.opportunity_id} {self.role} {self.concept_id}"


class Source(models.Model):
    """Where a notice of the outside world stands: one row a portal that carries it."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="sources")
    portal = models.CharField(max_length=80)
    reference = models.CharField(max_length=200, help_text="the portal's own number, or a fingerprint of the row")
    address = models.URLField(blank=True, max_length=500)
    fetched_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portal", "reference"], name="source_once")]

    def __str__(self):
        return f"{self.portal} {self.reference}"


class OpportunityLink(models.Model):
    """One opportunity came of another: a tender of a line of a purchase plan. Each shows the other."""

    earlier = models.ForeignKey(Opportunity, models.CASCADE, related_name="led_to")
    later = models.ForeignKey(Opportunity, models.CASCADE, related_name="came_of")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="opportunity_link_once"),
            models.CheckConstraint(name="opportunity_link_not_to_itself", condition=~Q(earlier=F("later"))),
        ]

    def __str__(self):
        return f"{self.earlier_id} led to {self.later_id}"
