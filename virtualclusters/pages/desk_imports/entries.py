"""The desk's entry for files."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.queries import imports_of
from virtualclusters.network.desk_entries import DeskEntry, Figure


def files_waiting(*, actor, at):
    """Her files whose columns wait to be confirmed."""
    count = imports_of(actor.person).filter(state=Import.State.GUESSED).count()
    return Figure(count, _("No file waits for you.") if not count else _("You have to confirm the columns."))


ENTRY = DeskEntry(
    url_name="desk_imports",
    label=gettext_lazy("Files"),
    about=gettext_lazy("Bring in notices and lists from a file."),
    permission=ImportPermission.IMPORT_RUN,
    figure=files_waiting,
    position=30,
)
