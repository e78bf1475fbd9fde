"""The tables as all migrations together leave them, in one file, so that an empty database is ready in a second.

Django draws its models anew for every step of every migration: from nothing that is most of a minute. ``structure.sql`` holds the
result. It is laid out only where there are no tables yet and no migration changed since it was written; in any other case the
migrations do all, as everywhere else. ``make structure`` writes it; tests hold it against the migrations.
"""

import hashlib
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from virtualclusters.capabilities.events.rights import APPEND_ONLY
from virtualclusters.foundation.postgres import roles

STRUCTURE = Path(__file__).with_name("structure.sql")
MIGRATIONS = "django_migrations"
DIGEST = "-- of migrations "


def bring_up_to_date(*, verbosity: int) -> None:
    """Make or change the tables of the database in use, as their owner; done twice it changes nothing."""
    lay_out(STRUCTURE.read_text())
    call_command("migrate", interactive=False, verbosity=verbosity)
    with connection.cursor() as cursor:
        cursor.execute(roles.forbid_changes(APPEND_ONLY))


def lay_out(structure: str) -> bool:
    """Make all tables at once, or none: false where there are tables, or where the migrations say something else."""
    if MIGRATIONS in connection.introspection.table_names() or not is_of_these_migrations(structure):
        return False
    with connection.cursor() as cursor:
        cursor.execute(structure)
    return True


def is_of_these_migrations(structure: str) -> bool:
    """Whether no migration of any installed package changed since the structure was written."""
    return structure.startswith(f"{DIGEST}{digest_of_migrations()}\n")


def digest_of_migrations() -> str:
    """Changes with every migration of every installed package."""
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(app.label.encode() + path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
