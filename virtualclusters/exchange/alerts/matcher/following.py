"""A thread of the worker that loads the postings, follows the events, saves, and has them built anew when that is due."""

import subprocess
import sys
import threading
import time

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone

from virtualclusters.capabilities.events.feeds import events_after
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.exchange.alerts.matcher.columns import rows_of
from virtualclusters.matching.postings import Unreadable
from virtualclusters.network.organisations import search
from virtualclusters.network.organisations.models import Unit

PAUSE = 0.5
"""Seconds between two looks at the events."""
AFTER_TROUBLE = 5.0
SAVED_AFTER_CHANGES = 20_000
SAVED_AFTER = 900.0
"""Seconds: so long at most what was followed is in memory only. After a kill it is followed again from the events."""
TOO_OLD = 7 * 86_400.0
"""Seconds after which everything is built anew: numbers fill their room, and a size may change with the law."""
REBUILD = [sys.executable, "-m", "django", "rebuild_postings"]

log = structlog.get_logger(__name__)


def follow_in_background() -> None:
    """Begin to hold postings in this process. It ends with the process."""
    threading.Thread(target=Follower().run, name="postings", daemon=True).start()


class Follower:
    """One process's follower. Building is left to a process of its own, so that this one stays small and quick."""

    def __init__(self) -> None:
        self.building: subprocess.Popen | None = None
        self.saved_at = time.monotonic()

    def run(self) -> None:
        """Look again and again; what goes wrong is logged, and meanwhile PostgreSQL answers."""
        while True:
            try:
                close_old_connections()
                time.sleep(0 if self.look() else PAUSE)
            except (OperationalError, InterfaceError) as trouble:
                log.warning("postings_wait_for_database", trouble=type(trouble).__name__)
                connections.close_all()
                time.sleep(AFTER_TROUBLE)

    def look(self) -> bool:
        """Load what is newer, follow the next events, save or have it built anew; True when there may be more to follow."""
        try:
            if self._is_file_newer():
                holding.load()
        except Unreadable as broken:
            self._build(str(broken))
            return False
        if not is_held():
            self._build("there is none")
            return False
        busy = catch_up()
        self._save_when_due()
        if is_due_for_building():
            self._build("it is crowded or old")
        return busy

    def _is_file_newer(self) -> bool:
        """Whether the file is not the one that was loaded or saved last. While one is being built the old one is left alone."""
        if self.building is not None and self.building.poll() is None:
            return False
        with holding.held() as now:
            return holding.stamp() is not None and (now is None or now.stamp != holding.stamp())

    def _build(self, why: str) -> None:
        if self.building is not None and self.building.poll() is None:
            return
        if self.building is not None and self.building.returncode:
            log.error("postings_not_built", status=self.building.returncode)
            time.sleep(AFTER_TROUBLE)
        log.warning("postings_are_built", why=why)
        self.building = subprocess.Popen(REBUILD, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def _save_when_due(self) -> None:
        with holding.held() as now:
            late = time.monotonic() - self.saved_at > SAVED_AFTER
            if now is not None and now.unsaved and (late or now.unsaved > SAVED_AFTER_CHANGES):
                holding.save(now)
                self.saved_at = time.monotonic()


def is_held() -> bool:
    """Whether postings answer in this process."""
    with holding.held() as now:
        return now is not None


def is_due_for_building() -> bool:
    """Whether what is held is crowded or old."""
    with holding.held() as now:
        return now is not None and (now.postings.is_crowded or time.time() - now.built_at > TOO_OLD)


def catch_up() -> bool:
    """Bring what is held in line with the next events; True when there may be more."""
    with holding.held() as now:
        position = now.position if now is not None else None
    if position is None:
        return False
    events, after = events_after(position)
    changed = changed_units(events) if events else set()
    rows = rows_of(changed, at=timezone.now()) if changed else {}
    with holding.held() as now:
        if now is not None and now.position == position:
            now.postings.replace(rows)
            now.position, now.unsaved = after, now.unsaved + len(rows)
    return bool(events)


def changed_units(events) -> set[int]:
    """The units that these events may have changed: their own, and all of organisations that changed."""
    units = {event.subject_id for event in events if event.subject == "unit"}
    organisations = set(search.changed(events))
    if organisations:
        units |= set(Unit.objects.filter(organisation__in=organisations).values_list("pk", flat=True))
    return units
