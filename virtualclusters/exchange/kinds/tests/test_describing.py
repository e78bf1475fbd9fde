"""The page about the paths says what the tables say."""

from pathlib import Path

from virtualclusters.exchange.kinds.describing import paths_in_words
from virtualclusters.exchange.kinds.paths import PATHS

PAGE = Path(__file__).parents[4] / "docs" / "paths.md"


def test_the_page_about_the_paths_is_current():
    assert PAGE.read_text(encoding="utf-8") == paths_in_words(), "Run: virtualclusters manage write_paths"


def test_the_page_has_a_row_for_every_step_of_every_path():
    rows = [line for line in paths_in_words().splitlines() if line.startswith("| ") and "---" not in line]

    assert len(rows) == sum(len(path.steps) + 1 for path in PATHS.values())
