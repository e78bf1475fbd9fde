"""What a unit may get: each scheme with a three-valued answer, and why. Pure: schemes and facts come in as values.

Nothing here says that somebody gets a scheme: the office alone decides that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from virtualclusters.exchange.rules.showing import shown
from virtualclusters.matching.rules import Answer, Eligibility, change_sentence, evaluate_all, sentence
from virtualclusters.matching.rules.turning import Turn

ORDER = (Answer.YES, Answer.NOT_KNOWN, Answer.NO)


@dataclass(frozen=True)
class Reason:
    """How one rule came out: a sentence, the smallest change (empty for a yes), and the fact it asks about."""

    answer: str
    words: str
    change: str
    fact: str
    to_tell: bool
    hard: bool
    source: str
    checked: bool


@dataclass(frozen=True)
class Found:
    """One scheme for one set of facts."""

    scheme: Any
    answer: str
    reasons: tuple[Reason, ...]

    @property
    def against(self) -> list[Reason]:
        """Why not: the hard rules that say no."""
        return [one for one in self.reasons if one.hard and one.answer == Answer.NO]

    @property
    def to_tell(self) -> list[Reason]:
        """What is to be told before it can be said."""
        return [one for one in self.reasons if one.hard and one.answer == Answer.NOT_KNOWN]

    @property
    def without_rules(self) -> bool:
        """Nobody wrote down its rules."""
        return not any(one.hard for one in self.reasons)

    @property
    def fitting(self) -> list[Reason]:
        return [one for one in self.reasons if one.answer == Answer.YES]


def find(schemes, facts: Mapping, *, at) -> dict[str, list[Found]]:
    """Schemes by answer: ``yes`` (may get), ``not_known`` and ``no``; within each, the most money first.

    Args:
        schemes: objects with ``rules`` (values), ``checked`` (by place of the rule) and ``most_rupees``.
        facts: what is known, as ``matching.rules`` takes it.
    """
    found = [asked(one, facts, at=at) for one in schemes]
    by_answer: dict[str, list[Found]] = {str(answer): [] for answer in ORDER}
    for one in sorted(found, key=lambda one: -(one.scheme.most_rupees or Decimal(0))):
        by_answer[one.answer].append(one)
    return by_answer


def asked(scheme, facts, *, at) -> Found:
    """One scheme, asked rule by rule. One that only soft rules or none are known of is not known yet: the office has to be asked."""
    outcome: Eligibility = evaluate_all(scheme.rules, facts, at)
    checked = dict(zip(scheme.rules, scheme.checked, strict=True))
    reasons = tuple(_reason(verdict, checked[verdict.rule]) for verdict in outcome.verdicts)
    has_rules = any(one.hard for one in reasons)
    return Found(scheme, str(outcome.answer if has_rules else Answer.NOT_KNOWN), reasons)


def _reason(verdict, checked):
    change = verdict.change
    return Reason(
        answer=str(verdict.answer),
        words=sentence(verdict, shown),
        change=change_sentence(change, shown) if change else "",
        fact=verdict.rule.fact,
        to_tell=change is not None and change.turn is Turn.TELL,
        hard=verdict.rule.hard,
        source=verdict.rule.source,
        checked=checked,
    )
