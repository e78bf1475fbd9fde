"""A question as groups: words that belong together because they name one concept, and every other word for itself."""

from dataclasses import dataclass, field

from tantivy import Occur, Query

from virtualclusters.capabilities.search.queries import either, every
from virtualclusters.capabilities.search.spelling import near_words
from virtualclusters.capabilities.search.words import code_beginnings, is_code, key_of, kin_of

TITLE_COUNTS, SPELT_SO_COUNTS, CONCEPT_COUNTS, WIDER_COUNTS = 1.0, 0.3, 1.6, 0.5
CODE_COUNTS, BEGUN_COUNTS, MEANT_COUNTS, KIN_COUNTS = 2.0, 1.0, 0.6, 0.4
SHORTEST_BEGINNING = 2
CODE_WORDS = frozenset(["hsn", "hs", "nic", "itc", "sac", "code", "codes", "कोड"])
"""Words that say of the digits beside them that they are a code."""


@dataclass
class Group:
    """Words that were typed, and the concepts that they name together; either may be empty."""

    words: list = field(default_factory=list)
    concepts: list = field(default_factory=list)


def groups_of(words, meant):
    """The groups of a question; concepts that name no word of it stand alone at the end, in one group."""
    left = {word.folded: word for word in _without_code_words(words)}
    owners, groups, bare = {}, [], []
    for concept, named in meant:
        here = [word for word in named if word in left]
        group = next((owners[word] for word in here if word in owners), None)
        if not here:
            bare.append(concept)
            continue
        if group is None:
            groups.append(group := Group())
        for word in here:
            if owners.setdefault(word, group) is group and left[word] not in group.words:
                group.words.append(left[word])
        group.concepts.append(concept)
    groups += [Group([word]) for name, word in left.items() if name not in owners]
    return groups, bare


def _without_code_words(words):
    if any(is_code(word.folded) for word in words):
        return [word for word in words if word.folded not in CODE_WORDS]
    return words


