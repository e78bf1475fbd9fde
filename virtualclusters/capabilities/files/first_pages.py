"""Pictures of a paper's first pages, so that a person who decides about it sees it beside her work without opening it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import structlog

from virtualclusters.capabilities.files import page_drawing, store

LONGEST_SECONDS = 15

log = structlog.get_logger(__name__)


class NotDrawn(Exception):
    """No picture came about: the drawing could not be started, or the paper is broken or takes too much of it."""


def draw_first_pages(paper: Path, stored_as: str) -> int:
    """Draw the first two pages of a rewritten PDF and return how many pictures now stand in the store.

    The drawing is a process of its own without surroundings, ended after 15 seconds or a gibibyte. A paper that cannot be
    drawn is still a paper: it has no pictures, and that is written in the log and told beside the paper. A store that cannot be
    written to is an error like any other.
    """
    with tempfile.TemporaryDirectory(dir=paper.parent) as folder:
        try:
            pages = _run(paper, Path(folder) / "page")
        except NotDrawn as failure:
            log.warning("paper_not_drawn", stored_as=stored_as, why=str(failure))
            return 0
        for number in range(1, pages + 1):
            (Path(folder) / f"page.{number}.jpeg").replace(store.drawn(stored_as, number))
    return pages


def _run(paper: Path, beginning: Path) -> int:
    """How many pages the drawing program drew.

    Raises:
        NotDrawn: it could not be started (``OSError``), ended badly or too late, or did not say how many.
    """
    command = [sys.executable, "-I", page_drawing.__file__, str(paper), str(beginning)]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            cwd="/",
            env={},
            timeout=LONGEST_SECONDS,
        )
        return int(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise NotDrawn(type(error).__name__) from error
