"""Embedded PostgreSQL: addresses of its three roles, and the launcher."""

from pathlib import Path


def connection_url(state_folder: Path, *, role: str) -> str:
    """The address of the embedded server of a state folder for one of the roles owner, app, reader."""
    return f"postgresql://{role}@/virtualclusters?host={state_folder}/postgres/socket"
