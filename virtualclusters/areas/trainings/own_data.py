"""A person's trainings in her export, and what is emptied when she is erased."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.trainings.models import Attendee


def erase_person(*, person, at) -> None:
    """Empty her name wherever she was booked."""
    Attendee.objects.filter(person=person).update(person=None, name="", erased_at=at)


def _rows(person):
    rows = Attendee.objects.filter(person=person).order_by("pk")
    return rows.values("name", "engagement__opportunity__title", "engagement__opened_at", "engagement__phase")


EXPORT = Section(
    "trainings",
    _("Your trainings"),
    _rows,
    {
        "name": _("Name"),
        "engagement__opportunity__title": _("Training"),
        "engagement__opened_at": _("Booked on"),
        "engagement__phase": _("Where it stands"),
    },
)
