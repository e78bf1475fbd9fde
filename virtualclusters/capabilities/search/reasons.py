"""Why a document was found: which words and concepts of the question it has."""

from tantivy import Occur, Query

from virtualclusters.capabilities.search.queries import either

MOST_REASONS = 24
"""Words and concepts that are looked for among the hits of a page."""


def reasons_of(reader, schema, question, places):
    """Id to (words, as mended where they were, ids of concepts) for these documents, given with their places in the index.

    Words that name a concept it has are not told again, nor is a concept that it is only near to while it has another.
    """
    asked = _Reasons(reader, schema, places)
    if places:
        for group in question.groups:
            asked.look_for(question, group.concepts, group.words)
        asked.look_for(question, question.bare, ())
    return asked.found


class _Reasons:
    """What the hits have, looked for group by group; hits that have nothing of a group yet are asked for what is less near."""

    def __init__(self, reader, schema, places):
        self.found = {document_id: ([], []) for document_id in places}
        self._reader = reader
        self._at = {_named(place): document_id for document_id, place in places.items()}
        self._these = either([Query.term_query(schema, "id", one) for one in places])
        self._left = MOST_REASONS

    def look_for(self, question, concepts, words):
        """One group: its concepts, then for the others its words, then concepts that they only work with or are under."""
        once = list(dict.fromkeys(concepts))
        told = self._note(1, [(one, question.concept(one)) for one in once], ())
        told |= self._note(0, [(self._said(question, one), either(question.ways_of(one))) for one in words], told)
        self._note(1, [(one, question.wider(one)) for one in once], told)

    @staticmethod
    def _said(question, word):
        return question.mended.get(word.folded, word.folded)

    def _note(self, part, asked, told):
        """Add what hits have of these to what was found, but for those told already; the ids of hits that have any."""
        having = set()
        for said, query in asked:
            if query is None or self._left == 0 or len(told) == len(self.found):
                continue
            self._left -= 1
            for document_id in self._having(query):
                if document_id not in told:
                    self.found[document_id][part].append(said)
                    having.add(document_id)
        return having

    def _having(self, query):
        both = Query.boolean_query([(Occur.Must, Query.const_score_query(self._these, 0.0)), (Occur.Must, query)])
        hits = self._reader.search(both, len(self._at), count=False).hits
        return [self._at[_named(place)] for _, place in hits]


def _named(place):
    return place.segment_ord, place.doc
