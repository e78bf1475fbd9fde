"""An owner's words, in any script and spelling, turned into concepts: ``read``. Parts of words turned into offers: ``suggest``."""

from virtualclusters.network.vocabulary.reading.codes import concept_of_category
from virtualclusters.network.vocabulary.reading.held import edition, ids_of, names_in
from virtualclusters.network.vocabulary.reading.nearness import near_names
from virtualclusters.network.vocabulary.reading.reader import Found, Reading, Role, Step, read
from virtualclusters.network.vocabulary.reading.saying import from_which_words
from virtualclusters.network.vocabulary.reading.suggesting import Suggestion, suggest
from virtualclusters.network.vocabulary.reading.tokens import holds_one_of

__all__ = [
    "Found",
    "Reading",
    "Role",
    "Step",
    "Suggestion",
    "concept_of_category",
    "edition",
    "from_which_words",
    "holds_one_of",
    "ids_of",
    "names_in",
    "near_names",
    "read",
    "suggest",
]
