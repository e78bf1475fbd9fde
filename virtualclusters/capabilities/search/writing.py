"""The one writer of this node's index: documents in, documents out, and rebuilds."""

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice

import structlog
from django.db.models import Max

from virtualclusters.capabilities.search.index import WRITER_MEMORY, as_indexed, folder, open_index
from virtualclusters.capabilities.search.keeping import keep
from virtualclusters.capabilities.search.marks import clear, is_broken, mark_ready
from virtualclusters.capabilities.search.models import IndexedDocument, Rebuild
from virtualclusters.capabilities.search.sources import all_sources

A_BATCH = 500

log = structlog.get_logger(__name__)


class AnotherWriter(Exception):
    """A process of this node writes the index already: there is one writer an index."""


class Writer:
    """Holds the write locks of all sources' indexes, which the system frees when the process ends, however it ends."""

    def __init__(self):
        self._writers = {}
        for name in all_sources():
            self._writers[name] = self._locked(name)

    def _locked(self, name):
        try:
            return _opened(name).writer(WRITER_MEMORY, num_threads=1)
        except ValueError as busy:
            if "LockBusy" in str(busy):
                self._writers.clear()
                raise AnotherWriter from busy
            raise

    def close(self):
        """Give the locks back. What was not committed is lost, and is done again."""
        for writer in self._writers.values():
            writer.wait_merging_threads()
        self._writers.clear()

    def index(self, source, ids):
        """Bring these documents of a source up to date. They can be found after `commit`."""
        writer = self._writers[source.name]
        for batch in _batches(sorted(set(ids))):
            documents = list(source.documents(batch))
            for document_id in batch:
                writer.delete_documents_by_term("id", document_id)
            for document in documents:
                writer.add_document(as_indexed(document))
            keep(source=source.name, ids=batch, documents=documents)

    def commit(self):
        """Let readers find what was written."""
        for writer in self._writers.values():
            writer.commit()

    def rebuild(self, name=""):
        """Index one source or all of them anew. Readers find the old documents until the end, then the new ones."""
        for source in _sources_named(name):
            self._writers[source.name].delete_all_documents()
            known = IndexedDocument.objects.filter(source=source.name).values_list("object_id", flat=True)
            self.index(source, [*source.all_ids(), *known])
            self._writers[source.name].commit()
            mark_ready(source.name)

    def mend_broken(self):
        """Throw away what readers found broken and fill it anew. Until then the database is searched."""
        for name in [name for name in self._writers if is_broken(name)]:
            log.error("search_index_mended", source=name)
            del self._writers[name]
            shutil.rmtree(folder(name))
            self._writers[name] = self._locked(name)
            clear(name, "broken")
            self.rebuild(name)


def _opened(name):
    """The index of a source; one that cannot be read is thrown away and begun anew, which leads to a rebuild."""
    try:
        return open_index(name)
    except ValueError as broken:
        log.error("search_index_thrown_away", source=name, reason=str(broken))
        shutil.rmtree(folder(name))
        clear(name, "ready")
        _mark().unlink(missing_ok=True)
        return open_index(name)


def rebuilds_waiting():
    """Rebuilds that this node has not done; a new index waits for all sources."""
    done = _rebuilt_until()
    return list(Rebuild.objects.filter(pk__gt=done).order_by("pk")) if done is not None else [Rebuild(source="")]


def mark_rebuilt():
    """Remember beside the index that every rebuild asked for until now is done."""
    latest = Rebuild.objects.aggregate(latest=Max("pk"))["latest"] or 0
    _mark().write_text(str(latest))


def _rebuilt_until():
    return int(_mark().read_text()) if _mark().exists() else None


def _mark():
    return folder() / "rebuilt_until"


def _sources_named(name):
    sources = all_sources()
    return [sources[name]] if name else list(sources.values())


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    remaining = iter(ids)
    while batch := list(islice(remaining, A_BATCH)):
        yield batch
