"""The command ``virtualclusters``.

An area adds a way to read files in by a Django command named ``import_<what>`` in its
``management/commands/``: ``virtualclusters import tenders FILE`` runs ``import_tenders FILE``. Nothing is registered
here; any other Django command is reached by ``virtualclusters manage NAME``.
"""

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import ManagementUtility
from django.db import connection

from virtualclusters.capabilities.events.restoring import AFTER_A_RESTORE
from virtualclusters.config import database
from virtualclusters.config.drawing import draw
from virtualclusters.config.structure import STRUCTURE, bring_up_to_date
from virtualclusters.foundation.postgres import CannotStart, django_database, roles
from virtualclusters.foundation.processes import stop_with_parent

SETTINGS = "virtualclusters.config.settings"


def main(arguments: list[str] | None = None) -> None:
    """Run one command; what an operator can mend is told in a sentence, without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    given = _parser().parse_args(arguments)
    try:
        sys.exit(given.command(given))
    except (database.NotPossible, CannotStart, PermissionError) as problem:
        sys.exit(f"virtualclusters: {problem}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="virtualclusters", description="The portal's processes and commands.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, (command, words) in COMMANDS.items():
        commands.add_parser(name, help=words).set_defaults(command=command)
    commands.choices["run"].add_argument("--stop-with-parent", action="store_true", help="stop when make is killed")
    commands.choices["structure"].add_argument("--to", default=STRUCTURE, help="the file to write")
    prepare = commands.add_parser("database", help="print the SQL that prepares another PostgreSQL server")
    prepare.add_argument("action", choices=["prepare"])
    prepare.set_defaults(command=_print_database_script)
    passing = commands.add_parser("manage", help="run any Django command", add_help=False, prefix_chars="\0")
    passing.add_argument("rest", nargs=argparse.REMAINDER)
    passing.set_defaults(command=_manage)
    importing = commands.add_parser("import", help="read a file in", prefix_chars="\0")
    importing.add_argument("what")
    importing.add_argument("rest", nargs=argparse.REMAINDER)
    importing.set_defaults(command=_import)
    return parser


def _run(given) -> int:
    from virtualclusters.config.run import run

    if given.stop_with_parent:
        stop_with_parent(signal.SIGTERM)
    return run()


def _web(_) -> int:
    from virtualclusters.config.run import serve

    return serve()


def _worker(_) -> None:
    _become_long_worker()
    django.setup()
    from virtualclusters.capabilities.jobs.working import work
    from virtualclusters.exchange.alerts.matcher.following import follow_in_background

    with database.available():
        follow_in_background()
        work()


def _indexer(_) -> None:
    _become_long_worker()
    django.setup()
    from virtualclusters.capabilities.search.indexer import run_forever

    with database.available():
        run_forever()


def _migrate(_) -> None:
    with database.available(), _as_owner():
        _bring_up_to_date(verbosity=1)


def _load(_) -> None:
    with database.available():
        django.setup()
        _load_all()


def _prepare(_) -> None:
    with database.available():
        with _as_owner():
            _bring_up_to_date(verbosity=0)
        _load_all()


@contextmanager
def _as_owner() -> Iterator[None]:
    """Work as the owner of the tables while the block runs, then as the portal again."""
    django.setup()
    as_portal = dict(connection.settings_dict)
    connection.settings_dict.update(django_database(database.owner_url()))
    yield
    connection.close()
    connection.settings_dict.update(as_portal)


def _bring_up_to_date(*, verbosity: int) -> None:
    bring_up_to_date(verbosity=verbosity)
    with connection.cursor() as cursor:
        cursor.execute(AFTER_A_RESTORE)


def _load_all() -> None:
    from virtualclusters.config.loading import load

    _become_long_worker()
    sys.stdout.write(load())


def _structure(given) -> None:
    draw(Path(given.to))


def _messages(_) -> None:
    from virtualclusters.ui.messages import compile_all, extract

    django.setup()
    extract()
    compile_all()


def _print_database_script(_) -> None:
    sys.stdout.write(roles.script_for_another_server())


def _manage(given) -> None:
    _become_long_worker()
    with database.available():
        ManagementUtility(["virtualclusters manage", *given.rest]).execute()


def _import(given) -> None:
    given.rest = [f"import_{given.what}", *given.rest]
    _manage(given)


def _become_long_worker() -> None:
    os.environ.update(database.allow_long_work(dict(os.environ)))


COMMANDS = {
    "run": (_run, "everything: database, migrations, samples, web, worker and indexer"),
    "web": (_web, "the web server alone"),
    "worker": (_worker, "background work alone"),
    "indexer": (_indexer, "the search index's one writer alone"),
    "load": (_load, "catalogues, assets, reference data and samples, where they are out of date"),
    "messages": (_messages, "gather the words to translate into the catalogues, and compile them"),
    "structure": (_structure, "write down the tables that all migrations make, for empty databases"),
    "prepare": (_prepare, "migrate, then load"),
    "migrate": (_migrate, "bring the tables up to date, as their owner"),
}

if __name__ == "__main__":
    main()
