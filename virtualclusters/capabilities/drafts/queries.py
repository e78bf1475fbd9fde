"""A person's drafts, for her export and her erasure."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.drafts.models import Draft


def forget(*, person, at: datetime) -> None:
    """Forget all that an erased person typed and did not send."""
    Draft.objects.filter(person=person).delete()


def _export_rows(person) -> Iterable[dict]:
    return Draft.objects.filter(person=person).order_by("updated_at").values("form", "subject", "values", "updated_at")


EXPORT = Section(
    "drafts",
    _("What you typed and did not send"),
    _export_rows,
    {"form": _("Form"), "subject": _("What it is about"), "values": _("Answers"), "updated_at": _("When")},
)
