"""What a notice asks for, read from its title, description and product category."""

from dataclasses import dataclass, field

from virtualclusters.areas.tenders.notice import Notice
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept

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


def concepts_in(notice: Notice) -> Asked:
    """What a notice asks for. A notice of building or repair asks for no food and no machine, whatever is to be built."""
    language = notice.opportunity["language"]
    title = reading.read(notice.title, language=language)
    unread = [word[:60] for word in title.unknown]
    if notice.is_construction:
        return Asked([], unread)
    more = f"{notice.opportunity['summary'][:LETTERS_READ]}\n{notice.detail['product_category']}".strip()
    beside = reading.read(more, language=language, kinds=ASKED).named if more else []
    found = {one.concept_id for one in (*title.named, *beside) if one.kind in ASKED}
    return Asked([(OpportunityConcept.Role.ASKS, concept) for concept in sorted(found)], unread)
