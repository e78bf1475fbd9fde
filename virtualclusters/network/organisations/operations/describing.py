"""The owner's words for a part of the profile, and the chips (concepts) that stand beside them.

Words are read into chips. Writing new words replaces only the chips that came from words; what a person tapped stays, and what she
took away does not come back.
"""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.network.organisations.models import CapabilityWords, Unit, UnitConcept
from virtualclusters.network.organisations.operations.placing import renew
from virtualclusters.network.organisations.profile_parts import PARTS
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.unknown import note_unknown

EDIT = OrganisationPermission.PROFILE_EDIT


@transaction.atomic
def describe(*, unit_id, part, words, language, actor, at):
    """Keep new words for a part of the profile and read them into chips.

    Raises:
        NotFound: the actor may not edit the unit.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    known = CapabilityWords.objects.filter(unit=unit, part=part).first()
    _write(unit, PARTS[part], words, language, known.not_meant if known else [], at)
    note_unknown(words, person_id=actor.person_id, language=language, at=at)
    _said(unit, actor, at)
    return unit


@transaction.atomic
def correct_chips(*, unit_id, part, concept_ids, actor, at):
    """Keep exactly these chips in a part: others are taken away and not read from the words again, new ones are added.

    Raises:
        NotFound: the actor may not edit the unit.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    row, wanted = PARTS[part], set(concept_ids)
    present = set(_chips(unit, row).values_list("concept_id", flat=True))
    _take_away(unit, row, present - wanted, at)
    _add(unit, row, wanted - present, by_hand=True)
    _chips(unit, row).filter(concept__in=wanted).update(by_hand=True)
    _said(unit, actor, at)
    return unit


def add_concept(*, unit_id, part, concept_id, actor, at):
    """Add one chip by hand. Raises as ``correct_chips``."""
    unit = Unit.objects.for_change(actor, EDIT)
    with transaction.atomic():
        found = unit.one(unit_id)
        _add(found, PARTS[part], {concept_id}, by_hand=True)
        _said(found, actor, at)


def remove_concept(*, unit_id, part, concept_id, actor, at):
    """Take one chip away. Raises as ``correct_chips``."""
    unit = Unit.objects.for_change(actor, EDIT)
    with transaction.atomic():
        found = unit.one(unit_id)
        _take_away(found, PARTS[part], {concept_id}, at)
        _said(found, actor, at)


@transaction.atomic
def set_capacity(*, unit_id, capacities, actor, at):
    """Keep how much the unit can make or work in a month.

    Args:
        capacities: id of a ``UnitConcept`` to (amount, unit such as "kg"), or to None when it is not said.

    Raises:
        NotFound: the actor may not edit the unit, or a chip is not the unit's.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    own = {row.pk: row for row in UnitConcept.objects.filter(unit=unit, pk__in=capacities)}
    for pk, said in capacities.items():
        if pk in own:
            own[pk].capacity_a_month, own[pk].capacity_unit = said or (None, "")
    UnitConcept.objects.bulk_update(own.values(), ["capacity_a_month", "capacity_unit"])
    _said(unit, actor, at)


def write_words(*, unit, part, said, language, at):
    """Write words and chips of a part for a unit whose row the caller holds; see ``Said``."""
    _write(unit, PARTS[part], said.words, language, list(said.not_meant), at)
    _add(unit, PARTS[part], set(said.tapped), by_hand=True)


def concepts_read(words, *, part, names=None):
    """Ids of the concepts that the words of a part name, best first; what is said to be something else is left out.

    ``names`` is the lexicon to read by, unless it is that of the database.
    """
    return list(found_in(words, part=part, names=names))


def found_in(words, *, part, names=None) -> dict[int, reading.Found]:
    """By concept, best first, what the words of a part name and why, as in ``concepts_read``."""
    row, found = PARTS[part], {}
    for one in reading.read(words, kinds=row.kinds, names=names).named:
        if one.role in ("", row.role):
            found.setdefault(one.concept_id, one)
    return found


def _write(unit, row, words, language, not_meant, at):
    words = words.strip()
    found = set(concepts_read(words, part=row.part)) - set(not_meant)
    CapabilityWords.objects.update_or_create(
        unit=unit,
        part=row.part,
        defaults={"words": words, "language": language, "written_at": at, "not_meant": sorted(not_meant)},
    )
    _chips(unit, row).filter(by_hand=False).exclude(concept__in=found).delete()
    _add(unit, row, found, by_hand=False)


def _chips(unit, row):
    return UnitConcept.objects.filter(unit=unit, role=row.role, concept__kind__in=row.kinds)


def _add(unit, row, concept_ids, *, by_hand):
    known = Concept.objects.filter(pk__in=concept_ids, kind__in=row.kinds).values_list("pk", flat=True)
    UnitConcept.objects.bulk_create(
        [UnitConcept(unit=unit, concept_id=pk, role=row.role, by_hand=by_hand) for pk in sorted(known)],
        ignore_conflicts=True,
    )


def _take_away(unit, row, concept_ids, at):
    _chips(unit, row).filter(concept__in=concept_ids).delete()
    written = CapabilityWords.objects.filter(unit=unit, part=row.part).first()
    if written and concept_ids:
        written.not_meant = sorted({*written.not_meant, *concept_ids})
        written.save(update_fields=["not_meant"])


def _said(unit, actor, at):
    """Whoever edits a profile says that it is true."""
    renew(unit, at=at)
    record("unit.described", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state)
