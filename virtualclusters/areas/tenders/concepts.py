"""What a notice asks for, read from its title, description and product category."""

from dataclasses import dataclass, field

from virtualclusters.areas.tenders.notice import Notice
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.foundation.scripts import fold
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon

ASKED = (
    Concept.Kind.PRODUCT,
    Concept.Kind.MACHINE,
    Concept.Kind.MATERIAL,
    Concept.Kind.SERVICE,
    Concept.Kind.GROUP,
)
LETTERS_READ = 600


@dataclass(frozen=True)
class Asked:
    """Pairs of role and concept id, and the words of the title that name nothing we know."""

    concepts: list[tuple[str, int]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def concepts_in(notice: Notice, *, names: Lexicon | None = None) -> Asked:
    """What a notice asks for. A notice of building or repair asks for no food and no machine, whatever is to be built.

    When no name of ours is written there, the portal's own product category says the sector. ``names`` is the lexicon to read by,
    unless it is that of the database.
    """
    title = reading.read(notice.title, language=notice.opportunity["language"], names=names)
    unread = [word[:60] for word in title.unknown]
    if notice.is_construction:
        return Asked([], unread)
    category = reading.concept_of_category(notice.detail["product_category"], names=names)
    found = written_in(notice, names=names) or ({category} if category else set())
    return Asked([(OpportunityConcept.Role.ASKS, concept) for concept in sorted(found)], unread)


def written_in(notice: Notice, *, names: Lexicon | None = None) -> set[int]:
    """Ids of the concepts whose names are written in title, description or category.

    A notice is spelled by an office and may be of any trade: what merely sounds like one of our names is another word there.
    """
    texts = [
        notice.title,
        f"{notice.opportunity['summary'][:LETTERS_READ]}\n{notice.detail['product_category']}".strip(),
    ]
    language = notice.opportunity["language"]
    read = (reading.read(text, language=language, kinds=ASKED, names=names).named for text in texts if text)
    return {one.concept_id for found in read for one in found if _is_written(one)}


def _is_written(found: reading.Found) -> bool:
    """A code, a name letter by letter but for the end of a plural, or several words that are one but for a slip."""
    if found.step is reading.Step.NAME:
        return (
            " " in found.words or _is_plural(found.words, fold(found.name)) or _is_plural(fold(found.name), found.words)
        )
    return found.step is reading.Step.CODE or (found.step is reading.Step.MENDED and " " in found.words)


def _is_plural(word, other):
    return other in (word, f"{word}s", f"{word}es")
