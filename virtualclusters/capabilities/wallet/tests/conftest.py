"""An owner with a wallet, and makers of papers that passed their check."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from tests.factories import NOON, make_owner, make_person, make_unit
from virtualclusters.capabilities.files.checking import check
from virtualclusters.capabilities.wallet import operations
from virtualclusters.network.organisations.operations.wallets import wallet_of

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = str(tmp_path)


@pytest.fixture
def owner():
    return make_owner(make_unit())


@pytest.fixture
def wallet(owner):
    return wallet_of(organisation_id=owner.organisation_id, actor=owner, at=NOON)


@pytest.fixture
def add(owner, wallet):
    """Keep a paper and let it pass its check."""

    def made(kind="udyam", *, checked=True, person=None, **facts):
        paper = operations.add_paper(
            wallet_id=wallet.pk, kind=kind, upload=photo(), person=person or owner.person, at=NOON, **facts
        )
        if checked:
            check(file_id=paper.file_id, at=NOON)
            paper.file.refresh_from_db()
        return paper

    return made


@pytest.fixture
def show(owner, wallet):
    """Put papers together and let a reader read them for a week."""

    def given(*papers, reader="Sample Gramin Bank", until=NOON + 7 * DAY):
        dossier = operations.make_dossier(
            wallet_id=wallet.pk,
            purpose="Loan for a grinder",
            paper_ids=[paper.pk for paper in papers],
            facts={"amount": 500000},
            facts_as_of=NOON,
            person=owner.person,
            at=NOON,
        )
        return operations.grant(dossier_id=dossier.pk, reader=reader, until=until, person=owner.person, at=NOON)

    return given


@pytest.fixture
def helper(owner, wallet):
    """A person who agreed to help."""
    person = make_person(name="Helper Sample")
    asked = operations.ask_helper(
        wallet_id=wallet.pk, phone=person.phone, name="", language="en", person=owner.person, at=NOON
    )
    return operations.agree_to_help(helper_id=asked.pk, person=person, at=NOON)


def photo():
    """A small white photo, as an upload."""
    held = BytesIO()
    Image.new("RGB", (60, 40), "white").save(held, "JPEG")
    held.seek(0)
    held.name = "paper.jpg"
    return held
