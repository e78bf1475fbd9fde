"""Reading events once, in order, without losing those that commit late.

An id says when an event was begun, not when it was committed: a reader that goes by ids alone passes over a row whose
transaction ends after that of a later id. A feed therefore reads only what was written by transactions older than every
one that still runs, in the order (transaction, id). So one long writing transaction holds all feeds back: see
``alarms``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from virtualclusters.capabilities.events.models import Event, FeedCursor

# The half after OR is for tests that run in one transaction. In operation a feed's transaction has written nothing
# before it reads, for it is durable: no other transaction is around it.
UNREAD = """
    SELECT event.* FROM events_event event
    WHERE (event.tx, event.id) > (
        SELECT cursor.tx, cursor.event_id FROM events_feedcursor cursor WHERE cursor.name = %s
    ) AND (event.tx < pg_snapshot_xmin(pg_current_snapshot()) OR event.tx = pg_current_xact_id_if_assigned())
    ORDER BY event.tx, event.id LIMIT %s
"""

AFTER = """
    SELECT event.* FROM events_event event
    WHERE (event.tx, event.id) > (%s::xid8, %s)
      AND (event.tx < pg_snapshot_xmin(pg_current_snapshot()) OR event.tx = pg_current_xact_id_if_assigned())
    ORDER BY event.tx, event.id LIMIT %s
"""

HERE = """
    SELECT (SELECT system_identifier FROM pg_control_system())::text || ' ' || current_database(),
        pg_snapshot_xmin(pg_current_snapshot())::text
"""

MOVE = """
    UPDATE events_feedcursor SET (tx, event_id) = (SELECT tx, id FROM events_event WHERE id = %s) WHERE name = %s
"""


@contextmanager
def feed(name: str, *, size: int = 500) -> Iterator[list[Event]]:
    """The next events that this feed has not read, oldest first; an empty list when there are none.

        with feed("search_index") as events:
            index(events)

    The feed moves on when the block ends well, and reads the same events again when it does not: so what the block does
    may be done twice. Two readers of one feed take turns. Keep the block short, as it holds a writing transaction.

    Raises:
        RuntimeError: called inside a transaction.
    """
    with transaction.atomic(durable=True):
        FeedCursor.objects.bulk_create([FeedCursor(name=name)], ignore_conflicts=True)
        FeedCursor.objects.select_for_update().get(name=name)
        events = list(Event.objects.raw(UNREAD, [name, size]))
        yield events
        if events:
            _move(name, events[-1])


@dataclass(frozen=True)
class Position:
    """A place in the events of one server's database, for readers that keep their own, beside what they derive."""

    server: str
    transaction: str
    event_id: int


def position_now() -> Position:
    """The place before everything that is not yet told to all: what is read from the tables after asking this holds all before it."""
    with connection.cursor() as cursor:
        cursor.execute(HERE)
        server, transaction_number = cursor.fetchone()
    return Position(server, transaction_number, 0)


def events_after(position: Position, *, size: int = 500) -> tuple[list[Event], Position]:
    """The next events after a place, as ``feed`` reads them, and the place behind the last of them. Keeps nothing."""
    events = list(Event.objects.raw(AFTER, [position.transaction, position.event_id, size]))
    if not events:
        return [], position
    return events, Position(position.server, str(events[-1].tx), events[-1].pk)


def rewind(name: str) -> None:
    """Let a feed read everything again, as when what it feeds is rebuilt."""
    FeedCursor.objects.filter(name=name).delete()


def _move(name: str, last: Event) -> None:
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [last.pk, name])
