"""Lists of items reserved for micro and small enterprises: loaded by the administrator from a file, shown with version and source.

Which items are reserved changes by order and differs by issuing office (domain notes §4.1); none is shipped with the portal.
"""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.tenders.models import ReservedItem, ReservedList
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, Row, RowSpec, Source
from virtualclusters.capabilities.imports.values import Type
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


def key_of(row: Row) -> str:
    """List, version and number."""
    return "\n".join((row["list_name"], row["version"], row["number"]))


def check(row: Row) -> list[Problem]:
    """A list whose order nobody can open is not taken."""
    return [] if row["source"].startswith(("https://", "http://")) else [Problem("source", "no_address")]


def apply(row: Row, source: Source) -> str:
    """Add an item to its list, or read it again when its words changed."""
    owner, _made = ReservedList.objects.get_or_create(
        name=row["list_name"][:200],
        version=row["version"][:60],
        defaults={
            "issued_by": row["issued_by"][:200],
            "source": row["source"][:500],
            "effective_from": day_in_india(row["effective_from"]),
        },
    )
    number, words = row["number"][:20], row["words"][:300]
    item, made = ReservedItem.objects.get_or_create(
        reserved_list=owner, number=number, defaults={"words": words, "brought_by_id": source.import_id}
    )
    if not made and item.words == words:
        return Outcome.SAME
    source.before = None if made else {"item": item.pk, "words": item.words}
    _set_words(item, words)
    return Outcome.ADDED if made else Outcome.CHANGED


def _set_words(item, words):
    item.words = words
    item.save(update_fields=["words"])
    item.concepts.set([found.concept_id for found in reading.read(words).named])


def undo(import_id: int, most: int) -> int:
    """Take away items that an import added, and lists that are left empty."""
    ids = list(ReservedItem.objects.filter(brought_by=import_id).values_list("pk", flat=True)[:most])
    ReservedItem.objects.filter(pk__in=ids).delete()
    ReservedList.objects.filter(items=None).delete()
    return len(ids)


def put_back(_key: str, before: dict) -> None:
    """Give an item its former words."""
    for item in ReservedItem.objects.filter(pk=before["item"]):
        _set_words(item, before["words"])


def reserved_items_for(opportunity, *, at) -> list[ReservedItem]:
    """Items of lists in force that name what a notice asks for. One query."""
    asked = opportunity.concepts.filter(role="asks").values("concept")
    in_force = ReservedItem.objects.filter(reserved_list__effective_from__lte=day_in_india(at), concepts__in=asked)
    return list(in_force.select_related("reserved_list").distinct().order_by("reserved_list", "number"))


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
