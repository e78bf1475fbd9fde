"""What a person at the desk says of an unknown word."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.scripts import roman_key, script_of
from virtualclusters.network.vocabulary.load import new_edition
from virtualclusters.network.vocabulary.models import Concept, ConceptName, UnknownWord
from virtualclusters.network.vocabulary.permissions import VocabularyPermission

ONE_LANGUAGE = {
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Odia": "or",
    "Arabic": "ur",
}
"""Scripts in which people of this portal write one language."""

SEVERAL = {"Devanagari": ("hi", "mr"), "Bengali": ("bn", "as")}


def language_of(word: str, typed_in: str) -> str:
    """A guess at the language of a word: by its script, and where that has several by the page it was typed in."""
    script = script_of(word)
    if script in SEVERAL:
        return typed_in if typed_in in SEVERAL[script] else SEVERAL[script][0]
    return ONE_LANGUAGE.get(script, ConceptName.ROMAN)


@transaction.atomic
def attach_word(*, word_id, concept_id, actor, at):
    """Make a word a name of a concept; within five seconds every process reads it so.

    Raises:
        NotFound: the actor may not decide words, somebody decided this one, or there is no such concept.
    """
    word = _open_word(word_id, actor)
    concept = Concept.objects.filter(pk=concept_id, status=Concept.Status.ACTIVE).first()
    if concept is None:
        raise NotFound
    ConceptName.objects.get_or_create(
        concept=concept,
        language=language_of(word.word, word.language),
        text=word.word,
        defaults={"key": roman_key(word.word)},
    )
    _decide(word, UnknownWord.Decision.NAME, concept, at)
    new_edition()
    record("word.attached", actor=actor, at=at, subject="concept", subject_id=concept.pk)
    return word


@transaction.atomic
def set_aside(*, word_id, actor, at):
    """Say that a word names no thing; it is not shown again. Raises as ``attach_word``."""
    word = _open_word(word_id, actor)
    _decide(word, UnknownWord.Decision.NOTHING, None, at)
    record("word.set_aside", actor=actor, at=at, subject="unknown_word", subject_id=word.pk)
    return word


def _open_word(word_id, actor):
    if not actor.may_somewhere(VocabularyPermission.WORD_DECIDE):
        raise NotFound
    found = UnknownWord.objects.select_for_update().filter(pk=word_id, decision=UnknownWord.Decision.OPEN).first()
    if found is None:
        raise NotFound
    return found


def _decide(word, decision, concept, at):
    word.decision, word.concept, word.decided_at = decision, concept, at
    word.save(update_fields=["decision", "concept", "decided_at"])
