"""Draw the first pages of a PDF as pictures. Run as a program of its own, away from the portal, under hard limits.

``python page_drawing.py PAPER FOLDER/NAME`` writes ``NAME.1.jpeg``, ``NAME.2.jpeg`` … and prints how many. It imports nothing of the portal
and talks to nobody, so that a paper that breaks the drawing breaks nothing else.
"""

import resource
import sys

import pypdfium2

MOST_PAGES = 2
LONGEST_SIDE = 1_600
"""Pixels: an A4 page at about 137 dots an inch, on which a certificate's small print can be read."""
LIMITS = (
    (resource.RLIMIT_AS, 1024 * 1024 * 1024),
    (resource.RLIMIT_CPU, 10),
    (resource.RLIMIT_FSIZE, 8 * 1024 * 1024),
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_NPROC, 0),
)


def draw(paper: str, beginning: str) -> int:
    """Draw the first two pages; returns how many there were to draw."""
    document = pypdfium2.PdfDocument(paper)
    pages = min(len(document), MOST_PAGES)
    for index in range(pages):
        page = document[index]
        picture = page.render(scale=LONGEST_SIDE / max(page.get_size())).to_pil().convert("RGB")
        picture.save(f"{beginning}.{index + 1}.jpeg", "JPEG", quality=80, progressive=True)
    return pages


if __name__ == "__main__":
    for kind, most in LIMITS:
        resource.setrlimit(kind, (most, most))
    print(draw(*sys.argv[1:]))
