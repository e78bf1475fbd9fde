"""Unknown words that wait for somebody to say what they are."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from virtualclusters.foundation.scripts import script_of
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary.models import UnknownWord, UnknownWordDay
from virtualclusters.network.vocabulary.reading import Suggestion, near_names
from virtualclusters.network.vocabulary.unknown.deciding import language_of
from virtualclusters.ui.languages import OWN_NAMES

FEWEST_PEOPLE = 3
"""A word that fewer people typed is shown to nobody: it may be a name."""

LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True)
class WaitingWord:
    """A word with how often it was typed in ninety days and by how many people, and what it may mean, nearest first."""

    pk: int
    word: str
    script: str
    language: str
    typed: int
    people: int
    examples: list[str]
    near: list[Suggestion] = field(default_factory=list)

    @property
    def spoken(self) -> str:
        """The language as it calls itself; the script when it is in Roman letters."""
        return OWN_NAMES.get(self.language, self.script)


def waiting_words(*, at):
    """Open words that enough people typed, the most typed first, as a query to be cut into pages by ``as_waiting``."""
    since = day_in_india(at - LOOKED_BACK)
    of_word = UnknownWordDay.objects.filter(word=OuterRef("pk"), day__gte=since).values("word")
    typed = Coalesce(Subquery(of_word.annotate(total=Sum("typed")).values("total")), 0)
    return _shown().annotate(typed=typed).filter(typed__gt=0).order_by("-typed", "word")


def _shown():
    people = Count("tellers", filter=Q(decision=UnknownWord.Decision.OPEN))
    return UnknownWord.objects.filter(decision="open").annotate(people=people).filter(people__gte=FEWEST_PEOPLE)


def as_waiting(rows) -> list[WaitingWord]:
    """Rows of ``waiting_words`` with what each may mean."""
    return [
        WaitingWord(
            row.pk,
            row.word,
            script_of(row.word),
            language_of(row.word, row.language),
            row.typed,
            row.people,
            row.examples,
            near_names(row.word),
        )
        for row in rows
    ]


def count_waiting() -> int:
    """How many words wait."""
    return _shown().count()
