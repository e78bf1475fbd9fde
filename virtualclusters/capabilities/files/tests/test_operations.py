import socket
import struct
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from virtualclusters.capabilities.files import scanning, store
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.names import shown_name
from virtualclusters.capabilities.files.refusals import Unfit
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.capabilities.files.sweeping import sweep
from virtualclusters.capabilities.files.tests.samples import paper
from virtualclusters.foundation.errors import NotFound, Refused


def test_a_file_that_is_too_large_is_cut_off_while_it_comes_and_leaves_nothing(received, state_folder):
    with pytest.raises(Refused) as refused:
        received(b"%PDF-" + b"0" * 10 * 1024 * 1024)

    left = [path for path in state_folder.rglob("*") if path.is_file()]
    assert (refused.value.code, left, File.objects.count()) == ("file_too_large", [], 0)


def test_an_empty_file_is_refused_and_leaves_nothing(received, state_folder):
    with pytest.raises(Refused) as refused:
        received(b"")

    assert (refused.value.code, [path for path in state_folder.rglob("*") if path.is_file()]) == ("file_empty", [])


def test_no_word_of_the_sender_stands_in_a_stored_path(received, state_folder):
    received(paper(), name="../../etc/passwd.pdf")
    paths = [path.relative_to(state_folder).parts for path in state_folder.rglob("*") if path.is_file()]

    assert [(parts[:2], len(parts[3]), set(parts[3]) <= set("0123456789abcdef")) for parts in paths] == [
        (("files", "quarantine"), 32, True)
    ]


def test_stored_files_are_for_the_portal_alone(received, state_folder):
    received(paper())

    assert [oct(path.stat().st_mode & 0o777) for path in state_folder.rglob("*") if path.is_file()] == ["0o600"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\proof.pdf", "proof.pdf"),
        ("proof\x00.pdf", "proof.pdf"),
        ("gnp.\u202efdp.exe", "gnp.fdp.exe"),
        ('a"b\r\nSet-Cookie: x.pdf', "abSet-Cookie x.pdf"),
        ("प्रमाण पत्र.pdf", "प्रमाण पत्र.pdf"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 111 + ".pdf"),
    ],
)
def test_a_sent_name_is_shown_in_a_harmless_form(given, shown):
    assert shown_name(given) == shown


def test_a_checked_file_is_sent_to_be_saved_and_never_shown(checked):
    response = serve(checked(paper(), name="शहद.pdf"))

    assert {
        name: response[name]
        for name in (
            "Content-Type",
            "Content-Disposition",
            "X-Content-Type-Options",
            "Content-Security-Policy",
            "Cache-Control",
        )
    } == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''%E0%A4%B6%E0%A4%B9%E0%A4%A6.pdf",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }


def test_a_table_is_sent_as_bytes_of_no_type(checked):
    assert serve(checked("Name,Pin\n", name="a.csv", purpose="table"))["Content-Type"] == "application/octet-stream"


def test_a_file_that_is_not_checked_is_not_sent(received):
    with pytest.raises(NotFound):
        serve(received(paper()))


@pytest.fixture
def daemon(tmp_path):
    """A daemon of the anti-virus protocol on a socket of its own; it finds harm where it reads ``bad``."""
    address = str(tmp_path / "clamd")
    server = socket.socket(socket.AF_UNIX)
    server.bind(address)
    server.listen()

    def answer():
        connection, _peer = server.accept()
        with connection, connection.makefile("rb") as stream:
            command, content = stream.read(10), b""
            while size := struct.unpack("!I", stream.read(4))[0]:
                content += stream.read(size)
            verdict = b"stream: Sample FOUND\0" if b"bad" in content else b"stream: OK\0"
            connection.sendall(verdict if command == b"zINSTREAM\0" else b"UNKNOWN COMMAND\0")

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield address
    server.close()


@pytest.mark.parametrize(("content", "harmful"), [(b"bad", True), (b"good" * 100_000, False)])
def test_the_verdict_of_the_scanner_counts(settings, daemon, tmp_path, content, harmful):
    settings.CLAMD = daemon
    (tmp_path / "file").write_bytes(content)
    found = False
    try:
        scanning.scan(tmp_path / "file")
    except Unfit:
        found = True

    assert found is harmful


def test_bytes_that_no_row_points_at_are_swept_after_a_day(checked, received, state_folder):
    kept = checked(paper())
    waiting = received(paper())
    store.checked("ab" * 16).write_bytes(b"abandoned")
    store.quarantined(kept.stored_as).unlink(missing_ok=True)
    now = timezone.now()

    assert (sweep(at=now), sweep(at=now + timedelta(days=2))) == (0, 1)
    assert {path.name for path in state_folder.rglob("*") if path.is_file()} == {
        kept.stored_as,
        f"{kept.stored_as}.1.jpeg",
        waiting.stored_as,
    }
