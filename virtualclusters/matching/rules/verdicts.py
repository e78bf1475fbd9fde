"""Three answers and how they combine (Kleene's strong logic)."""

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


def both(answers: Iterable[Answer]) -> Answer:
    """All must be yes: one no decides, otherwise one not known leaves it open. Nothing asked is yes."""
    given = set(answers)
    if Answer.NO in given:
        return Answer.NO
    return Answer.NOT_KNOWN if Answer.NOT_KNOWN in given else Answer.YES


def yes_or_no(met: bool) -> Answer:
    return Answer.YES if met else Answer.NO
