"""Numbers that samples state: a few verified, a dozen waiting for a verifier with an invented paper each."""

from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from virtualclusters.capabilities.files.jobs import check_file
from virtualclusters.config.samples.making import actor_of, once
from virtualclusters.config.samples.tables import before, table
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.verification import operations

PAPER = (900, 1200)


def load_numbers(now):
    """State each number, send its paper, and let the sample verifier decide the first ones."""
    for row in table("numbers"):
        once(f"number:{row['kind']}:{row['by']}", partial(_state, row, now), now=now)


def _state(row, now):
    at, owner = before(now, row), actor_of(row["by"])
    stated = operations.state_identifier(
        organisation_id=owner.organisation_id, kind=row["kind"], text=row["text"], actor=owner, at=at
    )
    case = operations.attach_evidence(
        identifier_id=stated.pk, upload=sample_paper(owner.organisation.name, row["text"]), actor=owner, at=at
    )
    if row.get("verified"):
        _verify(case, at)


def _verify(case, at):
    case.identifier.refresh_from_db()
    check_file(file_id=case.identifier.evidence_id)
    verifier = actor_of("institute", role=Role.OFFICER)
    given = operations.next_case(actor=verifier, at=at)
    operations.approve(case_id=given.pk, actor=verifier, at=at)


def sample_paper(name, number):
    """A photo of a paper that nobody can take for a real one."""
    picture = Image.new("RGB", PAPER, "#fdfcf5")
    draw, large = ImageDraw.Draw(picture), ImageFont.load_default(44)
    draw.rectangle([30, 30, PAPER[0] - 30, PAPER[1] - 30], outline="#8a8a8a", width=3)
    draw.text((90, 110), "SAMPLE\nNot a certificate", font=large, fill="#a33c1f")
    draw.text(
        (90, 360),
        f"{name.encode('ascii', 'ignore').decode()}\n\n{number}",
        font=ImageFont.load_default(34),
        fill="#222",
    )
    held = BytesIO()
    picture.save(held, "JPEG", quality=80)
    held.seek(0)
    held.name = "sample-paper.jpg"
    return held
