"""The three roles of the database, as SQL: for the embedded server and, printed, for any other.

``owner`` owns and migrates, ``app`` is the portal, ``reader`` is for reports. Whatever ``owner`` makes later, also in a
library's migrations, is usable by ``app`` and readable by ``reader`` through default privileges.
"""

DATABASE = "virtualclusters"
OWNER, APP, READER = "owner", "app", "reader"

ROLES = f"""\
DO $$
DECLARE wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['{OWNER}', '{APP}', '{READER}'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', wanted);
        END IF;
    END LOOP;
END $$;
ALTER ROLE {OWNER} SET lock_timeout = '10s';
ALTER ROLE {APP} SET statement_timeout = '5s';
ALTER ROLE {APP} SET lock_timeout = '2s';
ALTER ROLE {APP} SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE {READER} SET statement_timeout = '60s';
ALTER ROLE {READER} SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE {READER} SET default_transaction_read_only = on;
"""

PRIVILEGES = f"""\
ALTER SCHEMA public OWNER TO {OWNER};
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {APP}, {READER};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT SELECT ON TABLES TO {READER};
"""


def create_database(name: str = DATABASE) -> str:
    """SQL that makes the database; sorting is PostgreSQL's own, so no index depends on a machine's locales."""
    return (
        f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE template0 ENCODING 'UTF8' "
        "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';"
    )


def forbid_changes(tables: list[str]) -> str:
    """SQL for after the migrations: the portal may add to these tables, never change or remove."""
    return "".join(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP};\n" for table in tables)


def script_for_another_server() -> str:
    """What ``virtualclusters database prepare`` prints: for ``psql``, as a superuser."""
    return (
        f"{ROLES}"
        f"-- Give the three roles passwords here, for example:  \\password {APP}\n"
        f"{create_database()}\n"
        f"\\connect {DATABASE}\n"
        f"{PRIVILEGES}"
        f"-- Then set DATABASE_URL ({APP}'s) and DATABASE_OWNER_URL ({OWNER}'s) and run: virtualclusters migrate\n"
    )
