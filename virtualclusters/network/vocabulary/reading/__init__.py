"""An owner's words, in any script and spelling, turned into concepts: ``read``. Parts of words turned into offers: ``suggest``."""

from virtualclusters.network.vocabulary.reading.held import edition, ids_of
from virtualclusters.network.vocabulary.reading.reader import Found, Reading, Role, read
from virtualclusters.network.vocabulary.reading.suggesting import suggest
from virtualclusters.network.vocabulary.reading.tokens import holds_one_of

__all__ = ["Found", "Reading", "Role", "edition", "holds_one_of", "ids_of", "read", "suggest"]
