"""Writing a notice: once however often it is told, with its sources, and with a corrigendum when what was told changes."""

from collections import defaultdict
from datetime import datetime, time
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from virtualclusters.areas.tenders.buyers import highest
from virtualclusters.areas.tenders.concepts import concepts_in
from virtualclusters.areas.tenders.models import Corrigendum, TenderDetail
from virtualclusters.areas.tenders.notice import Notice, twin_key
from virtualclusters.areas.tenders.twins import twin_of
from virtualclusters.capabilities.imports.specs import Outcome
from virtualclusters.exchange.opportunities.models import Opportunity, Source
from virtualclusters.exchange.opportunities.operations import add_source, put_many, record_of
from virtualclusters.foundation.time import day_in_india, to_ist
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.buyers import units_of_buyers

CORRIGENDUM_FIELDS = (
    "title",
    "closes_at",
    "bids_until",
    "bids_open_at",
    "pre_bid_meeting_at",
    "value",
    "fee",
    "emd_amount",
    "emd_percent",
)
"""A change of one of these is a corrigendum; a new status or stage is not."""


@transaction.atomic
def keep_many(
    notices: list[Notice], *, at: datetime, import_id: int | None, replayed: bool = False
) -> list[tuple[Outcome, dict | None]]:
    """The same for a batch: what is surely new is written in a handful of statements, the rest one by one, in their order."""
    known, elsewhere = _known_sources(notices), _told_by_others(notices, at)
    kept: list[tuple[Outcome, dict | None]] = []
    new: list[Notice] = []
    seen: set[tuple[str, str]] = set()
    unwritten: set[tuple[str, str]] = set()
    for notice in notices:
        marks = _marks(notice, at)
        if source := known.get(notice.name):
            kept.append(_told_again(source.opportunity, notice, at=at))
        elif any(elsewhere[mark] - {notice.portal} for mark in marks) or notice.name in seen:
            if notice.name in seen or unwritten.intersection(marks):
                _add_all(new, at=at, import_id=import_id, replayed=replayed)
                new.clear()
                unwritten.clear()
            kept.append(keep(notice, at=at, import_id=import_id, replayed=replayed))
        else:
            new.append(notice)
            unwritten.update(marks)
            kept.append((Outcome.ADDED, None))
        seen.add(notice.name)
        for mark in marks:
            elsewhere[mark].add(notice.portal)
    _add_all(new, at=at, import_id=import_id, replayed=replayed)
    return kept


def _marks(notice, at):
    """By what a twin of it could be found."""
    return ("number", notice.number), ("twin", twin_key(notice.buyer_key, _last_day(notice, at)))


def _known_sources(notices):
    rows = Source.objects.filter(reference__in={notice.number for notice in notices})
    rows = rows.filter(portal__in={notice.portal for notice in notices}).select_related("opportunity__tender_detail")
    return {(source.portal, source.reference): source for source in rows}


def _told_by_others(notices, at):
    """For each mark the portals that told of a notice with it."""
    marks = {mark for notice in notices for mark in _marks(notice, at)}
    numbers, keys = ([value for kind, value in marks if kind == wanted] for wanted in ("number", "twin"))
    near = TenderDetail.objects.filter(Q(tender_id__in=numbers) | Q(twin_key__in=keys))
    portals = defaultdict(set)
    for number, key, portal in near.values_list("tender_id", "twin_key", "opportunity__sources__portal"):
        portals["number", number].add(portal)
        portals["twin", key].add(portal)
    return portals


def _add_all(notices, *, at, import_id, replayed):
    if not notices:
        return
    units = units_of_buyers([highest(notice.chain) for notice in notices], at=at)
    rows = [_columns(notice, units[notice.buyer_key], at) for notice in notices]
    made = list(
        zip(put_many(kind="tender", notices=rows, actor=PORTAL, at=at, replayed=replayed), notices, strict=True)
    )
    TenderDetail.objects.bulk_create(_detail(opportunity, notice, at, import_id) for opportunity, notice in made)
    Source.objects.bulk_create(
        Source(
            opportunity=opportunity,
            portal=notice.portal,
            reference=notice.number,
            address=notice.address,
            fetched_at=at,
        )
        for opportunity, notice in made
    )


def _columns(notice, unit, at):
    asked = concepts_in(notice)
    days = {"published_at": _first_day(notice, at), "closes_at": _last_day(notice, at)}
    return {**notice.opportunity, **days, "unit": unit, "unread_words": asked.unread}, asked.concepts


def _detail(opportunity, notice, at, import_id):
    key = twin_key(notice.buyer_key, _last_day(notice, at))
    return TenderDetail(opportunity=opportunity, twin_key=key, brought_by_id=import_id, **notice.detail)


