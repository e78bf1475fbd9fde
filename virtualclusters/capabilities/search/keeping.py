"""Documents into PostgreSQL, beside the index: what is searched when the index cannot be read."""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Value
from django.db.models.functions import Cast

from virtualclusters.capabilities.search.models import IndexedDocument
from virtualclusters.capabilities.search.sources import facet_values
from virtualclusters.capabilities.search.words import code_beginnings, folded, keys

KEY_MARK, CODE_MARK = "k_", "c_"
"""Begin a key and a code among the words; no folded word has an underscore."""
MOST_WORDS = 2_000
_COLUMNS = ["words", "facets", "concepts", "latitude", "longitude", "visible_from", "closes_at", "public", "boost"]


def keep(*, source, ids, documents):
    """Bring the rows of these ids in line with their documents; those without one are taken out."""
    IndexedDocument.objects.bulk_create(
        [_row(document) for document in documents],
        update_conflicts=True,
        unique_fields=["source", "object_id"],
        update_fields=_COLUMNS,
        batch_size=500,
    )
    gone = set(ids) - {document.id for document in documents}
    IndexedDocument.objects.filter(source=source, object_id__in=gone).delete()


def _row(document):
    return IndexedDocument(
        source=document.source,
        object_id=document.id,
        words=Cast(Value(as_vector(document)), SearchVectorField()),
        facets=facet_values(document),
        concepts=sorted({*document.concepts, *document.wider}),
        latitude=document.latitude,
        longitude=document.longitude,
        visible_from=document.visible_from,
        closes_at=document.closes_at,
        public=document.public,
        boost=document.boost,
    )


def as_vector(document):
    """The words as PostgreSQL's text vector; those of the title weigh most."""
    title = folded(document.title) + [f"{KEY_MARK}{key}" for key in keys(document.title)]
    further = f"{document.words} {document.further}"
    rest = folded(further) + [f"{KEY_MARK}{key}" for key in keys(further)]
    rest += [f"{CODE_MARK}{part}" for code in document.codes for part in code_beginnings(code)]
    weighed = [(word, "A") for word in title] + [(word, "D") for word in rest]
    return " ".join(f"'{word}':{n}{weight}" for n, (word, weight) in enumerate(weighed[:MOST_WORDS], 1))
