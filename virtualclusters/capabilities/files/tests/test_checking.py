import gzip
import io
import struct
import zlib

import pikepdf
import pytest
from PIL import Image

from virtualclusters.capabilities.files import checking, scanning, store
from virtualclusters.capabilities.files.checking import check
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import open_checked
from virtualclusters.capabilities.files.refusals import SENTENCES, sentence
from virtualclusters.capabilities.files.tests.conftest import NOON
from virtualclusters.capabilities.files.tests.samples import EICAR, armed_everywhere, paper, picture, workbook
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.foundation.errors import NotFound

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def huge_png(width, height):
    """A PNG of a few bytes that claims enormous measures."""

    def chunk(kind, data):
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def stored(file):
    with open_checked(file) as content:
        return content.read()


@pytest.mark.parametrize(
    ("content", "name", "purpose", "reason"),
    [
        (SVG, "logo.svg", "picture", "unknown_kind"),
        (SVG, "logo.png", "picture", "unknown_kind"),
        ("<html><script>alert(1)</script></html>", "proof.pdf", "evidence", "unknown_kind"),
        (b"MZ\x90\x00\x03", "proof.pdf", "evidence", "unknown_kind"),
        (b"GIF89a" + b"\0" * 40, "photo.jpg", "picture", "unknown_kind"),
        (b"%!PS-Adobe-3.0", "proof.pdf", "evidence", "unknown_kind"),
        ("words", "proof.pdf", "evidence", "kind_not_taken"),
        (workbook(), "list.xlsx", "evidence", "kind_not_taken"),
        (paper(), "list.csv", "table", "kind_not_taken"),
        (paper(), "photo.jpg", "evidence", "name_and_content_differ"),
        (picture(), "photo.png", "picture", "name_and_content_differ"),
        (picture(), "photo.jpg.exe", "picture", "name_and_content_differ"),
        (picture(), "photo", "picture", "name_and_content_differ"),
        (b"%PDF-1.7 and nothing more", "proof.pdf", "evidence", "broken"),
        (picture()[:60], "photo.jpg", "picture", "broken"),
        (picture("PNG")[:80], "photo.png", "picture", "broken"),
        (huge_png(50_000, 50_000), "photo.png", "picture", "picture_too_large"),
        (huge_png(5_000, 5_000), "photo.png", "picture", "picture_too_large"),
        (huge_png(100, 100), "photo.png", "picture", "broken"),
        (b"words before " + EICAR, "list.csv", "table", "malware"),
        (b"x" * (store.CHUNK - 30) + EICAR, "list.csv", "table", "malware"),
        (workbook([("xl/vbaProject.bin", b"x")]), "list.xlsx", "table", "macros"),
        (workbook([("xl/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]), "list.xlsx", "table", "unsafe"),
        (workbook([("xl/big.xml", b"0" * 90_000_000)]), "list.xlsx", "table", "unpacks_too_large"),
        (gzip.compress(b"a,b\n" * 3_000_000, mtime=0), "list.csv.gz", "table", "unpacks_too_large"),
        (gzip.compress(b"a,b\n" * 100, mtime=0)[:-4], "list.csv.gz", "table", "broken"),
        (b"PK\x03\x04" + b"\0" * 100, "list.xlsx", "table", "broken"),
    ],
)
def test_a_hostile_or_wrong_file_is_refused_with_its_reason_and_nothing_of_it_can_be_read(
    checked, state_folder, content, name, purpose, reason
):
    file = checked(content, name, purpose)

    assert (file.state, file.reason) == (File.State.REFUSED, reason)
    with pytest.raises(NotFound):
        open_checked(file)
    assert [path for path in (state_folder / "files" / "checked").rglob("*") if path.is_file()] == []


def test_what_the_browser_declares_must_fit_too(checked):
    assert checked(picture(), "photo.jpg", "picture", content_type="text/html").reason == "name_and_content_differ"
    assert checked(picture(), "photo.jpg", "picture", content_type="application/octet-stream").state == "checked"


def test_a_picture_is_drawn_anew_upright_and_without_its_metadata(checked):
    file = checked(picture(size=(40, 20)), "photo.jpg", "picture")
    drawn = Image.open(io.BytesIO(stored(file)))

    assert (file.kind, drawn.size, dict(drawn.getexif()), b"planted" in stored(file)) == ("jpeg", (20, 40), {}, False)


@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_what_hides_behind_a_picture_is_gone(checked, form, name):
    file = checked(picture(form, exif=False) + b"<script>planted</script>PK\x03\x04", name, "picture")

    assert (file.state, b"planted" in stored(file), b"PK\x03\x04" in stored(file)) == ("checked", False, False)


def test_a_large_picture_is_drawn_smaller(checked):
    file = checked(picture(size=(6_000, 3_000), exif=False), "photo.jpg", "picture")

    assert Image.open(io.BytesIO(stored(file))).size == (3_000, 1_500)


def test_everything_that_acts_is_taken_from_a_pdf_and_its_links_to_pages_stay(checked):
    file = checked(paper(armed_everywhere), "proof.pdf")
    with pikepdf.open(io.BytesIO(stored(file))) as document:
        text = b"".join(thing.unparse(resolved=True) for thing in document.objects)
        links = [note.A.URI for note in document.pages[0].Annots if "/A" in note]

    assert [
        word for word in (b"planted", b"JavaScript", b"Launch", b"OpenAction", b"XFA", b"EmbeddedFile") if word in text
    ] == []
    assert [str(link) for link in links] == ["https://sample.example/"]


def test_what_stands_after_a_pdf_is_gone(checked):
    file = checked(paper() + b"\n<script>planted</script>", "proof.pdf")

    assert (file.state, b"planted" in stored(file)) == ("checked", False)


def test_a_pdf_with_a_password_is_refused(checked):
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as document:
        document.save(content, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert checked(content.getvalue(), "proof.pdf").reason == "locked"


def test_a_pdf_of_too_many_pages_is_refused(checked):
    def many(document):
        for _page in range(300):
            document.add_blank_page()

    assert checked(paper(many), "proof.pdf").reason == "too_many_pages"


def test_a_table_is_kept_as_it_came(checked):
    content = "नाम,पिन\nशहद,411001\n".encode()
    file = checked(content, "सूची.csv", "table")

    assert (file.name, stored(file), file.kind) == ("सूची.csv", content, "text")


def test_a_sent_file_is_checked_by_a_job_and_can_be_read_only_then(received):
    file = received(paper())
    with pytest.raises(NotFound):
        open_checked(file)

    assert run_jobs() == ["files.check"]
    file.refresh_from_db()
    assert stored(file)[:5] == b"%PDF-"


def test_checking_twice_changes_nothing(checked):
    file = checked(paper())
    again = check(file_id=file.pk, at=NOON)

    assert (again.state, again.sha256, again.checked_at) == (file.state, file.sha256, file.checked_at)


def test_a_scanner_that_gives_no_verdict_leaves_the_file_in_quarantine(received, settings, monkeypatch):
    def silent(address, path):
        raise scanning.ScannerSilent("no database")

    settings.CLAMD = "127.0.0.1:3310"
    monkeypatch.setattr(scanning, "_ask_daemon", silent)
    file = received(paper())
    with pytest.raises(scanning.ScannerSilent):
        checking.check(file_id=file.pk, at=NOON)
    file.refresh_from_db()

    assert (file.state, store.quarantined(file.stored_as).exists()) == (File.State.QUARANTINED, True)


def test_every_reason_has_a_sentence():
    assert [code for code in SENTENCES if not sentence(code).endswith(".")] == []
