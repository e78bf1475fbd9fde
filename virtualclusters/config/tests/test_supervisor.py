"""Children that die are started again; all of them end with the supervisor, however it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[3]
SUPERVISE = """
import sys
from virtualclusters.config.supervisor import Child, Supervisor
note = "import os, sys, time; print(os.getpid(), file=open(sys.argv[1], 'a')); time.sleep(600)"
Supervisor([Child(name, [sys.executable, "-c", note, sys.argv[1]]) for name in ("first", "second")]).run()
"""


@pytest.fixture
def supervisor(tmp_path):
    command = [sys.executable, "-c", SUPERVISE, str(tmp_path / "started")]
    running = subprocess.Popen(command, cwd=SOURCE, stderr=subprocess.PIPE, text=True)
    yield running
    running.kill()
    running.communicate()


def started(tmp_path, *, at_least: int) -> list[int]:
    """Process ids of the children in the order they started, once there are so many."""
    began = time.monotonic()
    while time.monotonic() - began < 20:
        path = tmp_path / "started"
        ids = [int(line) for line in path.read_text().split()] if path.exists() else []
        if len(ids) >= at_least:
            return ids
        time.sleep(0.05)
    raise AssertionError("the children did not start")


def all_end(process_ids: list[int]) -> bool:
    began = time.monotonic()
    while time.monotonic() - began < 20:
        if not any(Path(f"/proc/{process_id}").exists() for process_id in process_ids):
            return True
        time.sleep(0.05)
    return False


def test_child_that_is_killed_is_started_again_and_the_other_left_alone(supervisor, tmp_path):
    first = started(tmp_path, at_least=2)
    os.kill(first[0], signal.SIGKILL)

    now = started(tmp_path, at_least=3)

    assert (len(now), Path(f"/proc/{first[1]}").exists(), Path(f"/proc/{now[2]}").exists()) == (3, True, True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_ends_its_children_and_itself(supervisor, tmp_path, number):
    children = started(tmp_path, at_least=2)
    supervisor.send_signal(number)

    assert (supervisor.wait(20), all_end(children)) == (0, True)


def test_killed_it_takes_its_children_along(supervisor, tmp_path):
    children = started(tmp_path, at_least=2)
    supervisor.kill()

    assert all_end(children)
