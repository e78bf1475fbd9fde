"""Labelled answers to single rules: what a unit told, what an opportunity asks, and yes, no or not known, settled by hand."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.judged.files import rows
from virtualclusters.matching.rules import Band, Rule, Some, evaluate

LABELLED: Final = Path(__file__).parents[1] / "data" / "rule_answers.tsv"
AT: Final = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


def share_right(path: Path = LABELLED) -> dict[str, Any]:
    """How many answers are as labelled, and which are not."""
    given = list(rows(path))
    wrong = [f"{row['unit']}: {row['opportunity']}" for row in given if answer(row) != row["answer"]]
    return {"answers": len(given), "right": round(1 - len(wrong) / len(given), 4), "wrong": wrong}


def answer(row: dict[str, str]) -> str:
    """The portal's answer to one labelled row."""
    facts = {name: _fact(value) for name, value in json.loads(row["knows"]).items()}
    return evaluate(Rule(*json.loads(row["rule"])), facts, AT).answer


def _fact(value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(value)
    if isinstance(value, dict):
        if "band" in value:
            return Band(*value["band"])
        return Some(frozenset(value["some"]), frozenset(value.get("without", ())))
    return date.fromisoformat(value) if isinstance(value, str) and value[:2].isdigit() else value
