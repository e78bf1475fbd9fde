"""A person's hours of advice in her export. Her name stands with her person, so that erasing it empties it here too."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.advice.models import Session


def _rows(person):
    rows = Session.objects.filter(adviser=person).order_by("pk")
    return rows.values("held_on", "hours", "engagement__lead__organisation__name", "notes")


EXPORT = Section(
    "advice",
    _("Hours of advice you gave"),
    _rows,
    {
        "held_on": _("Day"),
        "hours": _("Hours"),
        "engagement__lead__organisation__name": _("Unit"),
        "notes": _("Notes"),
    },
)
