"""A person's part in her firm's answers, in her export, and what is emptied when she is erased."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.schemes.models import SchemeAnswers


def _rows(person):
    rows = SchemeAnswers.objects.filter(owners_kept_by=person).order_by("pk")
    return rows.values("unit__organisation__name", "women", "sc_st", "minority", "answered_at")


EXPORT = Section(
    "scheme_answers",
    _("Who owns your firm, kept to find schemes"),
    _rows,
    {
        "unit__organisation__name": _("Firm"),
        "women": _("Owned by women"),
        "sc_st": _("Owned by Scheduled Castes or Tribes"),
        "minority": _("Owned by a minority community"),
        "answered_at": _("Answered on"),
    },
)
