"""A person's part in notices, in her export."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.targeted_notices.models import OwnersFound


def _rows(person):
    rows = OwnersFound.objects.filter(agreed_by=person).order_by("pk")
    return rows.values("organisation__name", "women", "sc_st", "minority", "for_help", "agreed_at")


EXPORT = Section(
    "owners_found",
    _("By who owns your firm offices may find it"),
    _rows,
    {
        "organisation__name": _("Firm"),
        "women": _("Owned by women"),
        "sc_st": _("Owned by people of Scheduled Castes or Tribes"),
        "minority": _("Owned by people of a minority community"),
        "for_help": _("Advisers and NGOs may invite it by that too"),
        "agreed_at": _("Agreed on"),
    },
)
