"""Why a document was found: which words and concepts of the question it has."""

from tantivy import Occur, Query

from virtualclusters.capabilities.search.queries import either

MOST_REASONS = 8
"""Words and concepts that are looked for in each hit."""


def reasons_of(reader, schema, question, ids):
    """Id to (words as typed, ids of concepts) for these documents."""
    found = {document_id: ([], []) for document_id in ids}
    if not ids:
        return found
    these = Query.const_score_query(either([Query.term_query(schema, "id", one) for one in ids]), 0.0)
    for kind, what, query in _asked(question)[:MOST_REASONS]:
        both = Query.boolean_query([(Occur.Must, these), (Occur.Must, query)])
        addresses = [address for _, address in reader.search(both, len(ids), count=False).hits]
        for document_id in reader.fast_field_values("id", addresses) if addresses else ():
            found[document_id][kind].append(what)
    return found


def _asked(question):
    """(0 for a word or 1 for a concept, which, its query) of everything in the question."""
    words = [word for group in question.groups for word in group.words]
    concepts = [concept for group in question.groups for concept in group.concepts] + question.bare
    said = [(0, word.folded, query) for word in words if (query := either(question.ways_of(word)))]
    return [(1, concept, question.concept(concept)) for concept in dict.fromkeys(concepts)] + said
