"""Addresses of databases: made for the embedded server, taken apart for Django."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from psycopg.conninfo import conninfo_to_dict

from virtualclusters.foundation.postgres.places import Place
from virtualclusters.foundation.postgres.roles import DATABASE

PARTS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def connection_url(state_folder: Path, *, role: str) -> str:
    """The address of a state folder's embedded server for one of the roles owner, app, reader."""
    return url_at(Place.of(state_folder).socket_folder, role=role, database=DATABASE)


def url_at(socket_folder: Path, *, role: str, database: str) -> str:
    return f"postgresql://{role}@/{database}?host={quote(str(socket_folder), safe='')}"


def django_database(url: str, **options: object) -> dict[str, Any]:
    """An entry of Django's DATABASES for a ``postgresql://`` address.

    Parameters of the address that are not host, port, name, user or password (``sslmode``, ``target_session_attrs``…)
    join the options.

    Raises:
        psycopg.ProgrammingError: the address cannot be read.
    """
    given = conninfo_to_dict(url)
    entry: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql"}
    entry |= {theirs: str(given.pop(ours, "")) for ours, theirs in PARTS.items()}
    entry["OPTIONS"] = {**given, **options}
    return entry
