"""The indexer: one process a node that follows the events and writes the index."""

import hashlib
import signal
import socket
import threading

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connections

from virtualclusters.capabilities.events.feeds import feed
from virtualclusters.capabilities.search.sources import all_sources
from virtualclusters.capabilities.search.writing import AnotherWriter, Writer, mark_rebuilt, rebuilds_waiting

PAUSE = 0.5
"""Seconds between two looks at the events. With the commit it keeps saved → findable under two seconds."""
AFTER_TROUBLE = 1.0
"""Seconds until the next try when PostgreSQL or the lock is not to be had."""

log = structlog.get_logger(__name__)


def run_forever(stop=None):
    """Follow the events until the process is told to end (SIGTERM, SIGINT) or `stop`, a `threading.Event`, is set.

    It waits while another indexer of this node runs, and goes on by itself after a restart of PostgreSQL.
    """
    stop = stop or _stop_by_signal()
    writer = None
    while not stop.is_set():
        try:
            close_old_connections()
            writer = writer or Writer()
            busy = catch_up(writer)
            stop.wait(0 if busy else PAUSE)
        except AnotherWriter:
            stop.wait(AFTER_TROUBLE)
        except (OperationalError, InterfaceError) as trouble:
            log.warning("search_indexer_waits_for_database", trouble=type(trouble).__name__)
            connections.close_all()
            stop.wait(AFTER_TROUBLE)
    if writer:
        writer.close()


def catch_up(writer):
    """Mend what is broken, do the rebuilds that were asked for, then index what the next events changed; True when there may be more."""
    writer.mend_broken()
    for wanted in rebuilds_waiting():
        writer.rebuild(wanted.source)
        mark_rebuilt()
    with feed(feed_name()) as events:
        for source in all_sources().values():
            ids = set(source.changed(events)) if events else set()
            if ids:
                writer.index(source, ids)
        if events:
            writer.commit()
    return bool(events)


def feed_name():
    """The feed of this node's index: nodes read the events each for themselves."""
    where = f"{socket.gethostname()}:{settings.VIRTUALCLUSTERS_STATE}"
    return f"search:{hashlib.sha256(where.encode()).hexdigest()[:16]}"


def _stop_by_signal():
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop
