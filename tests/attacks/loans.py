"""Applications for loans on a side: one that its unit sent, and one that it received as a lender, with a paper in it."""

from datetime import timedelta
from io import BytesIO

from tests.factories import make_opportunity, make_organisation, make_unit
from virtualclusters.areas.finance.applications.numbers import new_number
from virtualclusters.areas.finance.models import LoanApplication, PackageDetail
from virtualclusters.areas.finance.packages.writing import detail_columns
from virtualclusters.areas.finance.tests.lending import told
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import checked_path, receive
from virtualclusters.capabilities.wallet.models import Dossier, DossierPaper, Grant, Paper
from virtualclusters.capabilities.wallet.operations import open_wallet
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind


def plant_loans(side, at, *, words, offered=False):
    """Both, whatever the side's kind: the rows are written past the rights, so that every address finds one.

    ``offered``: the package to apply for is open to all; else it is another lender's draft, which nobody may notice.
    """
    bank = make_unit(organisation=make_organisation(kind=OrganisationKind.FINANCIAL_INSTITUTION, at=at), at=at)
    side.rows["loan_sent"], _paper = _application(bank, side.unit, side.actor.person, at, words)
    maker = make_unit(organisation=make_organisation(at=at), at=at)
    columns = {} if offered else {"published_at": None}
    side.rows["loan_offer"] = _package(bank, at, title="A package" if offered else f"{words} offer", **columns)
    side.rows["loan_got"], side.rows["loan_paper"] = _application(side.unit, maker, side.actor.person, at, words)


def _application(lender, unit, person, at, words):
    package = _package(lender, at, title="A package that all may read")
    paper = _paper(person, at, f"{words} loan paper")
    dossier = Dossier.objects.create(
        wallet=paper.wallet, purpose=f"{words} oven", facts={"name": words}, facts_as_of=at, made_by=person, made_at=at
    )
    DossierPaper.objects.create(dossier=dossier, paper=paper)
    given = Grant.objects.create(
        dossier=dossier, reader=f"{words} bank", given_by=person, given_at=at, until=at + timedelta(days=30)
    )
    application = LoanApplication.objects.create(
        engagement=_talk(package, unit, at),
        lender=lender.organisation,
        number=new_number(),
        amount=500_000,
        months=36,
        purpose="machines",
        facility="term_loan",
        words=words,
        dossier=dossier,
        grant=given,
        received_at=at,
        stage_since=at,
        decide_by=day_in_india(at),
    )
    return application, paper


def _package(lender, at, **columns):
    package = make_opportunity(kind="loan_package", unit=lender, at=at, **columns)
    PackageDetail.objects.create(opportunity=package, drafted_by=None, **detail_columns(told()))
    return package


def _talk(package, unit, at):
    talk = Engagement.objects.create(
        opportunity=package,
        lead=unit,
        opened_by="answerer",
        phase="asked",
        turn="publisher",
        due_at=at + timedelta(days=30),
        opened_at=at,
        moved_at=at,
    )
    for side, party in (("publisher", package.unit), ("answerer", unit)):
        Party.objects.create(engagement=talk, side=side, role="principal", unit=party)
    return talk


def _paper(person, at, title):
    upload = BytesIO(title.encode())
    upload.name = "paper.pdf"
    file = receive(upload, person=person, purpose="evidence", at=at)
    File.objects.filter(pk=file.pk).update(state=File.State.CHECKED, kind="pdf", checked_at=at)
    file.refresh_from_db()
    path = checked_path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.7")
    return Paper.objects.create(
        wallet=open_wallet(at=at), kind="fssai", title=title, file=file, added_by=person, added_at=at
    )
