"""A cluster's texts in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class ClusterWords:
    """What a page says of a cluster."""

    slug: str
    name: str
    summary: str
    for_whom: str
    welcome: str


def words_of(cluster) -> ClusterWords:
    """Each text in the reader's language, else in English."""
    language = get_language()
    texts = {word: cluster.words(word, language) for word in ("name", "summary", "for_whom", "welcome")}
    return ClusterWords(slug=cluster.slug, **{**texts, "name": texts["name"] or cluster.slug})
