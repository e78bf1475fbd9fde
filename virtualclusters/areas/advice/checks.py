"""What is looked at when the portal starts: a holiday that is no day would silently be a working day."""

from datetime import date

from django.conf import settings
from django.core.checks import Error

A_LEAP_YEAR = "2024-"


def holidays_are_days(app_configs, **options):
    """Every entry of ``PUBLIC_HOLIDAYS`` is a day of every year, or of one."""
    wrong = [entry for entry in settings.PUBLIC_HOLIDAYS if not _is_day(entry)]
    hint = "Write 01-26 for a day of every year, 2026-11-09 for one day."
    return [Error(f"PUBLIC_HOLIDAYS: {entry!r} is no day.", hint=hint, id="advice.E001") for entry in wrong]


def _is_day(entry):
    try:
        day = date.fromisoformat(entry if len(entry) > len("01-26") else A_LEAP_YEAR + entry)
    except ValueError:
        return False
    return day.isoformat().endswith(entry)
