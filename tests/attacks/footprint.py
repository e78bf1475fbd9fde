"""What belongs to an organisation in all tables, and a digest of it: anything changed by a stranger shows."""

import re
from hashlib import sha256

from django.apps import apps
from django.db.models import Model

_WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)
_NOBODYS = {"django_session", "OF", "SKIP", "NOWAIT"}


class Writes:
    """Notes the tables that statements write to, as an execute wrapper of a connection."""

    def __init__(self):
        self.tables = set()

    def __call__(self, execute, sql, params, many, context):
        self.tables |= set(_WRITES.findall(str(sql))) - _NOBODYS
        return execute(sql, params, many, context)


def rows_of(*roots: Model) -> dict[type[Model], set]:
    """The roots and every row that holds a key to them, and so on downwards, by model."""
    found = {}
    fresh = {}
    for root in roots:
        fresh.setdefault(type(root), set()).add(root.pk)
    while fresh:
        for model, ids in fresh.items():
            found.setdefault(model, set()).update(ids)
        fresh = _pointing_at(fresh, found)
    return found


def _pointing_at(fresh, found):
    following = {}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model in fresh:
                pointing = model._base_manager.filter(**{f"{field.name}__in": fresh[field.related_model]})
                new = set(pointing.values_list("pk", flat=True)) - found.get(model, set())
                if new:
                    following.setdefault(model, set()).update(new)
    return following


def digest(rows: dict[type[Model], set]) -> dict[str, str]:
    """A digest of those rows as they stand now, by the model's label."""
    return {
        model._meta.label: sha256(
            repr(sorted(model._base_manager.filter(pk__in=ids).values_list(), key=str)).encode()
        ).hexdigest()
        for model, ids in rows.items()
    }
