"""A wallet of one organisation: a paper that is shown, a helper, and the actor herself as a helper elsewhere."""

from datetime import timedelta
from io import BytesIO

from tests.factories import make_member, make_organisation, make_person
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import checked_path
from virtualclusters.capabilities.wallet import operations
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.operations.wallets import wallet_of
from virtualclusters.network.organisations.roles import KEEPS_PAPERS


def plant_wallet(side, at, *, words):
    """Give a side papers of its own, when its kind keeps any, and others' papers that its actor helps with."""
    if side.actor.organisation.kind in KEEPS_PAPERS:
        _own(side, at, words)
    _helped(side, at, words)


def _own(side, at, words):
    keeper = make_member(side.actor.organisation, at=at)
    wallet = wallet_of(organisation_id=keeper.organisation_id, actor=keeper, at=at)
    side.rows["wallet_paper"] = paper = _paper(wallet, keeper.person, at, f"{words} paper")
    dossier = operations.make_dossier(
        wallet_id=wallet.pk,
        purpose=f"{words} purpose",
        paper_ids=[paper.pk],
        facts={"amount": words},
        facts_as_of=at,
        person=keeper.person,
        at=at,
    )
    side.rows["wallet_grant"] = operations.grant(
        dossier_id=dossier.pk, reader=f"{words} bank", until=at + timedelta(days=30), person=keeper.person, at=at
    )
    side.rows["wallet_helper"] = _asked(wallet, keeper, make_person(name=f"{words} helper"), at)


def _helped(side, at, words):
    keeper = make_member(make_organisation(kind=OrganisationKind.ENTERPRISE, at=at), at=at)
    wallet = wallet_of(organisation_id=keeper.organisation_id, actor=keeper, at=at)
    side.rows["helped_paper"] = _paper(wallet, keeper.person, at, f"{words} helped paper")
    asked = _asked(wallet, keeper, side.actor.person, at)
    side.rows["helping"] = operations.agree_to_help(helper_id=asked.pk, person=side.actor.person, at=at)


def _asked(wallet, keeper, person, at):
    return operations.ask_helper(
        wallet_id=wallet.pk, phone=person.phone, name="", language="en", person=keeper.person, at=at
    )


def _paper(wallet, person, at, title):
    upload = BytesIO(title.encode())
    upload.name = "paper.pdf"
    paper = operations.add_paper(wallet_id=wallet.pk, kind="fssai", title=title, upload=upload, person=person, at=at)
    File.objects.filter(pk=paper.file_id).update(state=File.State.CHECKED, kind="pdf", checked_at=at)
    paper.file.refresh_from_db()
    path = checked_path(paper.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.7")
    return paper
