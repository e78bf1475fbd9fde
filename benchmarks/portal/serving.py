"""Processes that share one state folder, and granian as the portal runs it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from virtualclusters.foundation.postgres import connection_url

ROOT = Path(__file__).resolve().parent.parent.parent
CLI = "virtualclusters.config.cli"
PORTAL = "virtualclusters.config.wsgi:application"
KEEPING_NOTHING = {"PUBLIC_PAGE_SECONDS": "0"}
"""Each page drawn anew."""


def environment_in(folder):
    """What processes of a benchmark run in: the folder's own database as the portal and as its owner, samples loaded, a free port."""
    port = str(_free_port())
    return os.environ | {
        "VIRTUALCLUSTERS_STATE": str(folder),
        "DATABASE_URL": connection_url(Path(folder), role="app"),
        "DATABASE_OWNER_URL": connection_url(Path(folder), role="owner"),
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
        "VIRTUALCLUSTERS_SAMPLES": "true",
        "PGOPTIONS": "-c statement_timeout=300s",
        "PORT": port,
    }


def run(environment, module, *arguments, given=None):
    """What a module prints, run as a process of its own; ``given`` goes to its standard input."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {module} {' '.join(arguments)}\n")
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, input=given, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


@contextmanager
def serving(application, environment):
    """The address at which granian serves an application as ``make run`` does."""
    port = _free_port()
    shape = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "1", "--respawn-failed-workers", "--no-ws"]
    command = [sys.executable, "-m", "granian", *shape, "--port", str(port), "--log-level", "warning", application]
    without = {name: value for name, value in environment.items() if name != "PGOPTIONS"}
    process = subprocess.Popen(command, env=without, cwd=ROOT)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait_for(port, process):
    while process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server did not start.")


def _free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
