"""Queries whose SQL is built once in a process: to build a long one takes several times as long as to answer it.

``Given`` stands in a query where a value will be; ``BuiltOnce`` asks the query with values::

    _ANSWERS = BuiltOnce(lambda: Engagement.objects.filter(lead=Given("unit", BigIntegerField())).order_by("pk"))
    answers = _ANSWERS.ask(unit=unit.pk)
"""

from collections.abc import Callable, Hashable
from copy import copy
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connections
from django.db.models import BigIntegerField, Field, IntegerField, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from virtualclusters.foundation.among import array_of


class _Place(NamedTuple):
    """Where a value of that name goes among the parameters, and what makes it fit for its connection."""

    name: str
    as_told: Callable[[Any, Any], Any]


class Given(Value):
    """A value that is told when the query is asked, as this field stores it; None is equal to nothing."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(name, output_field=field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "(%s)", (_Place(self.value, self.output_field.get_db_prep_value),)


def _as_array(numbers: Any, connection: Any) -> str:
    return array_of(numbers)


class Numbers(Given):
    """Whole numbers as an array, told as a list."""

    def __init__(self, name: str) -> None:
        super().__init__(name, ArrayField(BigIntegerField()))

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "(%s::bigint[])", (_Place(self.value, _as_array),)


class OneOf(Given):
    """Any of some values of a field, told as a list: for ``field=OneOf(...)`` in a query."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        if isinstance(self.output_field, IntegerField):
            return "ANY(%s::bigint[])", (_Place(self.value, _as_array),)
        return "ANY(%s)", (_Place(self.value, ArrayField(self.output_field).get_db_prep_value),)


class BuiltOnce:
    """A query that is built at the first asking.

    ``build`` returns the query set. Where its form differs, by the kinds there are or by what is asked, it takes what it differs by, and
    is called once for each; values never belong to the form.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]]) -> None:
        self._build = build
        self._built: dict[tuple[Hashable, ...], tuple[QuerySet[Any], SQLCompiler, str, tuple[Any, ...]]] = {}

    def ask(self, *form: Hashable, **values: Any) -> list[Any]:
        """The rows for these values: instances, tuples or whatever the query set gives. One query."""
        if form not in self._built:
            self._built[form] = _built(self._build(*form))
        queryset, compiler, sql, parameters = self._built[form]
        connection = connections[queryset.db]
        told = tuple(
            one.as_told(values[one.name], connection) if isinstance(one, _Place) else one for one in parameters
        )
        asked = queryset.all()
        vars(asked.query)["get_compiler"] = lambda *_, **__: _AsBuilt(compiler, connection, sql, told)
        return list(asked)


class _AsBuilt(SQLCompiler):
    """What a compiler knows after it has built its query, for one connection and with values."""

    def __init__(self, compiler: SQLCompiler, connection: Any, sql: str, parameters: tuple[Any, ...]) -> None:
        vars(self).update(vars(compiler), connection=connection)
        self._told = sql, parameters

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> tuple[str, tuple[Any, ...]]:
        return self._told


def _built(queryset: QuerySet[Any]) -> tuple[QuerySet[Any], SQLCompiler, str, tuple[Any, ...]]:
    compiler = copy(queryset.query).get_compiler(using=queryset.db)
    sql, parameters = compiler.as_sql()
    return queryset, compiler, sql, tuple(parameters)
