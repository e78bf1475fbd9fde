"""Many ids in one parameter: a query that names a thousand of them is made and sent in a part of the time."""

from collections.abc import Iterable

from django.db.models.expressions import RawSQL


def among(ids: Iterable[int]) -> RawSQL:
    """The ids as one array, to be compared by ``__in``; plain ``__in`` takes a parameter for each."""
    return RawSQL("SELECT unnest(%s::bigint[])", [array_of(ids)])


def array_of(ids: Iterable[float]) -> str:
    """Numbers as PostgreSQL writes an array, for a parameter of a statement."""
    return "{" + ",".join(map(str, ids)) + "}"
