"""What the portal forgets by itself once it has waited long enough."""

from django.db import connection

from virtualclusters.capabilities.jobs import job

EXPIRED = "DELETE FROM cache WHERE expires < %s"
"""The table is that of the setting ``CACHES``."""


@job(name="config.forget_expired", cron="*/15 * * * *")
def forget_expired(*, at):
    """Every quarter of an hour: remove what can no longer be read from the cache, such as a form that waited for a sign-in.

    Django itself removes such a row only when it is asked for again.
    """
    with connection.cursor() as cursor:
        cursor.execute(EXPIRED, [at])
