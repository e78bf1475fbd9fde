"""The file of all tables says what the migrations say, and is used for empty databases only."""

import subprocess
import sys
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.database import ROOT
from virtualclusters.config.structure import DIGEST, STRUCTURE, digest_of_migrations, is_of_these_migrations, lay_out

MODELS_AT_THE_BEGINNING = "import django; django.setup(); from django.apps import apps; print(len(apps.get_models()))"


def test_no_migration_changed_since_the_structure_was_written():
    assert is_of_these_migrations(STRUCTURE.read_text()), "Run: make structure"


def test_an_empty_database_gets_every_table_and_all_migrations_count_as_done(empty_database):
    assert lay_out(STRUCTURE.read_text()) is True

    tables = set(connection.introspection.table_names())
    assert {
        model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed
    } <= tables
    assert f"{DIGEST}{digest_of_migrations()}\n" == STRUCTURE.read_text().splitlines(keepends=True)[0]
    assert ("rules", "0002_reserved_lists_and_paper_days") in MigrationRecorder(connection).applied_migrations()


def test_a_database_with_tables_is_left_to_the_migrations(empty_database):
    lay_out(STRUCTURE.read_text())

    assert lay_out(STRUCTURE.read_text()) is False


def test_a_structure_of_other_migrations_is_not_laid_out(empty_database):
    assert lay_out(STRUCTURE.read_text().replace(digest_of_migrations(), "0123456789abcdef")) is False
    assert connection.introspection.table_names() == []


def test_every_model_is_known_as_soon_as_the_apps_are(django_test_environment):
    import_module(settings.ROOT_URLCONF)
    done = subprocess.run(
        [sys.executable, "-c", MODELS_AT_THE_BEGINNING], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )

    assert int(done.stdout) == len(apps.get_models())


@pytest.mark.full
def test_the_migrations_draw_what_the_structure_says(tmp_path):
    drawn = tmp_path / "structure.sql"
    subprocess.run(
        [sys.executable, "-m", "virtualclusters.config.cli", "structure", "--to", drawn], cwd=ROOT, check=True
    )

    assert drawn.read_text() == STRUCTURE.read_text()
