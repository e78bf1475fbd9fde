"""Keeps child processes running: one that ends is started again, after waits that grow."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from virtualclusters.foundation.processes import follow_parent

LOOKS_EVERY = 0.2
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
HEALTHY_AFTER = 30.0
SECONDS_TO_STOP = 30.0


@dataclass
class Child:
    """One program to keep running, and what became of it so far."""

    name: str
    command: list[str]
    environment: dict[str, str] | None = None
    process: subprocess.Popen | None = field(default=None, repr=False)
    started_at: float = 0.0
    start_after: float = 0.0
    wait: float = FIRST_WAIT

    def tend(self, now: float) -> None:
        """Start it when it is due; note its end, and when it is due again."""
        if self.process is None:
            if now >= self.start_after:
                self._start(now)
        elif self.process.poll() is not None:
            self._note_end(now)

    def tell(self, signal_number: int) -> None:
        """Send a signal to the program; SIGKILL goes to everything it started as well."""
        if self.process is None:
            return
        try:
            send = os.killpg if signal_number == signal.SIGKILL else os.kill
            send(self.process.pid, signal_number)
        except ProcessLookupError:
            return

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def _start(self, now: float) -> None:
        self.started_at = now
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=follow_parent(signal.SIGTERM),  # noqa: PLW1509
        )

    def _note_end(self, now: float) -> None:
        """What it left behind must not hold its port or its locks."""
        self.tell(signal.SIGKILL)
        if now - self.started_at > HEALTHY_AFTER:
            self.wait = FIRST_WAIT
        status = self.process.returncode if self.process else None
        sys.stderr.write(f"{self.name} ended (status {status}); it starts again in {self.wait:g} s\n")
        self.process, self.start_after = None, now + self.wait
        self.wait = min(self.wait * 2, LONGEST_WAIT)


class Supervisor:
    """Runs children until SIGINT, SIGTERM or SIGHUP comes; then stops them all, and waits for them."""

    def __init__(self, children: list[Child], *, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.children = children
        self.meanwhile = meanwhile
        self.told_to_stop = False

    def run(self) -> None:
        """Blocks. ``meanwhile`` is called at every look, five times a second."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            while not self.told_to_stop:
                for child in self.children:
                    child.tend(time.monotonic())
                self.meanwhile()
                time.sleep(LOOKS_EVERY)
        finally:
            self._end_children()

    def _stop(self, *_: object) -> None:
        self.told_to_stop = True

    def _end_children(self) -> None:
        for child in self.children:
            child.tell(signal.SIGTERM)
        deadline = time.monotonic() + SECONDS_TO_STOP
        while time.monotonic() < deadline and not all(child.has_ended() for child in self.children):
            time.sleep(LOOKS_EVERY)
        for child in self.children:
            child.tell(signal.SIGKILL)
