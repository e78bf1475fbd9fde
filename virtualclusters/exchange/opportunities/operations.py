"""Verbs of opportunities that every kind shares. An area's own operation calls them and adds its detail row."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record, record_many
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept, OpportunityLink, Source
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.clusters.belonging import clusters_holding
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary import reading


@transaction.atomic
def publish(*, kind, unit_id, title, summary, language, actor, at, concepts=(), closes_at=None, clusters=(), **columns):
    """Publish an opportunity of a kind for one of the actor's units, and return it.

    Args:
        concepts: pairs of (role, concept id), roles of ``OpportunityConcept.Role``.
        clusters: ids of the clusters it stands in.
        columns: further columns of ``Opportunity``: value (rupees),
            places, most_answers, remote, state, district, latitude, longitude, need_id.

    Raises:
        NotFound: the actor does not act for that unit.
        Refused: this kind of organisation does not publish it; or the closing day is over.
    """
    unit = unit_of(actor, unit_id)
    refuse_wrong_publisher(kind_of(kind), unit)
    if closes_at is not None and closes_at <= at:
        raise Refused("closing_day_over", _("The last day is over already."), _("Choose a later last day."))
    columns.setdefault("most_answers", kind_of(kind).most_answers)
    return put(
        kind=kind,
        unit=unit,
        title=title,
        summary=summary,
        language=language,
        concepts=concepts,
        clusters=clusters,
        closes_at=closes_at,
        published_at=at,
        actor=actor,
        at=at,
        **columns,
    )


def put(*, kind, unit, title, summary, language, concepts, clusters, published_at, actor, at, **columns):
    """Write an opportunity with its concepts and record its event. For publishing, and for notices that a file brings.

    It stands in the clusters named, and in those to which one of its concepts belongs. One that is closed already is kept and
    findable, and its event is ``opportunity.kept``, of which nobody is told.
    """
    if "unread_words" not in columns:
        columns["unread_words"] = words_unread_in(title, language)
    opportunity = Opportunity.objects.create(
        kind=kind,
        unit=unit,
        title=title[:300],
        summary=summary[:5000],
        language=language,
        created_at=at,
        published_at=published_at,
        **columns,
    )
    concepts = list(concepts)
    _add_concepts(opportunity, concepts)
    if within := {*clusters, *(clusters_holding(concept for _role, concept in concepts) if concepts else ())}:
        opportunity.clusters.set(within)
    code = "opportunity.published" if opportunity.is_open(at) else "opportunity.kept"
    record_of(code, opportunity, actor=actor, at=at)
    return opportunity


def put_many(*, kind, notices, actor, at, **dimensions) -> list[Opportunity]:
    """Write many opportunities as ``put`` does, in a handful of statements, and return them in their order.

    Args:
        notices: pairs of the columns of an opportunity (its unit, ``published_at`` and ``unread_words`` among them) and its
            concepts.
        dimensions: of their events, beside the kind.
    """
    made = Opportunity.objects.bulk_create(Opportunity(kind=kind, created_at=at, **columns) for columns, _ in notices)
    pairs = [
        (one, role, concept)
        for one, (_, concepts) in zip(made, notices, strict=True)
        for role, concept in set(concepts)
    ]
    OpportunityConcept.objects.bulk_create(
        OpportunityConcept(opportunity=one, role=role, concept_id=concept) for one, role, concept in pairs
    )
    _put_into_clusters(pairs)
    codes = [("opportunity.published" if one.is_open(at) else "opportunity.kept", one.pk) for one in made]
    record_many(codes, actor=actor, at=at, subject="opportunity", kind=kind, **dimensions)
    return made


def _put_into_clusters(pairs):
    holding = {concept: clusters_holding([concept]) for concept in {concept for _, _, concept in pairs}}
    stands = {(one.pk, cluster) for one, _, concept in pairs for cluster in holding[concept]}
    within = Opportunity.clusters.through
    within.objects.bulk_create(within(opportunity_id=one, cluster_id=cluster) for one, cluster in sorted(stands))


def words_unread_in(title, language) -> list[str]:
    """The folded words of a title that no concept covers: finding compares them with the units' own."""
    return [word[:60] for word in reading.read(title, language=language).unknown]


def set_concepts(opportunity, concepts):
    """Replace the concepts of an opportunity by these (role, concept id) pairs."""
    OpportunityConcept.objects.filter(opportunity=opportunity).delete()
    _add_concepts(opportunity, concepts)


def _add_concepts(opportunity, concepts):
    rows = [
        OpportunityConcept(opportunity=opportunity, role=role, concept_id=concept) for role, concept in set(concepts)
    ]
    OpportunityConcept.objects.bulk_create(rows)


@transaction.atomic
def end(*, opportunity_id, reason, actor, at):
    """End an opportunity before its last day; those who still wait are told, each with the reason.

    Raises:
        NotFound: the actor does not act for its unit.
        Refused: it has ended already.
    """
    opportunity = Opportunity.objects.for_change(actor).one(opportunity_id)
    if opportunity.ended_at is not None:
        raise Refused("ended_already", _("This was ended already."))
    opportunity.ended_at, opportunity.end_reason = at, reason
    opportunity.save(update_fields=["ended_at", "end_reason"])
    record_of("opportunity.ended", opportunity, actor=actor, at=at)
    return opportunity


def tie_to_need(opportunity, need):
    """Note for which of its publisher's needs an opportunity was just published. Raises IntegrityError when one of its kind is open."""
    opportunity.need = need
    opportunity.save(update_fields=["need"])


@transaction.atomic
def link(*, earlier_id, later, actor, at) -> OpportunityLink:
    """Note that an opportunity of the actor's own organisation came of an earlier one of hers. Linked twice, it stands once.

    Raises:
        NotFound: the earlier one is not hers.
    """
    earlier = Opportunity.objects.for_change(actor).one(earlier_id)
    made, is_new = OpportunityLink.objects.get_or_create(earlier=earlier, later=later, defaults={"made_at": at})
    if is_new:
        record_of("opportunity.led_to", earlier, actor=actor, at=at)
    return made


def add_source(*, opportunity, portal, reference, address, at):
    """Note that a portal carries this notice; False when that was known."""
    try:
        with transaction.atomic():
            Source.objects.create(
                opportunity=opportunity, portal=portal, reference=reference, address=address, fetched_at=at
            )
    except IntegrityError:
        return False
    return True


def record_of(code, opportunity, *, actor, at):
    """Record an event of an opportunity with the dimensions that figures need."""
    return record(code, actor=actor, at=at, subject="opportunity", subject_id=opportunity.pk, kind=opportunity.kind)


def unit_of(actor, unit_id):
    """The working unit for which the actor may publish. Raises NotFound when she may not."""
    own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    unit = Unit.objects.select_related("organisation").filter(pk=unit_id, organisation__in=own, closed_at=None).first()
    if unit is None:
        raise NotFound
    return unit


def refuse_wrong_publisher(kind, unit) -> None:
    """Raises Refused when the unit's organisation was not claimed, or does not publish this kind."""
    if unit.organisation.claimed_at is None:
        raise Refused("not_claimed", _("The owner has not confirmed this organisation yet."))
    if unit.organisation.kind not in kind.publisher_kinds:
        raise Refused("wrong_publisher", _("Your kind of organisation does not publish this."))
