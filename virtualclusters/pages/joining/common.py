"""What most firms of the pilot make and need, as chips and tiles to tap. Slugs of the vocabulary."""

from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.queries import names_of

PRODUCTS = (
    "pickles", "papad", "spice-mix", "turmeric-powder", "honey", "bread", "sweet-biscuits", "namkeen",
    "mithai", "wheat-flour", "fruit-juice", "fruit-jam", "mustard-oil", "jaggery",
    "spice-grinder", "pouch-packing-machine", "bakery-oven", "oil-expeller",
)  # fmt: skip
NEEDS = {
    "need-buyers": "people",
    "need-loan": "bank",
    "need-machine": "machine",
    "need-training": "book",
    "need-students": "people",
    "need-advice": "phone",
    "need-raw-material": "package",
    "need-certificate": "doc",
}
"""Slug to the sign on its tile."""


def choices(slugs, *, language) -> list[tuple[int, str]]:
    """Id and name of concepts, in the order of the slugs."""
    ids = dict(Concept.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    names = names_of(ids.values(), language)
    return [(ids[slug], names[ids[slug]]) for slug in slugs if slug in ids]


def need_choices(*, language) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Choices of the needs page and the sign of each."""
    found = choices(tuple(NEEDS), language=language)
    ids = dict(Concept.objects.filter(slug__in=NEEDS).values_list("pk", "slug"))
    return found, {str(pk): NEEDS[ids[pk]] for pk, _name in found}


def named(concept_ids, *, language) -> list[tuple[int, str]]:
    """Id and name of concepts, in the order given."""
    names = names_of(concept_ids, language)
    return [(pk, names[pk]) for pk in concept_ids if pk in names]
