"""This process's view of the indexes: opened at the first search, never at import, and brought up to date before each."""

import threading
from contextlib import contextmanager

import tantivy

from virtualclusters.capabilities.search.index import folder, schema

_lock = threading.Lock()
_opened = {}


class IndexUnreadable(Exception):
    """The index is missing, broken or of another version; the database is searched instead."""


@contextmanager
def searcher(source):
    """A searcher of a source's index that sees the last commit, and the schema it was opened with.

    Raises:
        IndexUnreadable: also when the block itself fails on the index.
    """
    try:
        index = _index(str(folder(source)))
        index.reload()
        yield index.searcher(), index.schema
    except (ValueError, OSError) as broken:
        forget()
        raise IndexUnreadable(str(broken)) from broken


def forget():
    """Close what this process has open, for a folder that was replaced."""
    with _lock:
        _opened.clear()


def _index(path):
    with _lock:
        if path not in _opened:
            if not tantivy.Index.exists(path):
                raise FileNotFoundError(path)
            index = tantivy.Index(schema(), path=path)
            index.config_reader("manual")
            _opened[path] = index
        return _opened[path]
