"""PostgreSQL counts the tables that a file filled, though the portal does not own them."""

from django.db import connection

from tests.factories import NOON
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.capabilities.imports.counting import count_grown_tables


def counted_rows(table):
    """How many rows PostgreSQL takes a table to have; -1 when it was never counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        return cursor.fetchone()[0]


def grow(rows, of=""):
    Draft.objects.bulk_create(Draft(session=f"{of}{number}", form="join", updated_at=NOON) for number in range(rows))


def test_a_table_that_grew_is_counted_anew_and_then_left_until_it_grows_again(committing_database):
    count_grown_tables()
    grow(1_000)

    first, again = count_grown_tables(), count_grown_tables()
    rows = counted_rows("drafts_draft")
    grow(100, of="more")

    assert (first, again, rows, count_grown_tables()) == (["drafts_draft"], [], 1_000, [])


def test_the_portal_may_let_tables_be_counted_and_no_more(committing_database):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT has_table_privilege('drafts_draft', 'TRUNCATE')")
        assert cursor.fetchone() == (False,)
