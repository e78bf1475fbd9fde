"""The hours that a person gave: by month and year, and as a table to take along."""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.models import Session
from virtualclusters.ui.formatters import month_names

CALLS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Month:
    """The hours and sessions of one month."""

    name: str
    year: int
    hours: Decimal
    sessions: int


def months_of(person, language) -> list[Month]:
    """Months in which she gave hours, the newest first. One query."""
    names = month_names(language)
    rows = Session.objects.filter(adviser=person).annotate(month=TruncMonth("held_on")).order_by("-month")
    counted = rows.values("month").annotate(hours=Sum("hours"), sessions=Count("pk"))
    return [Month(names[row["month"].month - 1], row["month"].year, row["hours"], row["sessions"]) for row in counted]


def years_of(months: list[Month]) -> dict[int, Decimal]:
    """Hours by year, the newest first."""
    years: dict[int, Decimal] = {}
    for month in months:
        years[month.year] = years.get(month.year, Decimal(0)) + month.hours
    return years


def table_of(person) -> str:
    """Her sessions as CSV with a byte order mark, so that a spreadsheet reads Hindi; what looks like a formula is made harmless."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([_("Day"), _("Hours"), _("How"), _("Unit"), _("Notes")])
    rows = Session.objects.filter(adviser=person).select_related("engagement__lead__organisation")
    for row in rows.order_by("held_on", "pk"):
        firm = row.engagement.lead.organisation.name
        table.writerow([row.held_on.isoformat(), row.hours, row.get_way_display(), _plain(firm), _plain(row.notes)])
    return "\ufeff" + written.getvalue()


def _plain(text):
    return f"'{text}" if text.startswith(CALLS_A_FORMULA) else text
