"""Removing bytes that no row points at: what a broken-off request or a killed check left behind."""

from datetime import datetime, timedelta
from pathlib import Path

from virtualclusters.capabilities.files import store
from virtualclusters.capabilities.files.models import File

GRACE = timedelta(days=1)


def sweep(*, at: datetime) -> int:
    """Remove abandoned bytes older than a day; returns how many files went."""
    wanted = {
        *(store.quarantined(name) for name in _names(File.State.QUARANTINED)),
        *(store.checked(name) for name in _names(File.State.CHECKED)),
        *(store.drawn(name, number) for name, number in _drawn()),
    }
    abandoned = [path for path in store.all_paths() if path not in wanted and _older(path, at - GRACE)]
    for path in abandoned:
        path.unlink(missing_ok=True)
    return len(abandoned)


def _names(state: str) -> list[str]:
    return list(File.objects.filter(state=state).values_list("stored_as", flat=True))


def _drawn() -> list[tuple[str, int]]:
    """The stored name and the number of every page that stands as a picture."""
    papers = File.objects.filter(state=File.State.CHECKED, pages_drawn__gt=0).values_list("stored_as", "pages_drawn")
    return [(name, number) for name, pages in papers for number in range(1, pages + 1)]


def _older(path: Path, moment: datetime) -> bool:
    return path.stat().st_mtime < moment.timestamp()
