"""What stands in the database and on the disk before the first page: catalogues, assets, reference data, samples."""

import hashlib
import sys
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.urls import reverse

from virtualclusters.foundation.postgres.locks import exclusive
from virtualclusters.ui.messages import compile_all

ALWAYS = ["load_reference_data", "import_schemes"]
SAMPLES = ["load_sample_data"]
PEOPLE = "sample_people"


def load() -> str:
    """Bring everything up to date; each step does nothing when nothing changed. Returns the table of sample people."""
    compile_all()
    collect_assets()
    wanted = ALWAYS + (SAMPLES if settings.VIRTUALCLUSTERS_SAMPLES else [])
    for command in existing(wanted):
        call_command(command, stdout=sys.stderr)
    return _words_about_samples() if settings.VIRTUALCLUSTERS_SAMPLES else ""


def _words_about_samples() -> str:
    """Who can sign in, and where the codes that they are sent can be read."""
    people = StringIO()
    for command in existing([PEOPLE]):
        call_command(command, stdout=people)
    outbox = f"{settings.SITE_ADDRESS}{reverse('outbox')}"
    return f"{people.getvalue()}Nothing leaves this machine: codes and messages appear at {outbox}\n"


def existing(commands: list[str]) -> list[str]:
    """Those of the commands that some app has."""
    known = get_commands()
    return [command for command in commands if command in known]


def collect_assets() -> None:
    """Collect and compress static files when one of them changed since the last time; one process does it for all."""
    root, now = Path(settings.STATIC_ROOT), _digest_of_assets()
    root.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(root.with_suffix(".lock")):
        stamp = root / ".collected"
        if stamp.exists() and stamp.read_text() == now:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def _digest_of_assets() -> str:
    digest = hashlib.sha256()
    for path in sorted(settings.PACKAGE.glob("**/static/**/*")):
        found = path.stat()
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
