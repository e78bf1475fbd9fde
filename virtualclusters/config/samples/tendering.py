"""Invented tender notices, brought in as a file would bring them, and the firms that follow them."""

from datetime import timedelta
from functools import partial

from virtualclusters.areas.tenders.notice import notice_of
from virtualclusters.areas.tenders.operations import keep
from virtualclusters.capabilities.imports.specs import Source as ImportSource
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.exchange.engagements.operations.milestones import reach
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india, end_of_day_in_india
from virtualclusters.network.organisations.buyers import buyer_key
from virtualclusters.network.organisations.models import Buyer, Organisation

PORTAL = "Sample notices"


def load_tenders(now):
    """Bring the notices in, then let firms follow some of them."""
    for row in table("tenders"):
        once(f"tender:{row['number']}", partial(_keep, row, now), now=now)
    for row in table("follows"):
        once(f"follow:{row['number']}:{row['by']}", partial(_follow, row, now), now=now)


def _keep(row, now):
    at = before(now, row)
    words = {name: row.get(name) for name in ("title", "description", "buyer", "state", "pin", "category", "emd")}
    told = {
        **words,
        "tender_id": row["number"],
        "value": row["value"],
        "fee": row.get("fee"),
        "published_at": at,
        "bids_until": end_of_day_in_india(day_in_india(after(now, row["closes_in"]))),
    }
    facts = {"import_id": 0, "line": 0, "file_name": "", "sha256": "", "person_id": None, "at": at, "as_of": at}
    keep(notice_of(told, ImportSource(**facts, origin=PORTAL)), at=at, import_id=None)
    buyer = Buyer.objects.get(key=buyer_key(row["buyer"].split("||")[0]))
    Organisation.objects.filter(units=buyer.unit_id).update(is_sample=True)


def _follow(row, now):
    at, actor = before(now, row), actor_of(row["by"])
    notice = Opportunity.objects.get(sources__portal=PORTAL, sources__reference=row["number"])
    engagement = answer(opportunity_id=notice.pk, unit_id=unit_of(row["by"]).pk, actor=actor, at=at)
    for code in row["reached"]:
        reach(engagement_id=engagement.pk, code=code, actor=actor, at=at + timedelta(days=1))
