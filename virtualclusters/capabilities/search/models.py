"""The documents once more, in PostgreSQL: what is searched while the index cannot be read, and what asks for a
rebuild."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class IndexedDocument(models.Model):
    """One document as it was last indexed. Derived: it can be emptied and rebuilt at any time."""

    source = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    words = SearchVectorField()
    facets = ArrayField(models.CharField(max_length=120), default=list)
    concepts = ArrayField(models.BigIntegerField(), default=list)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    visible_from = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    public = models.BooleanField(default=True)
    boost = models.FloatField(default=1.0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "object_id"], name="search_document_once")]
        indexes = [
            GinIndex(fields=["words"], name="search_document_words"),
            GinIndex(fields=["facets"], name="search_document_facets"),
            GinIndex(fields=["concepts"], name="search_document_concepts"),
        ]

    def __str__(self):
        return f"{self.source} {self.object_id}"


class Rebuild(models.Model):
    """Somebody asked that the index be rebuilt; every node's indexer does so once. An empty source means all."""

    source = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField()

    def __str__(self):
        return f"rebuild {self.source or 'all'} asked at {self.asked_at:%Y-%m-%d %H:%M}"
