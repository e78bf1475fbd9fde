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
    return apply_many([(row, source)])[0]


def apply_many(batch: list[tuple[Row, Source]]) -> list[str]:
    """Keep the notices of a batch of one file."""
    if not batch:
        return []
    notices, first = [notice_of(row, source) for row, source in batch], batch[0][1]
    kept = operations.keep_many(notices, at=first.as_of, import_id=first.import_id, replayed=first.as_of != first.at)
    for (_row, source), (_outcome, before) in zip(batch, kept, strict=True):
        source.before = before
    return [outcome for outcome, _before in kept]


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
    apply_many=apply_many,
    rows_a_transaction=100,
    undo=undo,
    put_back=put_back,
    sentences={"closes_before_published": _("This day is before the day the notice was published.")},
)
