"""From quarantine to readable: what is it, does it agree with its name, is it harmless, and its rewritten form."""

from pathlib import Path

from django.db import transaction

from virtualclusters.capabilities.files import pictures, portable_documents, scanning, sniffing, store, tables
from virtualclusters.capabilities.files.first_pages import draw_first_pages
from virtualclusters.capabilities.files.models import File, random_name
from virtualclusters.capabilities.files.names import ending
from virtualclusters.capabilities.files.purposes import KINDS, PDF, PURPOSES, Kind
from virtualclusters.capabilities.files.refusals import Unfit

REWRITERS = {
    "pdf": portable_documents.rewrite,
    "jpeg": pictures.rewrite,
    "png": pictures.rewrite,
    "webp": pictures.rewrite,
    "text": tables.keep,
    "gzip": tables.keep,
    "xlsx": tables.keep,
    "xls": tables.keep,
    "ods": tables.keep,
}


def check(*, file_id: int, at) -> File:
    """Decide about a quarantined file and return it; one already decided is returned as it is.

    The work is done outside any transaction and its verdict written in one conditional UPDATE, so two checks at once
    agree. An error that is not a verdict about the file (no disk, no scanner) leaves it in quarantine, and the job
    tries again.
    """
    file = File.objects.get(pk=file_id)
    if file.state == File.State.QUARANTINED:
        File.objects.filter(pk=file_id, state=File.State.QUARANTINED).update(checked_at=at, **_verdict(file))
        transaction.on_commit(lambda: store.quarantined(file.stored_as).unlink(missing_ok=True))
        file.refresh_from_db()
    return file


def _verdict(file: File) -> dict[str, object]:
    source, target = store.quarantined(file.stored_as), store.checked(file.stored_as)
    rewritten = target.with_suffix(f".{random_name()}")
    try:
        kind = _fit_kind(file, source)
        REWRITERS[kind.name](source, rewritten, kind, PURPOSES[file.purpose])
        rewritten.replace(target)
    except Unfit as unfit:
        return {"state": File.State.REFUSED, "reason": unfit.code}
    finally:
        rewritten.unlink(missing_ok=True)
    pages = draw_first_pages(target, file.stored_as) if kind is PDF else 0
    return {"state": File.State.CHECKED, "kind": kind.name, "size": target.stat().st_size, "pages_drawn": pages}


def _fit_kind(file: File, source: Path) -> Kind:
    scanning.scan(source)
    kind = sniffing.kind_of(source)
    _must_agree(file, kind)
    return kind


def _must_agree(file: File, kind: Kind) -> None:
    """Content, the ending of the name and the declared type must tell the same (ASVS 5.2.2); phones often declare
    nothing.
    """
    if kind not in PURPOSES[file.purpose].kinds:
        raise Unfit("kind_not_taken")
    if ending(file.name) not in kind.endings:
        raise Unfit("name_and_content_differ")
    declared = file.declared_type.partition(";")[0].strip().lower()
    known = {declared_type for known_kind in KINDS.values() for declared_type in known_kind.types} | {
        "text/html",
        "image/svg+xml",
    }
    if declared in known and declared not in kind.types and kind.name != "gzip":
        raise Unfit("name_and_content_differ")
