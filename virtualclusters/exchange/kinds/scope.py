"""How good a published thing is so far, by rules that everybody may read: a score and what is missing. It advises, never blocks."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Missing:
    """What would make it better: the form's field, and one short sentence."""

    field: str
    sentence: str | Promise


@dataclass(frozen=True)
class Scope:
    """A score from 0 to 100, and what is missing, the weightiest first."""

    score: int
    missing: tuple[Missing, ...] = ()
