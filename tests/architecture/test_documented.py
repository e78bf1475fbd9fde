"""Every command is written down where a newcomer looks, and every link between the pages leads somewhere."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from virtualclusters.config.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks" / "README.md",
    *(ROOT / "docs").rglob("*.md"),
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_target_of_the_makefile_that_people_call_is_in_the_readme():
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert [name for name in targets if f"`make {name}`" not in README] == []


def test_every_command_of_the_portal_is_in_the_readme():
    documented = set(re.findall(r"`(?:virtualclusters )?([a-z]+)[^`]*`", README))

    assert set(COMMANDS) | {"database", "manage", "import"} <= documented


def test_every_django_command_of_ours_is_in_the_readme():
    own = [
        path.stem
        for app in apps.get_app_configs()
        if app.name.startswith("virtualclusters.")
        for path in Path(app.path, "management", "commands").glob("[a-z]*.py")
    ]
    imports = {name for name in own if name.startswith("import_")}

    assert [name for name in set(own) - imports if f"`{name}`" not in README] == []
    assert [name for name in imports if f"`virtualclusters import {name[7:]} FILE`" not in README] == []


def test_every_decision_stands_in_the_index():
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in (ROOT / "docs" / "decisions").glob("*.md") if path.name != "README.md"]

    assert [name for name in pages if f"]({name})" not in index] == []


def test_every_benchmark_is_described():
    told = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    modules = [path.stem for path in (ROOT / "benchmarks").glob("[a-z]*.py")]

    assert [name for name in modules if f"python -m benchmarks.{name}" not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_another_page_or_picture_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
