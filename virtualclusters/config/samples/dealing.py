"""What the samples offer and want, and how their talks went, from the first word to the confirmed result."""

from datetime import date, timedelta
from functools import partial

from virtualclusters.areas.catalogue.operations import publish_offer, publish_requirement
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import ask, confirm, give_closing_word, state
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.vocabulary.models import Concept

PUBLISH = {"offer": publish_offer, "requirement": publish_requirement}
COLUMNS = (
    "remote", "price_from", "price_per", "least_quantity", "delivery_days", "quantity", "quantity_unit", "budget",
)  # fmt: skip
OTHER_SIDE = {"publisher": "answerer", "answerer": "publisher"}


def load_dealings(now):
    """Offers and requirements, then the talks about them, in the order of their days."""
    for row in table("catalogue"):
        once(f"opportunity:{row['key']}", partial(_publish, row, now), now=now)
    publishers = {row["key"]: row for row in table("catalogue")}
    for row in table("engagements"):
        about = publishers[row["opportunity"]]
        once(f"engagement:{row['opportunity']}:{row['by']}", partial(_engage, row, about, now), now=now)


def _publish(row, now):
    detail = {name: row[name] for name in COLUMNS if name in row}
    if "needed_in" in row:
        detail["needed_by"] = date.fromordinal(now.date().toordinal() + row["needed_in"])
    PUBLISH[row["kind"]](
        unit_id=unit_of(row["by"]).pk,
        title=row["title"],
        summary=row["summary"],
        language=row.get("language", "en"),
        concept_ids=concept_ids(row["concepts"]),
        clusters=list(Cluster.objects.filter(published_at__isnull=False).values_list("pk", flat=True)),
        closes_at=after(now, row.get("closes_in")),
        actor=actor_of(row["by"]),
        at=before(now, row),
        **detail,
    )


def concept_ids(slugs):
    """Ids of the concepts of these slugs.

    Raises:
        ValueError: the vocabulary holds no such concept.
    """
    found = dict(Concept.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    if missing := set(slugs) - set(found):
        raise ValueError(f"No such concepts: {sorted(missing)}")
    return [found[slug] for slug in slugs]


def _engage(row, about, now):
    sides = {"publisher": actor_of(about["by"]), "answerer": actor_of(row["by"])}
    engagement = move(_open(row, about, sides, now), row.get("steps", []), sides, now)
    if "rings_after" in row:
        ring(engagement_id=engagement.pk, at=before(now, row) + timedelta(days=row["rings_after"]))
    measure(row, engagement, sides)
    for side, (would_again, words) in row.get("closing", {}).items():
        at = engagement.ended_at + timedelta(days=1)
        give_closing_word(engagement_id=engagement.pk, would_again=would_again, words=words, actor=sides[side], at=at)


def move(engagement, steps, sides, now):
    """Take these steps in an engagement, each by the side it names, on its day; the engagement as it then stands."""
    for step in steps:
        engagement = act(
            engagement_id=engagement.pk,
            verb=step["verb"],
            actor=sides[step["by"]],
            at=before(now, step),
            reason=step.get("reason", ""),
            words=step.get("words", ""),
        )
    return engagement


def _open(row, about, sides, now):
    unit = unit_of(about["by"])
    opportunity = Opportunity.objects.get(unit=unit, kind=about["kind"], title=about["title"])
    shared = {"opportunity_id": opportunity.pk, "unit_id": unit_of(row["by"]).pk, "at": before(now, row)}
    if row.get("invited"):
        return invite(**shared, actor=sides["publisher"], words=row.get("words", ""))
    return answer(**shared, actor=sides["answerer"], words=row.get("words", ""))


def measure(row, engagement, sides):
    """Let the figures of a row be said at their moments, and those it names be confirmed by the other side."""
    for moment, values in row.get("measures", {}).items():
        at = engagement.agreed_at if moment == Measure.Moment.BASELINE else engagement.ended_at
        ask(engagement_id=engagement.pk, moment=moment, at=at)
        for indicator, value in values.items():
            _say(engagement, moment, indicator, value, sides, at, is_confirmed=_is_confirmed(row, moment, indicator))


def _is_confirmed(row, moment, indicator):
    return moment == Measure.Moment.END and indicator in row.get("confirmed", [])


def _say(engagement, moment, indicator, value, sides, at, *, is_confirmed):
    asked = Measure.objects.select_related("said_by").get(engagement=engagement, moment=moment, indicator=indicator)
    side = asked.said_by.side
    state(measure_id=asked.pk, value=value, actor=sides[side], at=at + timedelta(hours=2))
    if is_confirmed:
        confirm(measure_id=asked.pk, actor=sides[OTHER_SIDE[side]], at=at + timedelta(days=2))
