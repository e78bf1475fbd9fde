"""Where the bytes lie: private folders under the state folder, names made by us, nothing that runs or renders.

``quarantine/`` holds what was sent, ``checked/`` what may be read, ``drawn/`` pictures of
papers' first pages.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

CHUNK = 64 * 1024


class TooLarge(Exception):
    """More bytes came than were allowed; what had been written is gone."""


def quarantined(stored_as: str) -> Path:
    """The path of a file that is not checked yet."""
    return _folder("quarantine", stored_as) / stored_as


def checked(stored_as: str) -> Path:
    """The path of a checked file."""
    return _folder("checked", stored_as) / stored_as


def drawn(stored_as: str, number: int) -> Path:
    """The path of the picture of a checked paper's page, counted from 1."""
    return _folder("drawn", stored_as) / f"{stored_as}.{number}.jpeg"


def _folder(shelf: str, stored_as: str) -> Path:
    folder = Path(settings.VIRTUALCLUSTERS_STATE) / "files" / shelf / stored_as[:2]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def all_paths() -> list[Path]:
    """Every stored file, checked or not."""
    return [path for path in (Path(settings.VIRTUALCLUSTERS_STATE) / "files").rglob("*") if path.is_file()]


def write_stream(upload, path: Path, *, most_bytes: int) -> tuple[int, str]:
    """Write what comes, up to a size, and return its size and SHA-256.

    Raises:
        TooLarge: the cut-off was reached.
    """
    size, digest = 0, hashlib.sha256()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            for chunk in _chunks(upload):
                size += len(chunk)
                if size > most_bytes:
                    raise TooLarge
                digest.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return size, digest.hexdigest()


def _chunks(upload) -> Iterator[bytes]:
    """Pieces of an upload or of any open file; the length a sender claims is never asked."""
    while chunk := upload.read(CHUNK):
        yield chunk
