"""Words that people type and that name nothing we know: counted without saying who, shown once three people typed them, and
given a meaning in one step.
"""

from virtualclusters.network.vocabulary.unknown.counting import note_unknown
from virtualclusters.network.vocabulary.unknown.deciding import attach_word, set_aside
from virtualclusters.network.vocabulary.unknown.queries import WaitingWord, as_waiting, count_waiting, waiting_words

__all__ = ["WaitingWord", "as_waiting", "attach_word", "count_waiting", "note_unknown", "set_aside", "waiting_words"]
