"""Why a document was found: which words and concepts of the question it has."""

from itertools import islice

from tantivy import Occur, Query

from virtualclusters.capabilities.search.queries import either

MOST_REASONS = 8
"""Words and concepts that are looked for in each hit."""


def reasons_of(reader, schema, question, places):
    """Id to (words, as mended where they were, ids of concepts) for these documents, given with their places in the index.

    Words that name a concept it has are not told again.
    """
    found = {document_id: ([], []) for document_id in places}
    at = {_named(place): document_id for document_id, place in places.items()}
    these = either([Query.term_query(schema, "id", one) for one in places])
    told = set()
    for number, concept, word, query in islice(_asked(question), MOST_REASONS if places else 0):
        for document_id in _with(reader, these, query, at):
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


def _with(reader, these, query, at):
    both = Query.boolean_query([(Occur.Must, Query.const_score_query(these, 0.0)), (Occur.Must, query)])
    return [at[_named(place)] for _, place in reader.search(both, len(at), count=False).hits]


def _named(place):
    return place.segment_ord, place.doc
