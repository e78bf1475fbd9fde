"""What sample buyers will buy this year: published by themselves, or filed for them; and who noted interest."""

from functools import partial

from virtualclusters.areas.purchase_plans.operations import file_for_buyer, publish_plan
from virtualclusters.areas.purchase_plans.years import APRIL, year_at
from virtualclusters.config.samples.dealing import concept_ids, move
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import before, table
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.foundation.time import to_ist
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Organisation

AS_THEY_ARE = ("title", "summary", "value", "quantity", "quantity_unit", "buying_arm", "delivery_place")
MONTHS, QUARTERS = 3, 4


def load_plans(now):
    """Write the plans down and let firms note their interest."""
    for row in table("plans"):
        once(f"plan:{row['key']}", partial(_plan, row, now), now=now)


def _plan(row, now):
    told = {
        **{name: row[name] for name in AS_THEY_ARE},
        **_when(row["quarters_ahead"], now),
        "language": "en",
        "concept_ids": concept_ids(row["concepts"]),
        "clusters": list(Cluster.objects.filter(published_at__isnull=False).values_list("pk", flat=True)),
        "at": before(now, row),
    }
    if "buyer" in row:
        plan = file_for_buyer(buyer=row["buyer"], actor=actor_of("institute"), **told)
        Organisation.objects.filter(pk=plan.unit.organisation_id).update(is_sample=True)
    else:
        plan = publish_plan(unit_id=unit_of(row["by"]).pk, actor=actor_of(row["by"]), **told)
    for one in row["responses"]:
        _respond(one, row, plan, now)


def _when(quarters_ahead, now):
    """The financial year and quarter so many quarters from now; this year without a quarter for None."""
    if quarters_ahead is None:
        return {"financial_year": year_at(now), "quarter": None}
    quarter = (to_ist(now).month - APRIL) % 12 // MONTHS + quarters_ahead
    return {"financial_year": year_at(now) + quarter // QUARTERS, "quarter": quarter % QUARTERS + 1}


def _respond(row, plan_row, plan, now):
    sides = {"publisher": actor_of(plan_row["by"]), "answerer": actor_of(row["by"])}
    engagement = answer(
        opportunity_id=plan.pk,
        unit_id=unit_of(row["by"]).pk,
        actor=sides["answerer"],
        at=before(now, row),
        words=row["words"],
    )
    move(engagement, row.get("steps", []), sides, now)