@transaction.atomic
def keep(notice: Notice, *, at: datetime, import_id: int | None, replayed: bool = False) -> tuple[Outcome, dict | None]:
    """Add a notice, or what it says beyond what is known, and return what became of it with what undo needs.

    Args:
        at: the moment it is judged by; a notice that is closed by then alerts nobody.
        replayed: that moment is not now: a file is replayed as if it were another day.
    """
    known = Source.objects.filter(portal=notice.portal, reference=notice.number)
    if source := known.select_related("opportunity__tender_detail").first():
        return _told_again(source.opportunity, notice, at=at)
    key = twin_key(notice.buyer_key, _last_day(notice, at))
    if (twin := twin_of(notice, key)) is not None:
        return _told_elsewhere(twin, notice, at=at)
    _add_all([notice], at=at, import_id=import_id, replayed=replayed)
    return Outcome.ADDED, None


def _last_day(notice, at):
    """When it closes: the last day for bids, else the day they are opened, else it counts as closed when it came."""
    return max(notice.closes_at or _first_day(notice, at), _first_day(notice, at))


def _first_day(notice, at):
    return notice.opportunity["published_at"] or at


def _told_again(opportunity, notice, *, at):
    """The same portal tells of it again: what changed is written, and what matters to a bidder becomes a corrigendum."""
    changed = _differences(opportunity, notice.columns_told())
    changed |= _differences(opportunity.tender_detail, notice.detail_told())
    if not changed:
        return Outcome.SAME, None
    before = _write(opportunity, changed)
    if any(name in CORRIGENDUM_FIELDS for name in changed):
        before["corrigendum"] = _add_corrigendum(opportunity, changed, before, at).pk
    code = "opportunity.changed" if opportunity.is_open(at) and "corrigendum" in before else "opportunity.updated"
    record_of(code, opportunity, actor=PORTAL, at=at)
    return Outcome.CHANGED, before


def _told_elsewhere(opportunity_id, notice, *, at):
    """Another portal tells of it: one more source, and what the first left blank."""
    opportunity = Opportunity.objects.select_related("tender_detail").get(pk=opportunity_id)
    add_source(opportunity=opportunity, portal=notice.portal, reference=notice.number, address=notice.address, at=at)
    told = notice.columns_told() | notice.detail_told()
    blank = {name: value for name, value in told.items() if _current(opportunity, name) in (None, "", [], "unknown")}
    before = _write(opportunity, blank)
    before["source"] = Source.objects.get(portal=notice.portal, reference=notice.number).pk
    record_of("opportunity.updated", opportunity, actor=PORTAL, at=at)
    return Outcome.CHANGED, before


def _differences(row, told):
    return {name: value for name, value in told.items() if not _says_the_same(getattr(row, name), value)}


def _says_the_same(before, after):
    """A day without a time says nothing new about a moment of that day."""
    if isinstance(before, datetime) and isinstance(after, datetime) and day_in_india(before) == day_in_india(after):
        return before == after or to_ist(after).time() in (time(0), time(23, 59, 59))
    return before == after


def _current(opportunity, name):
    return getattr(_owner(opportunity, name), name)


def _owner(opportunity, name):
    return opportunity if name in Notice.OPPORTUNITY_COLUMNS else opportunity.tender_detail


def _write(opportunity, changed):
    """Write the changed columns and return the old ones as plain values."""
    before = {"opportunity": opportunity.pk, "columns": {name: plain(_current(opportunity, name)) for name in changed}}
    for name, value in changed.items():
        setattr(_owner(opportunity, name), name, value)
    for row in (opportunity, opportunity.tender_detail):
        if names := [name for name in changed if _owner(opportunity, name) is row]:
            row.save(update_fields=names)
    return before


def _add_corrigendum(opportunity, changed, before, at):
    tender = opportunity.tender_detail
    changes = [
        {"field": name, "before": before["columns"][name], "after": plain(value)}
        for name, value in changed.items()
        if name in CORRIGENDUM_FIELDS
    ]
    return Corrigendum.objects.create(tender=tender, number=tender.corrigenda.count() + 1, at=at, changes=changes)


def plain(value):
    """A column's value as JSON keeps it."""
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


@transaction.atomic
def put_back(before: dict) -> None:
    """Restore a notice as it was before a change: its columns, its corrigenda, its sources."""
    opportunity = Opportunity.objects.select_related("tender_detail").filter(pk=before["opportunity"]).first()
    if opportunity is None:
        return
    columns = {name: _read(_owner(opportunity, name), name, value) for name, value in before["columns"].items()}
    _write(opportunity, columns)
    Corrigendum.objects.filter(pk=before.get("corrigendum")).delete()
    Source.objects.filter(pk=before.get("source")).delete()


def _read(row, name, value):
    return None if value is None else row._meta.get_field(name).to_python(value)


@transaction.atomic
def take_away(*, import_id: int, most: int, at: datetime) -> int:
    """Remove up to so many notices that an import added; those that someone follows or another portal tells of stay."""
    added = TenderDetail.objects.filter(brought_by=import_id, opportunity__engagements=None)
    alone = [
        tender.opportunity
        for tender in added.select_related("opportunity")[:most]
        if tender.opportunity.sources.count() <= 1
    ]
    for opportunity in alone:
        record_of("opportunity.removed", opportunity, actor=PORTAL, at=at)
        opportunity.delete()
    return len(alone)
