"""What a row of a file of tender notices means."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.tenders import operations
from virtualclusters.areas.tenders.fields import FIELDS
from virtualclusters.areas.tenders.notice import notice_of, number_of
from virtualclusters.capabilities.imports.specs import Problem, Row, RowSpec, Source


def check(row: Row) -> list[Problem]:
    """A notice whose last day for bids is before the day it was published is not believed."""
    published, closes = row.get("published_at"), row.get("bids_until")
    if published and closes and closes < published:
        return [Problem("bids_until", "closes_before_published")]
    return []


def apply(row: Row, source: Source) -> str:
    """Keep the notice a row tells of."""
    outcome, source.before = operations.keep(notice_of(row, source), at=source.as_of, import_id=source.import_id)
    return outcome


def undo(import_id: int, most: int) -> int:
    """Take away notices that an import added."""
    return operations.take_away(import_id=import_id, most=most, at=timezone.now())


def put_back(_key: str, before: dict) -> None:
    """Restore a notice that an import changed."""
    operations.put_back(before)


TENDERS = RowSpec(
    name="tenders",
    label=_("Tender notices"),
    fields=FIELDS,
    key=number_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    sentences={"closes_before_published": _("This day is before the day the notice was published.")},
)