class Question:
    """The groups as queries on one index: ``strict`` finds what has every group, ``loose`` what has some or is close.

    ``mended`` are the words that were replaced by the likeliest known one, as typed to as known.
    """

    def __init__(self, reader, schema, wanted):
        self._reader, self._schema = reader, schema
        self.groups, self.bare = groups_of(wanted.words, wanted.meant)
        self._last = wanted.words[-1].folded if wanted.words else ""
        self._words = list(wanted.words)
        self.mended = {}
        self._meant = {}
        self.strict = self._strict()

    @property
    def is_empty(self):
        """Whether nothing was asked for: everything is meant."""
        return not self.groups and not self.bare

    @property
    def corrected(self):
        """The whole question with the mended words in it, or empty."""
        if not self.mended:
            return ""
        return " ".join(self.mended.get(word.folded, word.folded) for word in self._words)

    def _strict(self):
        """Every group, or a concept that stands alone; None when a group has nothing that any document holds."""
        parts = [self._all_of(group) for group in self.groups]
        whole = every(parts) if all(parts) else None
        return either([one for one in (whole, *map(self.concept, self.bare)) if one])

    def lightest(self):
        """How many documents have the group that fewest have, at most; all when that is not known."""
        if self.bare or not self.groups:
            return self._reader.num_docs
        return min(self._having(group) for group in self.groups)

    def _having(self, group):
        if not group.concepts and not all(map(self._is_known, group.words)):
            return self._reader.num_docs
        words = min((self._with_word(word) for word in group.words), default=0)
        return words + sum(self._reader.doc_freq("concepts", concept) for concept in group.concepts)

    def _with_word(self, word):
        coded = self._reader.doc_freq("codes", word.folded) if is_code(word.folded) else 0
        return coded + self._reader.doc_freq("keys", word.key)

    def loose(self):
        """Some of the words, words close to them, or wider concepts; None when nothing is known of any."""
        found = [way for group in self.groups for way in self._near(group)]
        return either([*found, *map(self.concept, self.bare), *map(self.wider, self.bare)])

    def title(self):
        """All words in the title; None without words, or when one stands in no title."""
        keys = [word.key for group in self.groups for word in group.words]
        if not all(self._reader.doc_freq("title", key) for key in keys):
            return None
        return every([self._term("title", key) for key in keys])

    def concept(self, concept):
        """What is about a concept."""
        return Query.boost_query(self._term("concepts", concept), CONCEPT_COUNTS)

    def ways_of(self, word):
        """How a document may have a word of the question, known or meant, or a word close to it."""
        if self._is_known(word):
            return [self.word(word), *self._chapters(word), *self._kin(word)]
        begun = [self._beginning(word.folded)] if word.folded == self._last and self._goes_on(word.folded) else []
        return [*begun, *self._chapters(word), *self._kin(word), *self._terms_of(self._meant.get(word.folded, []))]

    def _all_of(self, group):
        ways = [self._way(word, may_be_mended=not group.concepts) for word in group.words]
        together = every(ways) if all(ways) else None
        return either([one for one in (together, *map(self.concept, group.concepts)) if one])

    def _way(self, word, *, may_be_mended):
        """How documents have a word: as it is, as it begins, as it was meant; None when none has it in any way."""
        if self._is_known(word):
            return self.word(word)
        if word.folded == self._last and self._goes_on(word.folded):
            return self._beginning(word.folded)
        if not may_be_mended:
            return None
        return self._as_meant(word) or either(self._chapters(word)) or either(self._kin(word))

    def _is_known(self, word):
        if self._reader.doc_freq("keys", word.key):
            return True
        return is_code(word.folded) and self._reader.doc_freq("codes", word.folded) > 0

    def word(self, word):
        """A known word: more when the title has it, or when it is spelt just so."""
        ways = [self._term("keys", word.key)]
        if is_code(word.folded):
            ways.append(Query.boost_query(self._term("codes", word.folded), CODE_COUNTS))
        must = either(ways) if len(ways) > 1 else ways[0]
        more = [
            Query.boost_query(self._term("title", word.key), TITLE_COUNTS),
            Query.boost_query(self._term("exact", word.folded), SPELT_SO_COUNTS),
        ]
        return Query.boolean_query([(Occur.Must, must), *((Occur.Should, one) for one in more)])

    def _goes_on(self, word):
        return len(word) >= SHORTEST_BEGINNING and bool(self._reader.terms_with_prefix("exact", word, limit=1))

    def _beginning(self, word):
        begun = Query.fuzzy_term_query(self._schema, "exact", word, distance=0, prefix=True)
        return Query.const_score_query(begun, BEGUN_COUNTS)

    def _as_meant(self, word):
        meant = self._near_words(word.folded)
        if not meant:
            return None
        self.mended[word.folded] = meant[0]
        return either(self._terms_of(meant))

    def _near_words(self, word):
        if word not in self._meant:
            self._meant[word] = near_words(self._reader, word)
        return self._meant[word]

    def _terms_of(self, meant):
        """The likeliest counts most."""
        return [
            Query.boost_query(self._term("keys", key_of(known)), MEANT_COUNTS / place)
            for place, known in enumerate(meant, 1)
        ]

    def _chapters(self, word):
        """The beginnings of a code that documents have, the longest only."""
        beginnings = code_beginnings(word.folded) if is_code(word.folded) else []
        known = [code for code in beginnings if len(code) > 3 and self._reader.doc_freq("codes", code)]
        return [self._term("codes", code) for code in known[:1]]

    def _kin(self, word):
        known = [kin for kin in kin_of(word.folded) if self._reader.doc_freq("kin", kin)]
        return [Query.boost_query(self._term("kin", kin), KIN_COUNTS) for kin in known]

    def _near(self, group):
        """Every way in which a document may be close to a group."""
        ways = [*map(self.concept, group.concepts), *map(self.wider, group.concepts)]
        for word in group.words:
            ways += [self.word(word)] if self._is_known(word) else []
            ways += [*self._chapters(word), *self._kin(word)]
            if not self._is_known(word):
                ways += self._terms_of(self._near_words(word.folded))
        return ways

    def wider(self, concept):
        """What only works with a concept, or makes something of its kind."""
        return Query.boost_query(self._term("wider", concept), WIDER_COUNTS)

    def _term(self, field, value):
        return Query.term_query(self._schema, field, value)
