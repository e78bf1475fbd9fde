"""Why a document was found: which words and concepts of the question it has."""

from itertools import islice

from tantivy import Occur, Query

from virtualclusters.capabilities.search.queries import either

MOST_REASONS = 8
"""Words and concepts that are looked for in each hit."""


def reasons_of(reader, schema, question, ids):
    """Id to (words, as mended where they were, ids of concepts) for these documents.

    Words that name a concept it has are not told again.
    """
    found = {document_id: ([], []) for document_id in ids}
    these = Query.const_score_query(either([Query.term_query(schema, "id", one) for one in ids]), 0.0) if ids else None
    told = set()
    for number, concept, word, query in islice(_asked(question), MOST_REASONS if ids else 0):
        for document_id in _with(reader, these, query, len(ids)):
            if concept is not None:
                found[document_id][1].append(concept)
                told.add((document_id, number))
            elif (document_id, number) not in told:
                found[document_id][0].append(word)
    return found


def _asked(question):
    """Everything in the question as (number of its group, concept or None, word, its query), a group's concepts first."""
    for number, group in enumerate(question.groups):
        for concept in dict.fromkeys(group.concepts):
            yield number, concept, "", question.concept(concept)
        for word in group.words:
            if (query := either(question.ways_of(word))) is not None:
                yield number, None, question.mended.get(word.folded, word.folded), query
    for concept in dict.fromkeys(question.bare):
        yield len(question.groups), concept, "", question.concept(concept)


def _with(reader, these, query, most):
    both = Query.boolean_query([(Occur.Must, these), (Occur.Must, query)])
    addresses = [address for _, address in reader.search(both, most, count=False).hits]
    return reader.fast_field_values("id", addresses) if addresses else []
