"""Opening a file as bytes, unpacking gzip on the way with a hand on the brake."""

import gzip
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from virtualclusters.capabilities.imports.reading.limits import Limits
from virtualclusters.capabilities.imports.reading.problems import TableProblem

GZIP = b"\x1f\x8b"
BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)


def is_gzip(path: Path) -> bool:
    """Whether the content says gzip."""
    with path.open("rb") as stream:
        return stream.read(2) == GZIP


class Braked:
    """A stream that stops once more bytes were read than are allowed."""

    def __init__(self, stream: BinaryIO, most_bytes: int) -> None:
        self._stream = stream
        self._left = most_bytes

    def read(self, size: int = -1) -> bytes:
        """Read as a file does; a broken packing and too much content are table problems."""
        try:
            data = self._stream.read(size if 0 <= size <= self._left else self._left + 1)
        except BROKEN as broken:
            raise TableProblem("broken") from broken
        self._left -= len(data)
        if self._left < 0:
            raise TableProblem("unpacks_too_large")
        return data

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """What `io.BufferedReader` asks of a raw stream."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readable = staticmethod(lambda: True)
    writable = seekable = staticmethod(lambda: False)
    closed = False

    def close(self) -> None:
        """Close the stream beneath."""
        self._stream.close()

    flush = staticmethod(lambda: None)


@contextmanager
def open_unpacked(path: Path, limits: Limits):
    """The bytes of a file, unpacked when it is gzip.

    Raises:
        TableProblem: the packing is broken, or more than `limits.most_unpacked_bytes` come out.
    """
    with gzip.open(path, "rb") if is_gzip(path) else path.open("rb") as stream:
        yield Braked(stream, limits.most_unpacked_bytes)
