"""The first pages of a PDF stand as pictures, made under limits; a paper that cannot be drawn is still a paper."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.utils import timezone
from PIL import Image

from virtualclusters.capabilities.files import first_pages, store
from virtualclusters.capabilities.files.checking import check
from virtualclusters.capabilities.files.operations import open_page
from virtualclusters.capabilities.files.serving import serve_page
from virtualclusters.capabilities.files.sweeping import sweep
from virtualclusters.capabilities.files.tests.samples import paper, picture
from virtualclusters.foundation.errors import NotFound


def black_page_then(more):
    """A paper whose first page is black and that has some more pages."""

    def draw(document):
        document.pages[0].Contents = document.make_stream(b"0 0 300 200 re f")
        for _page in range(more):
            document.add_blank_page(page_size=(200, 400))

    return paper(draw)


def page_of(file, number):
    with open_page(file, number) as content:
        drawn = Image.open(io.BytesIO(content.read()))
    return drawn.format, drawn.size, drawn.convert("L").getpixel((drawn.width // 2, drawn.height // 2)) < 128


def test_the_first_two_pages_of_a_paper_are_drawn_and_no_more(checked):
    file = checked(black_page_then(3))

    assert (file.pages_drawn, page_of(file, 1), page_of(file, 2)) == (
        2,
        ("JPEG", (1600, 1067), True),
        ("JPEG", (800, 1600), False),
    )
    for missing in (0, 3):
        with pytest.raises(NotFound):
            open_page(file, missing)


def test_a_picture_needs_no_picture_of_itself(checked):
    assert checked(picture(), "photo.jpg", "picture").pages_drawn == 0


def test_a_page_is_sent_as_a_picture_that_cannot_act(checked):
    response = serve_page(checked(black_page_then(0)), 1)

    assert [response[name] for name in ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy")] == [
        "image/jpeg",
        "nosniff",
        "default-src 'none'; sandbox",
    ]


def test_a_paper_whose_drawing_fails_or_lasts_too_long_is_kept_without_pictures(checked, monkeypatch, tmp_path):
    hangs, breaks = tmp_path / "hangs.py", tmp_path / "breaks.py"
    hangs.write_text("import time; time.sleep(60)")
    breaks.write_text("raise MemoryError")
    monkeypatch.setattr(first_pages, "LONGEST_SECONDS", 0.2)

    found = []
    for program in (hangs, breaks):
        monkeypatch.setattr(first_pages.page_drawing, "__file__", str(program))
        file = checked(paper())
        found.append((file.state, file.pages_drawn))

    assert found == [("checked", 0), ("checked", 0)]


def test_a_paper_is_kept_without_pictures_when_the_drawing_cannot_be_started(checked, monkeypatch, tmp_path):
    monkeypatch.setattr(first_pages.sys, "executable", str(tmp_path / "nothing"))

    file = checked(paper())

    assert (file.state, file.pages_drawn) == ("checked", 0)


def test_a_store_that_cannot_be_written_to_is_not_taken_for_a_broken_paper(received, monkeypatch, tmp_path):
    file = received(paper())
    monkeypatch.setattr(store, "drawn", lambda name, number: tmp_path / "no folder" / name)

    with pytest.raises(FileNotFoundError):
        check(file_id=file.pk, at=timezone.now())

    file.refresh_from_db()
    assert file.state == "quarantined"


def test_the_drawing_may_not_take_more_than_a_gibibyte(tmp_path, monkeypatch):
    greedy = tmp_path / "greedy.py"
    source = open(first_pages.page_drawing.__file__).read()  # noqa: SIM115
    greedy.write_text(source.replace("print(draw(", "bytes(2**31); print(draw("))
    monkeypatch.setattr(first_pages.page_drawing, "__file__", str(greedy))
    (tmp_path / "paper.pdf").write_bytes(paper())

    assert first_pages.draw_first_pages(tmp_path / "paper.pdf", "0" * 32) == 0


def test_a_page_of_enormous_measures_is_drawn_small(checked):
    def enormous(document):
        document.pages[0].MediaBox = pikepdf.Array([0, 0, 14_000, 14_000])

    assert page_of(checked(paper(enormous)), 1)[1] == (1600, 1600)


def test_the_sweep_keeps_drawn_pages_and_removes_those_that_no_row_points_at(checked, state_folder):
    file = checked(paper())
    orphan = store.drawn("0" * 32, 1)
    orphan.write_bytes(b"left behind")

    sweep(at=timezone.now() + timedelta(days=2))

    assert (orphan.exists(), store.drawn(file.stored_as, 1).exists()) == (False, True)
