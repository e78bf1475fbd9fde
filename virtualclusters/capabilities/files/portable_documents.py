"""PDF papers are written anew without anything that acts: scripts, launches, attached files, forms with programs."""

from pathlib import Path

import pikepdf

from virtualclusters.capabilities.files.purposes import Kind, Purpose
from virtualclusters.capabilities.files.refusals import Unfit

MOST_PAGES = 300
ACTING_KEYS = (
    "/AA",
    "/OpenAction",
    "/JavaScript",
    "/JS",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/XFA",
    "/Launch",
    "/RichMedia",
    "/AF",
    "/EF",
)
HARMLESS_ACTIONS = ("/GoTo", "/URI", "/Named")
ACTING_ANNOTATIONS = ("/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D")


def rewrite(source: Path, target: Path, kind: Kind, purpose: Purpose) -> None:
    """Write a PDF anew with what acts removed; what stood before or after the document is dropped with it.

    Title, author and other metadata go too. Links to web pages stay.

    Raises:
        Unfit: it cannot be read, is locked, or has more than 300 pages.
    """
    try:
        with pikepdf.open(source) as document:
            if len(document.pages) > MOST_PAGES:
                raise Unfit("too_many_pages")
            _disarm(document)
            document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=False)
    except pikepdf.PasswordError as error:
        raise Unfit("locked") from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Unfit("broken") from error


def _disarm(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        _disarm_object(thing)
    for page in document.pages:
        _drop_acting_annotations(page)
    for key in ("/Metadata", "/Collection"):
        if key in document.Root:
            del document.Root[key]
    del document.docinfo


def _disarm_object(thing: object, depth: int = 0) -> None:
    """Take acting keys from a dictionary and from the dictionaries written inside it."""
    if isinstance(thing, pikepdf.Array):
        values = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _drop_keys(thing)
        values = [thing[key] for key in thing.keys()]  # noqa: SIM118 - a PDF dictionary iterates over nothing else
    else:
        return
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect and depth < 50:
            _disarm_object(value, depth + 1)


def _drop_keys(thing: pikepdf.Object) -> None:
    for key in ACTING_KEYS:
        if key in thing:
            del thing[key]
    for key in ("/A", "/Next", "/PA"):
        if key in thing and _acts(thing[key]):
            del thing[key]


def _acts(action: object) -> bool:
    """Whether an action does more than go to a page or open a web address."""
    if isinstance(action, pikepdf.Dictionary) and "/S" in action:
        return str(action["/S"]) not in HARMLESS_ACTIONS
    return isinstance(action, pikepdf.Array)


def _drop_acting_annotations(page: pikepdf.Page) -> None:
    if "/Annots" in page:
        kept = [note for note in page.Annots if str(note.get("/Subtype", "")) not in ACTING_ANNOTATIONS]
        page.Annots = pikepdf.Array(kept)
