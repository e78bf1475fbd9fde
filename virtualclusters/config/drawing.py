"""Writes ``structure.sql``: what all migrations together make of nothing, drawn on a throw-away server."""

import os
import re
import subprocess
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from virtualclusters.config.structure import DIGEST, MIGRATIONS, digest_of_migrations
from virtualclusters.foundation.postgres import Server, passing_state, roles, running
from virtualclusters.foundation.postgres.binaries import programs_for

MADE_AFTER_MIGRATIONS = ("auth_permission", "django_content_type")
"""Django fills these after each ``migrate``, from the models."""
NOT_FOR_US = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config\('search_path'.*|\\.*|)\n", re.MULTILINE)
"""Lines of a dump that are for people, for a session of its own, or for ``psql``."""
HEAD = "SET LOCAL check_function_bodies = false;\n"


def draw(to: Path) -> None:
    """Write what all migrations together make of nothing, on a throw-away server of its own. Takes a minute.

    Nothing of Django may have been set up before, for it would know another database.
    """
    with passing_state() as folder, running(folder) as server:
        url = server.url(roles.OWNER)
        os.environ["DATABASE_URL"] = url
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        to.write_text(f"{DIGEST}{digest_of_migrations()}\n{HEAD}{_dumped(server, url)}{_as_applied()}")
        connection.close()


def _dumped(server: Server, url: str) -> str:
    without = [f"--exclude-table-data={table}" for table in (*MADE_AFTER_MIGRATIONS, MIGRATIONS)]
    options = ["--inserts", "--no-owner", "--no-privileges", "--no-comments", *without, "--dbname", url]
    program = programs_for(server.place.account()) / "pg_dump"
    text = subprocess.run([program, *options], stdout=subprocess.PIPE, text=True, check=True).stdout
    return NOT_FOR_US.sub("", text)


def _as_applied() -> str:
    """All migrations, as done now."""
    applied = MigrationRecorder(connection).migration_qs.order_by("pk").values_list("app", "name")
    rows = ",\n".join(f"('{app}', '{name}', now())" for app, name in applied)
    return f"INSERT INTO public.{MIGRATIONS} (app, name, applied) VALUES\n{rows};\n"
