"""PostgreSQL's 64-bit transaction number as a column."""

from django.db import models
from django.db.models import Func


class CurrentTransaction(Func):
    """The number of the transaction that runs now."""

    function = "pg_current_xact_id"
    template = "%(function)s()"


class TransactionNumberField(models.Field):
    """``xid8``. The driver gives it back as text, so compare it in SQL only."""

    description = "Transaction number"

    def db_type(self, connection) -> str:
        return "xid8"
