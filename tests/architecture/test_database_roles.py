"""Tables belong to ``owner``; the portal, and these tests, are ``app``; reports are ``reader``."""

import pytest
from django.db import connection

from virtualclusters.capabilities.events.rights import APPEND_ONLY

pytestmark = pytest.mark.django_db

TABLES = "SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
ALL_RIGHTS = {"SELECT", "INSERT", "UPDATE", "DELETE"}


def column(query: str, parameters: list | None = None) -> list:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return [row[0] for row in cursor.fetchall()]


def rights(role: str, table: str) -> set[str]:
    """Which of the five rights on a table a role holds."""
    asked = [*sorted(ALL_RIGHTS), "TRUNCATE"]
    held = column("SELECT w FROM unnest(%s::text[]) w WHERE has_table_privilege(%s, %s, w)", [asked, role, table])
    return set(held)


def test_tests_run_as_the_portal_and_own_no_table():
    owned = column("SELECT tablename FROM pg_tables WHERE tableowner = current_user")

    assert (column("SELECT current_user::text"), owned) == (["app"], [])


def test_portal_may_use_every_table_and_empty_none():
    strange = {table: held for table in column(TABLES) if (held := rights("app", table)) != ALL_RIGHTS}

    assert strange == {table: {"SELECT", "INSERT"} for table in APPEND_ONLY}


def test_reader_may_read_every_table_and_change_none():
    assert {table: held for table in column(TABLES) if (held := rights("reader", table)) != {"SELECT"}} == {}


def test_portal_may_use_every_sequence_and_make_no_table():
    without = column(
        "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' "
        "AND NOT has_sequence_privilege(current_user, format('%I', sequencename), 'USAGE')"
    )

    assert (without, column("SELECT has_schema_privilege(current_user, 'public', 'CREATE')")) == ([], [False])
