"""What the command line tells an operator who has made a mistake, and what it prints for another server."""

import socket

import psycopg
import pytest

from virtualclusters.config import database
from virtualclusters.config.cli import main
from virtualclusters.config.run import free_port
from virtualclusters.foundation.postgres import django_database, roles
from virtualclusters.foundation.postgres.clusters import connect


def test_port_that_is_taken_is_told_with_another_to_choose(monkeypatch):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        with pytest.raises(database.NotPossible) as told:
            free_port()

    assert str(told.value) == (
        f"Port {port} cannot be used (Address already in use). Choose another, for example: PORT={port + 1} make run"
    )


@pytest.mark.parametrize("given", ["eighty", "0", "70000", "-1"])
def test_port_that_is_no_port_is_refused(monkeypatch, given):
    monkeypatch.setenv("PORT", given)

    with pytest.raises(database.NotPossible, match="give a number from 1 to 65535"):
        free_port()


def test_migrating_another_server_without_its_owners_address_is_refused(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@database.example/virtualclusters")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)

    with pytest.raises(database.NotPossible, match="set DATABASE_OWNER_URL too"):
        database.owner_url()


def test_database_prepare_prints_the_sql_of_the_launcher(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["database", "prepare"])

    printed = capsys.readouterr().out
    assert (ended.value.code, roles.ROLES in printed, roles.PRIVILEGES in printed) == (None, True, True)


def test_printed_sql_may_be_run_twice(postgres_server):
    with connect(postgres_server.place, database=roles.DATABASE) as connection:
        for _ in range(2):
            connection.execute(roles.ROLES)
            connection.execute(roles.PRIVILEGES)

        assert connection.execute(
            "SELECT count(*) FROM pg_roles WHERE rolname IN ('owner', 'app', 'reader')"
        ).fetchone() == (3,)


def test_address_of_another_server_is_taken_apart_with_its_options():
    entry = django_database("postgresql://app:s%40cret@one,two:6432/portal?sslmode=verify-full", pool=True)

    assert entry == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "portal",
        "USER": "app",
        "PASSWORD": "s@cret",
        "HOST": "one,two",
        "PORT": ",6432",
        "OPTIONS": {"sslmode": "verify-full", "pool": True},
    }


def test_address_that_cannot_be_read_is_refused():
    with pytest.raises(psycopg.ProgrammingError):
        django_database("mysql://app@localhost/portal")
