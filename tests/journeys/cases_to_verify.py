"""Writes what the verification journey finds: an institution with a verifier, and units whose Udyam numbers wait."""

import io
import json
import sys
from datetime import timedelta

import django

UNITS = [
    "Asha Bakery", "Bright Pickles", "Chandan Spices", "Dev Dairy", "Ekta Papad", "Falgun Flour Mill",
    "Ganga Rice", "Himal Juices", "Indus Oils", "Jyoti Snacks",
]  # fmt: skip


def main(count):
    """Add that many units. Their papers pass quarantine by the portal's own worker."""
    from django.utils import timezone

    from virtualclusters.network.organisations.models import OrganisationKind, Role
    from virtualclusters.network.verification.tests.conftest import actor_at, organisation_named

    now = timezone.now()
    _withdraw_the_samples()
    institution = organisation_named(
        "Institute for Small Business", kind=OrganisationKind.ADMINISTRATOR, state="UP", pin="201309"
    )
    verifier = actor_at(institution, name="Vani", role=Role.OFFICER)
    owners = [
        _unit(name, number, now - timedelta(minutes=60 - number)) for number, name in enumerate(UNITS[:count], start=1)
    ]
    json.dump({"verifier": verifier.person.phone, "owners": owners}, sys.stdout)


def _withdraw_the_samples():
    from virtualclusters.network.verification.models import Case

    waiting = Case.objects.filter(state__in=Case.WAITING)
    waiting.update(state=Case.State.WITHDRAWN, rests_until=None, claimed_by=None, claimed_until=None)


def _unit(name, number, at):
    from virtualclusters.network.verification import operations
    from virtualclusters.network.verification.tests.conftest import actor_at, organisation_named, state

    owner = actor_at(organisation_named(name), name=f"Owner of {name}")
    stated = state(owner, "udyam", f"UDYAM-MH-12-{number:07}", at=at)
    operations.attach_evidence(identifier_id=stated.pk, upload=_photo(stated.number), actor=owner, at=at)
    return owner.person.phone


def _photo(number):
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (800, 1000), "#fdfcf5")
    ImageDraw.Draw(picture).text(
        (80, 120), f"SAMPLE CERTIFICATE\n\n{number}", font=ImageFont.load_default(30), fill="#111"
    )
    held = io.BytesIO()
    picture.save(held, "JPEG")
    held.seek(0)
    held.name = "certificate.jpg"
    return held


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
