"""Papers that samples keep: three wallets with what ends soon, what is missing, who reads and who helps."""

from datetime import timedelta
from functools import partial

from virtualclusters.capabilities.files.jobs import check_file
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.models import Helper, Paper
from virtualclusters.config.samples.making import actor_of, once, organisation_of
from virtualclusters.config.samples.proving import sample_paper
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.operations.wallets import wallet_of


def load_papers(now):
    """Helpers, papers, and sets that the sample bank reads or read."""
    rows = table("wallets")
    for row in rows["helpers"]:
        once(f"wallet_helper:{row['by']}", partial(_ask, row, now), now=now)
    for number, row in enumerate(rows["papers"]):
        once(f"wallet_paper:{row['by']}:{number}", partial(_keep, row, now), now=now)
    for number, row in enumerate(rows["sets"]):
        once(f"wallet_set:{row['by']}:{number}", partial(_show, row, now), now=now)


def _wallet(row, now):
    owner = actor_of(row["by"])
    return wallet_of(organisation_id=owner.organisation_id, actor=owner, at=before(now, row)), owner.person


def _ask(row, now):
    wallet, owner = _wallet(row, now)
    helper, at = actor_of(row["organisation"], role=row["role"]).person, before(now, row)
    asked = operations.ask_helper(
        wallet_id=wallet.pk, phone=helper.phone, name="", language=helper.language, person=owner, at=at
    )
    if row.get("agreed"):
        operations.agree_to_help(helper_id=asked.pk, person=helper, at=at + timedelta(days=1))


def _keep(row, now):
    wallet, owner = _wallet(row, now)
    helper = Helper.objects.get(wallet=wallet, agreed_at__isnull=False).person if row.get("with_help") else None
    paper = operations.add_paper(
        wallet_id=wallet.pk,
        kind=row["kind"],
        upload=sample_paper(organisation_of(row["by"]).name, row["note"]),
        title=row.get("title", ""),
        person=helper or owner,
        at=before(now, row),
        **_days(row, now),
    )
    check_file(file_id=paper.file_id)


def _days(row, now):
    """Period and last day of a paper; ``period`` is how many days ago it began and ended."""
    days = {}
    if "period" in row:
        first, last = (day_in_india(now - timedelta(days=ago)) for ago in row["period"])
        days |= {"period_from": first, "period_to": last}
    if "expires_in" in row:
        days["expires_on"] = day_in_india(after(now, row["expires_in"]))
    return days


def _show(row, now):
    wallet, owner = _wallet(row, now)
    papers, at = Paper.objects.current().filter(wallet=wallet, kind__in=row["kinds"]), before(now, row)
    dossier = operations.make_dossier(
        wallet_id=wallet.pk,
        purpose=row["purpose"],
        paper_ids=list(papers.values_list("pk", flat=True)),
        facts=row["facts"],
        facts_as_of=at,
        person=owner,
        at=at,
    )
    reader, until = organisation_of("bank").name, after(now, row["until_in"])
    given = operations.grant(dossier_id=dossier.pk, reader=reader, until=until, person=owner, at=at)
    for paper in papers.filter(kind__in=row["opened"]).order_by("pk"):
        _open(given, paper, at + timedelta(days=1))
    if "stopped_days_ago" in row:
        stopped = now - timedelta(days=row["stopped_days_ago"])
        operations.withdraw(grant_id=given.pk, person=owner, reason="", at=stopped)


def _open(given, paper, at):
    officer = actor_of("bank", role=Role.OFFICER).person
    operations.open_paper(grant_id=given.pk, paper_id=paper.pk, person=officer, at=at)
