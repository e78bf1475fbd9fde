"""The guide to adding an area is followed word for word: its files are written, migrated, tested and checked."""

import ast
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.test_house import RINGS
from tests.database import PLAIN_STORAGES
from virtualclusters.foundation.postgres import roles

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guides" / "adding-an-area.md"
BLOCK = re.compile(r"^`(virtualclusters/[^`]+)`\n\n```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SETTINGS_FILE = "virtualclusters/config/settings.py"
AREA = "virtualclusters.areas.cold_rooms"
SETTINGS = """\
from pathlib import Path

import virtualclusters.areas

virtualclusters.areas.__path__.append(str(Path(__file__).parent / "virtualclusters" / "areas"))

from virtualclusters.config.settings import *  # noqa: E402, F403

INSTALLED_APPS = [*INSTALLED_APPS, {lines}]  # noqa: F405
STORAGES = {storages}
"""
CONFTEST = """\
import pytest


@pytest.fixture(scope="session")
def django_db_setup():
    \"\"\"The database is there already.\"\"\"
"""
HOUSE = ["test_house.py", "test_kinds.py"]
CHECKS = "(cold_room and not hindi and not journey) or foreign_key or every_address"
"""What looks at the area; its words are not translated and its journey is not written yet."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody who has followed the guide in a folder of her own, with a database of her own."""

    folder: Path
    owner_url: str
    app_url: str

    def run(self, *arguments: str, as_owner: bool = False) -> str:
        """What a Python command said. Fails the test, with all that was said, when the command fails."""
        environment = os.environ | {
            "PYTHONPATH": f"{self.folder}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "guide_settings",
            "DATABASE_URL": self.owner_url if as_owner else self.app_url,
        }
        done = subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def blocks():
    """File name to content, as the guide has them."""
    return dict(BLOCK.findall(GUIDE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def newcomer(blocks, postgres_server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    for name, content in blocks.items():
        if name != SETTINGS_FILE:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    area = folder / AREA.replace(".", "/")
    (area / "__init__.py").touch()
    (area / "tests" / "__init__.py").touch()
    settings = SETTINGS.format(lines=blocks[SETTINGS_FILE].strip(), storages=PLAIN_STORAGES)
    (folder / "guide_settings.py").write_text(settings, encoding="utf-8")
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    with postgres_server.clone() as database:
        yield Newcomer(
            folder, postgres_server.url(role=roles.OWNER, database=database), postgres_server.url(database=database)
        )


def test_the_guide_makes_an_area_that_migrates_works_and_passes_the_checks_of_the_house(newcomer):
    newcomer.run("-m", "django", "makemigrations", "cold_rooms", "-n", "cold_rooms")
    newcomer.run("-m", "django", "makemigrations", "cold_rooms", "--check", "--dry-run")
    newcomer.run("-m", "django", "migrate", "cold_rooms", as_owner=True)

    shared = ["-q", "-c", str(ROOT / "pyproject.toml"), "--ds=guide_settings", "-p", "no:cacheprovider"]
    own = newcomer.run("-m", "pytest", *shared, "--rootdir", str(newcomer.folder), str(newcomer.folder))
    house = newcomer.run(
        "-m", "pytest", *shared, "-k", CHECKS, *(str(ROOT / "tests" / "architecture" / name) for name in HOUSE)
    )

    assert (_passed(own), _passed(house)) == (5, 10)


def _passed(said):
    return int(re.search(r"(\d+) passed", said)[1])


def test_the_guide_imports_only_what_stands_below_an_area(blocks):
    upward = [
        f"{name}: {module}"
        for name, content in blocks.items()
        if name.endswith(".py") and name != SETTINGS_FILE
        for module in _imported(content)
        if module.startswith("virtualclusters.") and not _below_an_area(module)
    ]

    assert upward == []


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["style", "format"])
def test_the_guide_is_written_as_the_house_is(blocks, command):
    objections = [
        done.stdout
        for name, content in blocks.items()
        if name.endswith(".py") and name != SETTINGS_FILE
        if (done := _ruff(command, name, content)).returncode
    ]

    assert objections == []


def _ruff(command, name, content):
    """What ruff says of a file as if it stood in the repository."""
    own = "lint.isort.known-first-party = ['virtualclusters', 'tests']"
    asked = [sys.executable, "-m", "ruff", *command, "--config", own, "--stdin-filename", str(ROOT / name), "-"]
    return subprocess.run(asked, cwd=ROOT, input=content, capture_output=True, text=True, check=False)


def _imported(content):
    nodes = ast.walk(ast.parse(content))
    return [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]


def _below_an_area(module):
    ring = module.split(".")[1]
    return module.startswith(AREA) or RINGS.index(ring) < RINGS.index("areas")
