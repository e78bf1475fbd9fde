"""What the clock does for wallets every day."""

from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.capabilities.wallet.notices import PAPER_EXPIRES
from virtualclusters.capabilities.wallet.operations.leaving import forget_replaced
from virtualclusters.capabilities.wallet.owners import keepers_of
from virtualclusters.foundation.time import day_in_india

REMINDED_BEFORE = (30, 7)
"""Days before a paper's last day. A licence takes weeks to renew; the second word is the last call."""


@job(name="wallet.remind_of_expiry", cron="40 4 * * *")
def remind_of_expiry(*, at):
    """Every day at 10:10 IST: tell the keepers of each current paper that expires in 30 or 7 days."""
    for days in REMINDED_BEFORE:
        expiring = Paper.objects.expiring_in(days, day=day_in_india(at))
        for paper in expiring.order_by("pk").iterator(chunk_size=500):
            notify(
                people_ids=keepers_of(paper.wallet_id),
                key=PAPER_EXPIRES,
                variables={"paper": paper.kind, "days": str(days)},
                at=at,
                about=f"/wallet/papers/{paper.pk}/",
                dedupe_key=f"paper_expires:{paper.pk}:{days}",
            )


@job(name="wallet.forget_replaced", cron="50 20 * * *")
def forget_replaced_papers(*, at):
    """Every night at 02:20 IST: take out what was replaced and nobody may read any more."""
    forget_replaced(at=at)
