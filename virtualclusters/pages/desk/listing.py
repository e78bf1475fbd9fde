"""Organisations as rows of a list or a file."""

import csv
import io

from django.db.models import Exists, OuterRef, Prefetch
from django.utils.translation import gettext as _

from virtualclusters.capabilities.imports.giving_back import guarded
from virtualclusters.network.organisations.models import Organisation, Unit
from virtualclusters.network.verification.badges import has_something_verified
from virtualclusters.ui.formatters import long_date
from virtualclusters.ui.state_tiles import STATE_NAMES

STEP = 500


def organisations_where(*, words="", kind="", state="", verified=""):
    """Organisations that were not closed, newest first, narrowed by what is given."""
    found = Organisation.objects.filter(closed_at=None).annotate(is_verified=has_something_verified())
    if words:
        found = found.filter(name__icontains=words)
    if kind:
        found = found.filter(kind=kind)
    if state:
        found = found.filter(Exists(Unit.objects.filter(organisation=OuterRef("pk"), state=state, closed_at=None)))
    if verified:
        found = found.filter(is_verified=verified == "yes")
    open_units = Prefetch("units", Unit.objects.filter(closed_at=None).order_by("id"), to_attr="open_units")
    return found.prefetch_related(open_units).order_by("-created_at", "-id")


def row_of(organisation):
    """Name, kind, place, whether something was verified, whether somebody of its own has claimed it, and since when it stands here."""
    return [
        organisation.name,
        organisation.get_kind_display(),
        _place(organisation),
        _("Verified") if organisation.is_verified else _("Not verified"),
        _("Claimed") if organisation.claimed_at else _("Not claimed"),
        long_date(organisation.created_at),
    ]


def headings():
    """Of the cells of `row_of`."""
    return [_("Name"), _("Kind"), _("Place"), _("Verified"), _("Claimed"), _("Here since")]


def csv_lines(organisations):
    """The rows as CSV, in UTF-8 with its mark, so that Excel reads Hindi."""
    yield "\ufeff" + _line(headings())
    for organisation in organisations.iterator(chunk_size=STEP):
        yield _line([guarded(cell) for cell in row_of(organisation)])


def _line(cells):
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _place(organisation):
    if not organisation.open_units:
        return ""
    unit = organisation.open_units[0]
    return ", ".join(part for part in (unit.district, str(STATE_NAMES.get(unit.state, ""))) if part)
