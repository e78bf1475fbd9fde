"""Where an embedded server lives, and as whom it runs."""

import hashlib
import os
import pwd
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYSTEM_FOLDER = Path("/var/lib/virtualclusters")
SYSTEM_ACCOUNT = "virtualclusters"
LONGEST_SOCKET_PATH = 107
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Account:
    """A system account, and what ``subprocess`` must be told to run a command as it."""

    uid: int
    gid: int

    def own(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)

    @property
    def process_options(self) -> dict[str, Any]:
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True)
class Place:
    """The folders of one server: ``state`` is the portal's, ``home`` holds the data, the socket and the log.

    They differ when root starts the portal: PostgreSQL refuses to run as root, and the account that runs it instead
    cannot pass root's private folders. Then ``state/postgres`` points to ``home`` in the system's own state folder.
    """

    state: Path
    home: Path

    @classmethod
    def of(cls, state: Path) -> "Place":
        """The place of a state folder, whether or not anything stands there yet."""
        state = state.resolve()
        door = state / "postgres"
        if door.is_symlink() or door.exists() or os.geteuid() != 0:
            return cls(state=state, home=door.resolve())
        return cls(state=state, home=SYSTEM_FOLDER / _digest(state))

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def socket_folder(self) -> Path:
        """Private, and short enough for the 107 bytes a socket's path may have."""
        inside = self.home / "socket"
        if len(os.fsencode(inside / SOCKET_NAME)) + len(".lock") <= LONGEST_SOCKET_PATH:
            return inside
        return Path(tempfile.gettempdir()) / f"virtualclusters-{_digest(self.home)}"

    def account(self) -> Account:
        """Who runs the server: the caller, or for root the owner of what stands here, else a made system account."""
        if os.geteuid() != 0:
            return Account(uid=os.geteuid(), gid=os.getegid())
        if self.home.exists() and (owner := self.home.stat()).st_uid != 0:
            return Account(uid=owner.st_uid, gid=owner.st_gid)
        return system_account()

    def make(self, account: Account) -> None:
        """Make the folders, readable by the server's account alone."""
        self.state.mkdir(parents=True, exist_ok=True)
        if account.uid != os.geteuid():
            SYSTEM_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
        for folder in (self.home, self.socket_folder):
            _private_folder(folder, account)
        door = self.state / "postgres"
        if self.home != door.resolve() and not door.is_symlink():
            door.symlink_to(self.home)


def system_account() -> Account:
    """The made system account, created when it is missing. Only root can ask for it."""
    try:
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    except KeyError:
        _create_system_account()
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    return Account(uid=entry.pw_uid, gid=entry.pw_gid)


def _create_system_account() -> None:
    shell = ["--no-create-home", "--home-dir", str(SYSTEM_FOLDER), "--shell", "/usr/sbin/nologin"]
    subprocess.run(["useradd", "--system", "--user-group", *shell, SYSTEM_ACCOUNT], check=True)


def _private_folder(folder: Path, account: Account) -> None:
    """Make a folder of mode 0700 owned by the account.

    Raises:
        PermissionError: something else stands there, or another account owns it.
    """
    if not folder.exists():
        folder.mkdir(mode=0o700)
        account.own(folder)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != account.uid:
        raise PermissionError(f"{folder} belongs to another account. Remove it, or choose another state folder.")
    folder.chmod(0o700)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
