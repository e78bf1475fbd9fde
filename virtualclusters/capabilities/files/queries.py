"""The files a person sent, for her export. Their erasure follows the rows that point at them, whose code knows whose papers they are."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.files.models import File


def _export_rows(person) -> Iterable[dict]:
    return File.objects.filter(owner=person).order_by("created_at").values("name", "kind", "size", "created_at")


EXPORT = Section(
    "files",
    _("Files you sent"),
    _export_rows,
    {"name": _("Name"), "kind": _("Kind"), "size": _("Bytes"), "created_at": _("When")},
)
