"""What PostgreSQL knows of its tables while a file fills them.

It plans a question by what it counted last. Of a table that was empty then, or that nobody counted yet, it takes the wrong way, and a
page that needs 30 ms runs into the limit of five seconds. It counts anew by itself, but only a minute later. Only the owner of a table
may let it be counted: ``count_anew`` does no more than that, with the owner's right.
"""

from django.db import connection

ROWS, SHARE = 500, 0.2
"""A table has grown when more rows changed since it was counted than this many and this part of it."""

GROWN = """
SELECT relid::regclass::text FROM pg_stat_user_tables
WHERE schemaname = 'public' AND n_mod_since_analyze > %s + %s * n_live_tup ORDER BY relid
"""


def count_grown_tables() -> list[str]:
    """Let PostgreSQL count the tables that changed much since it did; their names. Two queries, and one a table; outside a transaction.

    A table that somebody else counts at this moment is passed over.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(GROWN, [ROWS, SHARE])
        grown = [name for (name,) in cursor.fetchall()]
        for name in grown:
            cursor.execute("SELECT count_anew(%s::regclass)", [name])
    return grown
