"""The tables in ``data/``, and what their columns mean: days become moments, short numbers become phones."""

import json
from datetime import timedelta
from pathlib import Path

DATA = Path(__file__).parent / "data"


def table(name):
    """The rows of a table, in its order."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def phone(number):
    """A mobile number of the invented range (E.164): no operator gives out numbers that go on with so many zeros."""
    return f"+9160000{number:05d}"


def before(now, row):
    """The moment ``days_ago`` or ``hours_ago`` of a row."""
    return now - timedelta(days=row.get("days_ago", 0), hours=row.get("hours_ago", 0))


def after(now, days):
    """The moment in so many days; None for none."""
    return None if days is None else now + timedelta(days=days)
