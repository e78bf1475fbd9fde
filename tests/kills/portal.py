"""A whole portal with a PostgreSQL of its own, whose processes can be killed one by one."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.samples import STATIC_ROOT
from virtualclusters.foundation.postgres.passing import forget
from virtualclusters.foundation.postgres.places import Place

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN = 900


@dataclass(frozen=True)
class KilledPortal:
    """A running portal. ``address`` has no slash at its end."""

    address: str
    environment: dict[str, str]
    pid: int

    def tell(self, module, *arguments):
        """What a module of this folder prints when it is run against the portal's database."""
        command = [sys.executable, "-m", f"tests.kills.{module}", *arguments]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout

    def kill(self, what):
        """Kill -9 one process: ``worker``, ``web`` (one of granian's workers) or ``postgres``. False when none was there."""
        pid = {"worker": self._worker, "web": self._web, "postgres": self._postgres}[what]()
        if pid is None:
            return False
        os.kill(pid, signal.SIGKILL)
        return True

    def _worker(self):
        return next((pid for pid in _children(self.pid) if _command(pid)[-1:] == ["worker"]), None)

    def _web(self):
        granian = next((pid for pid in _children(self.pid) if "granian" in _command(pid)), None)
        return max(_children(granian), default=None) if granian else None

    def _postgres(self):
        file = Place.of(Path(self.environment["VIRTUALCLUSTERS_STATE"])).data / "postmaster.pid"
        return int(file.read_text().split()[0]) if file.exists() else None


@contextmanager
def running_portal(state):
    """``make run`` on a folder: PostgreSQL with its keeper, what the folder lacks of data and samples, web, worker, indexer."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    unset = {"DATABASE_URL", "DATABASE_OWNER_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in unset} | {
        "VIRTUALCLUSTERS_STATE": str(state),
        "STATIC_ROOT": str(STATIC_ROOT),
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
        "PORT": str(port),
        "QUIET_HOURS": "false",
    }
    with (Path(state) / "portal.log").open("wb") as log:
        command = [sys.executable, "-m", "virtualclusters.config.cli", "run"]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
    try:
        _wait_until_it_answers(process, port, Path(state) / "portal.log")
        yield KilledPortal(f"http://localhost:{port}", environment, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        forget(Place.of(Path(state)))


def _wait_until_it_answers(process, port, log):
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"The portal did not start:\n{log.read_text()[-3000:]}")


def _children(parent):
    return [
        int(pid) for task in Path(f"/proc/{parent}/task").glob("*") for pid in (task / "children").read_text().split()
    ]


def _command(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]
