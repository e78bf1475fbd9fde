"""Reads of wishes for cards and for the comparison of answers: one query however many."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.trainings.models import WishAnswer
from virtualclusters.ui.formatters import inr, long_date, number
from virtualclusters.ui.languages import OWN_NAMES


def wish_facts(detail) -> dict:
    """The further line of a card."""
    return {"line": wish_in_words(detail)}


def wish_in_words(detail) -> str:
    """How many people, how it shall be held, in which languages."""
    people = detail.people and ngettext("%(n)s person", "%(n)s people", detail.people) % {"n": number(detail.people)}
    languages = ", ".join(OWN_NAMES[code] for code in detail.languages if code in OWN_NAMES)
    return " · ".join(filter(None, [people, detail.get_mode_display() if detail.mode else "", languages]))


def answer_facts(engagement_ids) -> dict[int, dict]:
    """Per answer its cost and its time. One query."""
    rows = WishAnswer.objects.filter(engagement__in=engagement_ids)
    return {row.engagement_id: {"cost": inr(row.fee) if row.fee else _("Free"), "time": _time(row)} for row in rows}


def _time(row):
    hours = ngettext("%(n)s hour", "%(n)s hours", row.hours) % {"n": number(row.hours)}
    return _("%(hours)s, from %(day)s") % {"hours": hours, "day": long_date(row.first_day)}
