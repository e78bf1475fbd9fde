"""Reads of units for lists and cards: as many queries for fifty units as for one."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import BigIntegerField

from virtualclusters.foundation.built_once import BuiltOnce, Given, OneOf
from virtualclusters.network.organisations.models import Invitation, Role, Unit, UnitConcept
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.queries import names_of


@dataclass(frozen=True)
class Chip:
    """A concept of a unit, named in the reader's language. ``capacity`` is a number a month in ``capacity_unit``, or None."""

    id: int
    concept_id: int
    kind: str
    role: str
    name: str
    by_hand: bool = False
    capacity: object = None
    capacity_unit: str = ""


@dataclass(frozen=True)
class UnitCard:
    """What a list shows of a unit."""

    id: int
    name: str
    organisation_id: int
    organisation_name: str
    kind: str
    district: str
    state: str
    state_name: str
    about: str
    is_sample: bool
    chips: dict[str, list[Chip]] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """District and state, as far as known."""
        return ", ".join(filter(None, [self.district, self.state_name]))

    @property
    def makes(self) -> list[str]:
        """Names of what it makes."""
        return [chip.name for chip in self.chips.get("makes", [])]


def unit_cards(unit_ids, *, language) -> list[UnitCard]:
    """Cards of units, in the order of the ids; what the actor may see is the caller's question (``visible_to``)."""
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=unit_ids).select_related("organisation")}
    chips = chips_of(unit_ids, language=language)
    states = dict(State.objects.values_list("code", "hindi_name" if language == "hi" else "name"))
    return [_card(units[pk], chips[pk], states) for pk in unit_ids if pk in units]


def _card(unit, chips, states):
    organisation = unit.organisation
    return UnitCard(
        id=unit.pk,
        name=str(unit),
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        kind=organisation.kind,
        district=unit.district,
        state=unit.state,
        state_name=states.get(unit.state, ""),
        about=organisation.about,
        is_sample=organisation.is_sample,
        chips=chips,
    )


def chips_of(unit_ids, *, language) -> dict[int, dict[str, list[Chip]]]:
    """Chips by unit and role, named in a language."""
    asked = list(unit_ids)
    rows = _CONCEPTS.ask(units=asked) if asked else []
    names = names_of({row.concept_id for row in rows}, language)
    found = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row.unit_id][row.role].append(_chip(row, names))
    return found


_CONCEPTS = BuiltOnce(
    lambda: UnitConcept.objects.filter(unit=OneOf("units", BigIntegerField())).select_related("concept").order_by("pk")
)


def _chip(row, names):
    return Chip(
        id=row.pk,
        concept_id=row.concept_id,
        kind=row.concept.kind,
        role=row.role,
        name=names.get(row.concept_id, row.concept.slug),
        by_hand=row.by_hand,
        capacity=row.capacity_a_month,
        capacity_unit=row.capacity_unit,
    )


def units_of(actor):
    """The working units of the organisation the actor acts for, the first one first."""
    return _working_in(actor.organisation_id)


def all_units_of(actor) -> list[Unit]:
    """The same as rows, for pages that need each. One query."""
    return _ALL_UNITS.ask(organisation=actor.organisation_id)


def _working_in(organisation):
    return Unit.objects.working().filter(organisation=organisation).select_related("organisation").order_by("pk")


_ALL_UNITS = BuiltOnce(lambda: _working_in(Given("organisation", BigIntegerField())))


@dataclass(frozen=True)
class RegisteredForOwner:
    """A firm that a helper registered, and whether its owner said yes."""

    name: str
    place: str
    asked_at: object
    claimed_at: object
    is_open: bool


def registered_for_owners(actor, *, at, most=100) -> list[RegisteredForOwner]:
    """The latest firms that the actor registered for their owners."""
    asked = Invitation.objects.filter(
        invited_by=actor.person, organisation__registered_by=actor.person, role=Role.OWNER
    )
    rows = asked.select_related("organisation").prefetch_related("organisation__units").order_by("-pk")[:most]
    return [_registered(row, at) for row in rows]


def _registered(row, at):
    unit = next(iter(row.organisation.units.all()), None)
    return RegisteredForOwner(
        name=row.organisation.name,
        place=unit.district if unit else "",
        asked_at=row.invited_at,
        claimed_at=row.organisation.claimed_at,
        is_open=row.answered_at is None and row.expires_at > at,
    )
