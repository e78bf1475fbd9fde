"""Virtual clusters: a sector's room over the exchange. A cluster is data, not code."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.clusters.querysets import ClusterQuerySet, MembershipQuerySet
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import Concept


class Cluster(models.Model):
    """A sector's room: members, opportunities, figures. ``texts`` maps a language to name, summary, for_whom and welcome."""

    slug = models.SlugField(max_length=60, unique=True)
    template = models.CharField(max_length=60, blank=True, help_text="the template it was opened from")
    texts = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    shown_kinds = ArrayField(
        models.CharField(max_length=32), default=list, help_text="kinds of opportunity that show; empty: all"
    )
    concepts = models.ManyToManyField(
        Concept, related_name="+", help_text="what belongs to the sector, with all that stands below it"
    )

    objects = ClusterQuerySet.as_manager()

    def __str__(self):
        return self.slug

    def words(self, word, language):
        """A text of it in a language, else in English, else in any; empty when nobody wrote it."""
        for one in (language, "en", *self.texts):
            if text := self.texts.get(one, {}).get(word):
                return text
        return ""


class ClusterMembership(models.Model):
    """A unit in a cluster. A unit may sit in several."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="cluster_memberships")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True, help_text="when one of the unit's people last opened the room")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "unit"], condition=Q(left_at=None), name="unit_once_in_a_cluster"
            )
        ]
        indexes = [models.Index(fields=["cluster", "joined_at"], name="cluster_joined")]

    def __str__(self):
        return f"{self.unit_id} in {self.cluster_id}"


class ClusterRole(models.TextChoices):
    """Rights in one cluster."""

    FACILITATOR = "facilitator", _("Facilitator")
    VERIFIER = "verifier", _("Verifier")


class ClusterOfficer(models.Model):
    """A person who looks after one cluster."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="officers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cluster_roles")
    role = models.CharField(max_length=16, choices=ClusterRole)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "person", "role"], condition=Q(ended_at=None), name="cluster_role_once"
            )
        ]

    def __str__(self):
        return f"{self.person_id} {self.role} of {self.cluster_id}"
