"""Lists of items reserved for micro and small enterprises: loaded by the administrator from a file, shown with version and source.

Which items are reserved changes by order and differs by issuing office (domain notes §4.1); none is shipped with the portal. A version
ends when a later one of the same list comes into force.
"""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.rules.models import ReservedItem, ReservedList
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary import reading

FIELDS = (
    Field("number", _("Item number"), required=True, synonyms=("Item No", "S. No.", "Sl No", "Serial number", "क्रमांक")),
    Field(
        "words", _("Item"), required=True, synonyms=("Item name", "Name of item", "Reserved item", "Description", "वस्तु")
    ),
    Field("list_name", _("Name of the list"), required=True, synonyms=("List", "Name of order", "Order", "सूची")),
    Field(
        "issued_by", _("Issued by"), required=True, synonyms=("Issuing body", "Issuing office", "Ministry", "जारीकर्ता")
    ),
    Field(
        "version",
        _("Version"),
        required=True,
        synonyms=("Version of the list", "Notification", "Order number", "संस्करण"),
    ),
    Field("source", _("Address of the order"), required=True, synonyms=("Source", "URL", "Link", "स्रोत")),
    Field(
        "effective_from",
        _("In force from"),
        Type.MOMENT,
        required=True,
        synonyms=("Effective from", "Date of effect", "प्रभावी तिथि"),
    ),
)


def key_of(row):
    """List, version and number."""
    return "\n".join((row["list_name"], row["version"], row["number"]))


def check(row):
    """A list whose order nobody can open is not taken."""
    return [] if row["source"].startswith(("https://", "http://")) else [Problem("source", "no_address")]


def apply(row, source):
    """Add an item to its list, or read it again when its words changed."""
    owner, is_new = ReservedList.objects.get_or_create(
        name=row["list_name"][:200],
        version=row["version"][:60],
        defaults={
            "issued_by": row["issued_by"][:200],
            "source": row["source"][:500],
            "effective_from": day_in_india(row["effective_from"]),
        },
    )
    if is_new:
        _end_versions(owner.name)
    number, words = row["number"][:20], row["words"][:300]
    item, made = ReservedItem.objects.get_or_create(
        reserved_list=owner, number=number, defaults={"words": words, "brought_by_id": source.import_id}
    )
    if not made and item.words == words:
        return Outcome.SAME
    source.before = None if made else {"item": item.pk, "words": item.words}
    _set_words(item, words)
    return Outcome.ADDED if made else Outcome.CHANGED


def _end_versions(name):
    """Each version of a list ends on the day the next one comes into force."""
    versions = list(ReservedList.objects.filter(name=name).order_by("effective_from", "pk"))
    begins = [version.effective_from for version in versions]
    for version, ended_on in zip(versions, [*begins[1:], None], strict=False):
        version.ended_on = ended_on
        version.save(update_fields=["ended_on"])


def _set_words(item, words):
    item.words = words
    item.save(update_fields=["words"])
    item.concepts.set([found.concept_id for found in reading.read(words).named])


def undo(import_id, most):
    """Take away items that an import added, and lists that are left empty."""
    ids = list(ReservedItem.objects.filter(brought_by=import_id).values_list("pk", flat=True)[:most])
    ReservedItem.objects.filter(pk__in=ids).delete()
    empty = ReservedList.objects.filter(items=None)
    names = set(empty.values_list("name", flat=True))
    empty.delete()
    for name in names:
        _end_versions(name)
    return len(ids)


def put_back(_key, before):
    """Give an item its former words."""
    for item in ReservedItem.objects.filter(pk=before["item"]):
        _set_words(item, before["words"])


def in_force(at):
    """The lists that count at a moment."""
    day = day_in_india(at)
    return ReservedList.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), effective_from__lte=day)


def reserved_items_for(opportunity, *, at):
    """Items of lists in force that name what an opportunity asks for. One query."""
    asked = OpportunityConcept.objects.filter(opportunity=opportunity, role="asks").values("concept")
    named = ReservedItem.concepts.through.objects.filter(concept__in=asked, reserveditem=OuterRef("pk"))
    found = ReservedItem.objects.filter(Exists(named), reserved_list__in=in_force(at))
    return list(found.select_related("reserved_list").order_by("reserved_list", "number"))


def reserved_items_for_many(opportunity_ids, *, at):
    """The same for many, by id: two queries however many there are."""
    asked = OpportunityConcept.objects.filter(opportunity__in=opportunity_ids, role="asks")
    pairs = list(asked.values_list("opportunity", "concept"))
    named = ReservedItem.concepts.through.objects.filter(
        concept__in={concept for _one, concept in pairs}, reserveditem__reserved_list__in=in_force(at)
    )
    by_concept: dict[int, dict[int, ReservedItem]] = defaultdict(dict)
    for row in named.select_related("reserveditem__reserved_list").order_by(
        "reserveditem__reserved_list", "reserveditem__number"
    ):
        by_concept[row.concept_id][row.reserveditem_id] = row.reserveditem
    found: dict[int, dict[int, ReservedItem]] = {opportunity: {} for opportunity in opportunity_ids}
    for opportunity, concept in pairs:
        found[opportunity] |= by_concept[concept]
    return {opportunity: list(named.values()) for opportunity, named in found.items()}


RESERVED_ITEMS = RowSpec(
    name="reserved_items",
    label=_("Items reserved for small firms"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    sentences={"no_address": _("Write the web address where the order can be read.")},
)
