"""Whether a long writing transaction holds the feeds back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

LONGEST = timedelta(seconds=5)

OLDEST_WRITER = """
    SELECT pid, application_name, xact_start, clock_timestamp() - xact_start
    FROM pg_stat_activity
    WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
    ORDER BY backend_xid::text::xid8 LIMIT 1
"""


@dataclass(frozen=True)
class Writer:
    """A transaction that has written and not ended. ``age`` is how long it has run."""

    pid: int
    application: str
    since: datetime
    age: timedelta

    @property
    def is_too_old(self) -> bool:
        """No transaction of ours may live over five seconds; bulk work commits every 500 rows."""
        return self.age > LONGEST


def oldest_writing_transaction() -> Writer | None:
    """The transaction, other than the caller's, that holds every feed back furthest.

    The portal's role sees its own transactions; those of other roles only where it holds ``pg_read_all_stats``.
    """
    with connection.cursor() as cursor:
        cursor.execute(OLDEST_WRITER)
        row = cursor.fetchone()
    return Writer(*row) if row else None
