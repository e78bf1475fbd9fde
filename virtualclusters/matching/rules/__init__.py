"""The three-valued rule language of tenders, loans, schemes, trainings and requirements.

A rule compares one fact about a unit with a value: "turnover at least 50 lakh rupees". The answer is yes, no or not
known. A hard no ends a match; not known never does. Each answer comes with its reason and with the smallest change
that would turn it. Nothing here reads a database: facts come in as values, the moment is an argument.

Public: `Rule`, `Operator`, `FACTS`, `evaluate`, `evaluate_all`, `contradictions`, `sentence`, `change_sentence`.
The vocabulary of operators is explained at `Operator`, the facts at `FACTS`.
"""

from virtualclusters.matching.rules.contradictions import Contradiction, contradictions
from virtualclusters.matching.rules.evaluation import (
    Eligibility,
    Verdict,
    evaluate,
    evaluate_all,
    in_force,
)
from virtualclusters.matching.rules.facts import (
    FACTS,
    OTHER,
    Band,
    Fact,
    FactKind,
    Some,
    Unit,
    owners,
    years_since,
)
from virtualclusters.matching.rules.language import InvalidRule, Operator, Rule
from virtualclusters.matching.rules.turning import Change, apply_change
from virtualclusters.matching.rules.verdicts import Answer, both
from virtualclusters.matching.rules.words import (
    change_sentence,
    condition_sentence,
    sentence,
)

__all__ = [
    "FACTS",
    "OTHER",
    "Answer",
    "Band",
    "Change",
    "Contradiction",
    "Eligibility",
    "Fact",
    "FactKind",
    "InvalidRule",
    "Operator",
    "Rule",
    "Some",
    "Unit",
    "Verdict",
    "apply_change",
    "both",
    "change_sentence",
    "condition_sentence",
    "contradictions",
    "evaluate",
    "evaluate_all",
    "in_force",
    "owners",
    "sentence",
    "years_since",
]
