"""The parts of a capability profile: what each one's concepts are to the unit, and of which kinds they may be."""

from dataclasses import dataclass

from virtualclusters.network.organisations.models import CapabilityWords, ConceptRole

Part = CapabilityWords.Part


@dataclass(frozen=True)
class PartOfProfile:
    """``kinds`` are kinds of concepts that the part's page reads, in the order in which it prefers them."""

    part: Part
    role: ConceptRole
    kinds: frozenset[str]
    has_capacity: bool = False


_ALL = (
    PartOfProfile(Part.PRODUCTS, ConceptRole.MAKES, frozenset({"product", "machine"}), has_capacity=True),
    PartOfProfile(Part.MACHINES, ConceptRole.USES, frozenset({"machine"}), has_capacity=True),
    PartOfProfile(Part.MATERIALS, ConceptRole.USES, frozenset({"material", "product"})),
    PartOfProfile(Part.SERVICES, ConceptRole.CAN, frozenset({"service"})),
    PartOfProfile(Part.SKILLS, ConceptRole.CAN, frozenset({"skill"})),
    PartOfProfile(Part.CERTIFICATES, ConceptRole.HOLDS, frozenset({"certificate"})),
    PartOfProfile(
        Part.NEEDS,
        ConceptRole.NEEDS,
        frozenset({"need", "product", "machine", "material", "service", "skill", "certificate"}),
    ),
)
PARTS = {row.part: row for row in _ALL}


def part_of(*, role: str, kind: str) -> Part | None:
    """The part in which a concept of that kind and role stands, or None when no page shows it."""
    return next((row.part for row in _ALL if row.role == role and kind in row.kinds), None)
