"""Sending a checked file: always to be saved, never shown as a page of ours."""

from django.http import FileResponse

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import open_checked, open_page
from virtualclusters.capabilities.files.purposes import KINDS

SAFE_TO_NAME = {"pdf", "jpeg", "png", "webp"}


def serve(file: File) -> FileResponse:
    """The response that sends a file. The caller has checked that the reader may have it.

    Raises:
        NotFound: it is not checked.
    """
    content_type = KINDS[file.kind].types[0] if file.kind in SAFE_TO_NAME else "application/octet-stream"
    return _sent(open_checked(file), file.name, content_type)


def serve_page(file: File, number: int) -> FileResponse:
    """The response that sends the picture of a paper's page, under the same rights as the paper.

    Raises:
        NotFound: it is not checked, or has no picture of that page.
    """
    return _sent(open_page(file, number), f"{number}.jpeg", "image/jpeg")


def _sent(content, name, content_type):
    response = FileResponse(content, as_attachment=True, filename=name, content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
