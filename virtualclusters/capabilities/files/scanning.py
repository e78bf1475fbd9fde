"""Looking for known harm: the EICAR test file always, and a ClamAV daemon when the setting CLAMD names one.

A daemon that does not answer is an error, never a pass: the file stays in quarantine and the job tries again.
"""

import socket
import struct
from pathlib import Path

from django.conf import settings

from virtualclusters.capabilities.files.refusals import Unfit

CHUNK = 64 * 1024
TIMEOUT_SECONDS = 20
# The agreed harmless test file of anti-virus makers (eicar.org), in two parts so that no scanner stumbles over this
# source.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class ScannerSilent(Exception):
    """The daemon gave no verdict."""


def scan(path: Path) -> None:
    """Raise when a file is known to be harmful.

    Raises:
        Unfit: it is (``malware``).
        ScannerSilent: the daemon answered neither yes nor no.
    """
    if _holds_eicar(path):
        raise Unfit("malware")
    if address := settings.CLAMD:
        _ask_daemon(address, path)


def _holds_eicar(path: Path) -> bool:
    carried = b""
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            if EICAR in carried + chunk:
                return True
            carried = chunk[-len(EICAR) :]
    return False


def _ask_daemon(address: str, path: Path) -> None:
    with _connect(address) as connection, path.open("rb") as stream:
        connection.sendall(b"zINSTREAM\0")
        while chunk := stream.read(CHUNK):
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        verdict = connection.recv(4096).rstrip(b"\0").strip()
    if verdict.endswith(b"FOUND"):
        raise Unfit("malware")
    if verdict != b"stream: OK":
        raise ScannerSilent(verdict.decode(errors="replace")[:100])


def _connect(address: str) -> socket.socket:
    """A connection to ``/path/of/socket`` or ``host:port``."""
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(TIMEOUT_SECONDS)
        connection.connect(address)
        return connection
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT_SECONDS)
