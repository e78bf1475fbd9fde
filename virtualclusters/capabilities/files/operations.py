"""Taking files in, and handing checked ones out."""

from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.files import store
from virtualclusters.capabilities.files.jobs import check_file
from virtualclusters.capabilities.files.models import File, random_name
from virtualclusters.capabilities.files.names import shown_name
from virtualclusters.capabilities.files.purposes import MEBIBYTE, PURPOSES
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.foundation.errors import NotFound, Refused


def receive(upload, *, person, purpose: str, at, name: str = "") -> File:
    """Stream an upload into quarantine and ask for its check.

    Args:
        upload: an uploaded file or any open binary file.
        person: who sends it; None on the command line.
        purpose: a key of `purposes.PURPOSES`.
        name: what to call it when the upload has no name.

    Raises:
        Refused: it is empty (``file_empty``) or larger than the purpose allows (``file_too_large``).
    """
    most_bytes, stored_as = PURPOSES[purpose].most_bytes, random_name()
    path = store.quarantined(stored_as)
    try:
        size, sha256 = store.write_stream(upload, path, most_bytes=most_bytes)
    except store.TooLarge as error:
        most = _("Send a file of at most %(number)s MB.") % {"number": most_bytes // MEBIBYTE}
        raise Refused("file_too_large", _("This file is too large."), most) from error
    if size == 0:
        path.unlink()
        raise Refused("file_empty", _("There is nothing in this file."), _("Choose the file again."))
    with transaction.atomic():
        file = File.objects.create(
            owner=person,
            purpose=purpose,
            name=shown_name(name or Path(getattr(upload, "name", "") or "file").name),
            declared_type=(getattr(upload, "content_type", "") or "")[:100],
            size=size,
            sha256=sha256,
            stored_as=stored_as,
            created_at=at,
        )
        enqueue(check_file, lock=one_after_the_other(file), file_id=file.pk)
    return file


def one_after_the_other(file: File) -> str:
    """The lock of jobs that check this file, so that two never do it at once."""
    return f"file-{file.pk}"


def open_checked(file: File) -> BinaryIO:
    """A checked file, open for reading.

    Raises:
        NotFound: it is not checked, or was refused.
    """
    return checked_path(file).open("rb")


def open_page(file: File, number: int) -> BinaryIO:
    """The picture of a checked paper's page, counted from 1, open for reading.

    Raises:
        NotFound: it is not checked, or has no picture of that page.
    """
    if file.state != File.State.CHECKED or not 1 <= number <= file.pages_drawn:
        raise NotFound
    return store.drawn(file.stored_as, number).open("rb")


def checked_path(file: File) -> Path:
    """Where a checked file lies.

    Raises:
        NotFound: it is not checked, or was refused.
    """
    if file.state != File.State.CHECKED:
        raise NotFound
    return store.checked(file.stored_as)
