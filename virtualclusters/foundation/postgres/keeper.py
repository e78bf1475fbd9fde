"""The keeper of one embedded server: its parent process.

Started by the first launcher of a state folder, it outlives that launcher as long as another one uses the server. It
starts PostgreSQL again when it dies, and stops it when the last launcher has ended, however it ended: a launcher's use
is a shared file lock, which the system drops with the process.
"""

import signal
import subprocess
import sys
import time
from pathlib import Path

from virtualclusters.foundation.postgres.clusters import start
from virtualclusters.foundation.postgres.locks import FileLock
from virtualclusters.foundation.postgres.places import Place

LOOKS_EVERY = 0.25
STARTS_BEFORE_GIVING_UP = 40
LIVED = 5.0


def launching_lock(place: Place) -> Path:
    return place.state / "locks" / "launching"


def using_lock(place: Place) -> Path:
    return place.state / "locks" / "using"


def keeping_lock(place: Place) -> Path:
    """Held by the keeper. The file holds the process id of the server it keeps, once there is one."""
    return place.state / "locks" / "keeping"


def keep(place: Place) -> int:
    """Keep the server running while somebody uses it. Returns the exit status of the keeper."""
    keeping = FileLock(keeping_lock(place))
    if not keeping.try_take():
        return 0
    failed_starts = 0
    while failed_starts < STARTS_BEFORE_GIVING_UP:
        began = time.monotonic()
        server = start(place, place.account())
        keeping_lock(place).write_text(str(server.pid))
        if _wait_for_end(server, place):
            return 0
        failed_starts = 0 if time.monotonic() - began > LIVED else failed_starts + 1
    return 1


def _wait_for_end(server: subprocess.Popen[bytes], place: Place) -> bool:
    """True when the server was stopped for want of users; False when it died.

    A start right after a kill fails until the dead server's last children have left: that counts as a death too, and
    the next try is a quarter of a second later.
    """
    launching, using = FileLock(launching_lock(place)), FileLock(using_lock(place))
    try:
        while server.poll() is None:
            time.sleep(LOOKS_EVERY)
            if launching.try_take():
                if using.try_take():
                    _stop(server)
                    return True
                launching.release()
        time.sleep(LOOKS_EVERY)
        return False
    finally:
        launching.close()
        using.close()


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    server.wait()


def main() -> None:
    """The keeper's process: its one argument is the state folder."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    sys.exit(keep(Place.of(Path(sys.argv[1]))))
