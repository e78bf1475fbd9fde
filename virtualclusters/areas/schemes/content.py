"""What a version says, as one value: from a file or from an officer's form, before it is a row."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from virtualclusters.matching.rules import Rule


@dataclass(frozen=True)
class Text:
    """The words in one language."""

    name: str
    benefits: str
    how_to_apply: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """Rupees or percent, by ``FigureKind``; ``checked``: found in the source."""

    kind: str
    value: Decimal
    checked: bool


@dataclass(frozen=True)
class Condition:
    """A rule, which carries its source; ``checked``: found there."""

    rule: Rule
    checked: bool


@dataclass(frozen=True)
class Content:
    """One version, whole. Days are calendar days in India."""

    effective_from: date
    language: str
    source_title: str
    source_address: str
    as_of: date | None
    effective_to: date | None = None
    period_checked: bool = True
    address: str = ""
    texts: dict[str, Text] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def columns(self) -> dict:
        """Columns of ``SchemeVersion``."""
        names = ("effective_from", "effective_to", "language", "source_title", "source_address", "as_of")
        return {name: getattr(self, name) for name in (*names, "period_checked", "address")}

    @property
    def fingerprint(self) -> str:
        """The same for the same words, figures, rules and days."""
        told = [self.columns, self.texts, self.figures, self.conditions]
        return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()
