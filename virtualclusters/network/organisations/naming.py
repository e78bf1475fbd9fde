"""Names of concepts in a reader's language, in bulk."""

from virtualclusters.network.vocabulary.models import ConceptName


def names_of(concept_ids, language) -> dict[int, str]:
    """The shown name of each concept in a language, else in English."""
    rows = ConceptName.objects.filter(concept__in=concept_ids, preferred=True, language__in=[language, "en"])
    found = {row.concept_id: row.text for row in rows if row.language == "en"}
    found |= {row.concept_id: row.text for row in rows if row.language == language}
    return {pk: found.get(pk, "") for pk in concept_ids}
