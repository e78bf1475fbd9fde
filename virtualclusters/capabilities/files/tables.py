"""Tables are kept as they came; workbooks were looked into when their kind was found, packed text is unpacked here
and counted.
"""

import gzip
import shutil
import zlib
from pathlib import Path

from virtualclusters.capabilities.files.purposes import Kind, Purpose
from virtualclusters.capabilities.files.refusals import Unfit

CHUNK = 256 * 1024
MOST_RATIO = 200


def keep(source: Path, target: Path, kind: Kind, purpose: Purpose) -> None:
    """Keep a table.

    Raises:
        Unfit: packed text is broken or grows too large.
    """
    if kind.name == "gzip":
        _count_unpacked(source, min(purpose.most_unpacked_bytes, source.stat().st_size * MOST_RATIO))
    shutil.copyfile(source, target)
    target.chmod(0o600)


def _count_unpacked(source: Path, most: int) -> None:
    size = 0
    try:
        with gzip.open(source, "rb") as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > most:
                    raise Unfit("unpacks_too_large")
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Unfit("broken") from error
