"""Two marks beside each source's index: that it is whole and may be searched, and that somebody found it broken.

A reader finds damage, the indexer mends it: they are different processes, and the folder is what they share.
"""

import os

from virtualclusters.capabilities.search.index import folder


def is_ready(source):
    """Whether the index was filled once and not thrown away since."""
    return os.path.exists(_path(source, "ready"))


def mark_ready(source):
    """Let readers search the index."""
    (folder() / f"{source}.ready").touch()


def is_broken(source):
    """Whether a reader could not read the index."""
    return os.path.exists(_path(source, "broken"))


def mark_broken(source):
    """Ask the indexer to throw the index away and fill it anew; meanwhile nobody searches it."""
    if folder(source).exists():
        (folder() / f"{source}.broken").touch()
        clear(source, "ready")


def clear(source, mark):
    """Take a mark away."""
    (folder() / f"{source}.{mark}").unlink(missing_ok=True)


def _path(source, mark):
    return f"{folder()}/{source}.{mark}"
