"""How many units have each concept. Among many it is estimated from a part of the rows: rarity goes by the logarithm."""

from django.db import connection

COUNTED = 1_000_000
"""So many rows are read at most: about a tenth of a second."""

EXPECTED = """
    SELECT relname, reltuples FROM pg_class
    WHERE oid IN ('organisations_unitconcept'::regclass, 'organisations_unit'::regclass)
"""
ALL = "SELECT concept_id, count(*) FROM organisations_unitconcept GROUP BY concept_id"
ALL_UNITS = "SELECT count(*) FROM organisations_unit"
SOME = """
    SELECT concept_id, count(*) FROM organisations_unitconcept TABLESAMPLE SYSTEM (%s) REPEATABLE (1) GROUP BY concept_id
"""


def how_many_have() -> tuple[list[tuple[int, int]], int]:
    """Pairs of concept and number of units that have it in any role; and how many units there are."""
    with connection.cursor() as cursor:
        cursor.execute(EXPECTED)
        expected = dict(cursor.fetchall())
        rows = expected["organisations_unitconcept"]
        if rows <= COUNTED:
            return _asked(cursor, ALL), _asked(cursor, ALL_UNITS)[0][0]
        share = COUNTED / rows
        counted = _asked(cursor, SOME, [100 * share])
        return [(concept, round(count / share)) for concept, count in counted], round(expected["organisations_unit"])


def _asked(cursor, statement, given=None):
    cursor.execute(statement, given)
    return cursor.fetchall()
