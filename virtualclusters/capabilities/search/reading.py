"""This process's view of the indexes: opened at the first search, never at import, and brought up to date before each."""

import os
import threading
from contextlib import contextmanager

import tantivy

from virtualclusters.capabilities.search.index import folder, schema
from virtualclusters.capabilities.search.marks import is_ready, mark_broken

_lock = threading.Lock()
_opened = {}


class IndexUnreadable(Exception):
    """The index is missing, not filled yet, broken or of another version; the database is searched instead."""


@contextmanager
def searcher(source):
    """A searcher of a source's index that sees the last commit, and the schema it was opened with.

    Raises:
        IndexUnreadable: also when the block itself fails on the index. The indexer is asked to fill a broken one anew.
    """
    if not is_ready(source):
        raise IndexUnreadable(f"{source} is not filled yet")
    try:
        opened = _opened_at(f"{folder()}/{source}")
        yield opened.searcher(), opened.index.schema
    except BaseException as broken:
        if not _is_damage(broken):
            raise
        forget()
        mark_broken(source)
        raise IndexUnreadable(str(broken)) from broken


def _is_damage(trouble):
    """Whether the index is at fault, not the text that was asked for.

    tantivy panics on files whose inside is wrong; that is no ordinary exception.
    """
    if isinstance(trouble, UnicodeError):
        return False
    return isinstance(trouble, ValueError | OSError) or type(trouble).__name__ == "PanicException"


def forget():
    """Close what this process has open, for a folder that was replaced."""
    with _lock:
        _opened.clear()


class _Opened:
    """An index, and the state of its folder when it was last read: a commit replaces the file that lists its parts."""

    def __init__(self, path):
        if not tantivy.Index.exists(path):
            raise FileNotFoundError(path)
        self._list = f"{path}/meta.json"
        self._read = None
        self.index = tantivy.Index(schema(), path=path)
        self.index.config_reader("manual")

    def searcher(self):
        """A searcher that sees the last commit."""
        found = os.stat(self._list)
        written = (found.st_ino, found.st_mtime_ns, found.st_size)
        if written != self._read:
            self.index.reload()
            self._read = written
        return self.index.searcher()


def _opened_at(path):
    with _lock:
        if path not in _opened:
            _opened[path] = _Opened(path)
        return _opened[path]
