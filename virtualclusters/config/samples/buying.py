"""What a sample buyer bought this year, a tender that came of a plan, and invoices that sample units were not paid for."""

from datetime import timedelta
from functools import partial

from virtualclusters.areas.late_payments.interest import Payment
from virtualclusters.areas.late_payments.operations import keep
from virtualclusters.areas.purchase_plans import purchases
from virtualclusters.areas.tenders.publishing import publish_from
from virtualclusters.capabilities.imports.specs import Source
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india, end_of_day_in_india

AS_THEY_ARE = ("item", "vendor", "amount", "category", "size", "trades", "sc_st", "women")
OF_TENDERS = ("number", "portal", "address", "title", "value", "emd_amount", "buyer_type", "category")


def load_buying(now):
    """Write down purchases, one tender and late payments."""
    rows = table("buying")
    for row in rows["purchases"]:
        once(f"purchase:{row['number']}", partial(_buy, row, now), now=now)
    for row in rows["tenders"]:
        once(f"tender-of-plan:{row['number']}", partial(_tender, row, now), now=now)
    for row in rows["late_payments"]:
        once(f"late-payment:{row['number']}", partial(_late, row, now), now=now)


def _buy(row, now):
    at, person = before(now, row), actor_of(row["by"]).person_id
    told = {name: row[name] for name in AS_THEY_ARE} | {"number": row["number"], "day": at}
    source = Source(import_id=None, line=0, file_name="", origin="", sha256="", person_id=person, at=now, as_of=now)
    purchases.apply(told, source)


def _tender(row, now):
    title = next(plan["title"] for plan in table("plans") if plan["key"] == row["plan"])
    plan = Opportunity.objects.filter(kind="purchase_plan", unit=unit_of(row["by"]), title=title).first()
    publish_from(
        earlier_id=plan.pk,
        actor=actor_of(row["by"]),
        at=before(now, row),
        summary="",
        language="en",
        closes_at=end_of_day_in_india(day_in_india(after(now, row["closes_in"]))),
        fee=None,
        **{name: row[name] for name in OF_TENDERS},
    )


def _late(row, now):
    delivered = day_in_india(before(now, row))
    keep(
        actor=actor_of(row["by"]),
        at=now - timedelta(hours=3),
        buyer=row["buyer"],
        invoice_number=row["number"],
        invoiced_on=delivered,
        amount=row["amount"],
        delivered_on=delivered,
        objection_removed_on=None,
        agreed_days=row["agreed_days"],
        payments=[Payment(day_in_india(before(now, paid)), paid["amount"]) for paid in row["paid"]],
    )
