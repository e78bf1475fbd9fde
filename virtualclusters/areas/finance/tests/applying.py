"""An owner with papers who applies at lenders, in one call each."""

from datetime import timedelta
from decimal import Decimal

from tests.factories import NOON, make_owner
from virtualclusters.areas.finance.applications.operations.applying import Asked, apply
from virtualclusters.areas.finance.applications.operations.deciding import decline, sanction
from virtualclusters.areas.finance.tests.lending import make_clerk, make_lender, publish_package
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.operations.wallets import wallet_of

ASKED = Asked(Decimal(500_000), 36, "machines", "term_loan", "A roasting oven")
IN_A_MONTH = timedelta(days=30)


def make_paper(owner, *, kind="udyam", at=NOON):
    """A checked paper in the owner's wallet."""
    wallet = wallet_of(organisation_id=owner.organisation_id, actor=owner, at=at)
    return Paper.objects.create(wallet=wallet, kind=kind, file=_file(owner, at), added_by=owner.person, added_at=at)


def _file(owner, at):
    return File.objects.create(
        owner=owner.person,
        purpose="evidence",
        name="paper.pdf",
        kind="pdf",
        size=4,
        sha256="0" * 64,
        state=File.State.CHECKED,
        created_at=at,
        checked_at=at,
    )


def lender_with_package(name="Sahyadri Sample Bank", *, at=NOON, **changes):
    """A published package, and the bank's clerk."""
    branch = make_lender(at=at, name=name)
    clerk = make_clerk(branch)
    return publish_package(branch, clerk, at=at, **changes), clerk


def send(unit, *packages, owner=None, papers=(), asked=ASKED, at=NOON, **more):
    """Applications of a unit at these packages' lenders, papers to be read for a month."""
    until = day_in_india(at) + IN_A_MONTH
    return apply(
        shown_until={package.pk: until for package in packages},
        unit_id=unit.pk,
        asked=asked,
        paper_ids=[paper.pk for paper in papers],
        actor=owner or make_owner(unit),
        at=at,
        **more,
    )


def say_yes(application, clerk, *, at=NOON, amount=Decimal(450_000)):
    """The lender's sanction."""
    return sanction(
        application_id=application.pk,
        amount=amount,
        rate_percent=Decimal("10.25"),
        term=36,
        words="",
        actor=clerk,
        at=at,
    )


def say_no(application, clerk, *, at=NOON, **changes):
    """The lender's no, whole."""
    told = {
        "reason": "papers",
        "way_to_fix": "Bring the GST returns of a year.",
        "come_back_on": day_in_india(at + IN_A_MONTH),
    }
    return decline(application_id=application.pk, actor=clerk, at=at, **{**told, **changes})
