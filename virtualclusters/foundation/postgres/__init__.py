"""Embedded PostgreSQL: its launcher, the addresses of its three roles, and the SQL that makes them."""

from virtualclusters.foundation.postgres.addresses import connection_url, django_database
from virtualclusters.foundation.postgres.clusters import CannotStart
from virtualclusters.foundation.postgres.launcher import Server, running
from virtualclusters.foundation.postgres.passing import passing_state

__all__ = ["CannotStart", "Server", "connection_url", "django_database", "passing_state", "running"]
