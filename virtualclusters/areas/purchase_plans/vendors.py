"""Finding makers for a purchase officer: by item, amount a month, place and owner, each with what was checked, by whom and when."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from virtualclusters.capabilities.imports.giving_back import guarded
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import ConceptRole, Organisation, OrganisationKind, Unit, UnitConcept
from virtualclusters.network.organisations.queries import UnitCard, unit_cards
from virtualclusters.network.verification.badges import Badge, badges_of, owner_badges_of
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.vocabulary import reading
from virtualclusters.ui.formatters import quantity

MAKES = (ConceptRole.MAKES, ConceptRole.CAN)
IN_ONE_UNIT = {"tonne": ("kg", Decimal(1000)), "kg": ("tonne", Decimal("0.001"))}
"""A capacity in the one is also one in the other."""


@dataclass(frozen=True)
class Vendor:
    """A maker as a purchase officer sees it: no contact. Owner and size are its own word; ``proofs`` of the owner and ``badges`` of
    numbers say what was checked, by whom and when.
    """

    card: UnitCard
    capacity: list[str]
    size: str
    women_owned: bool | None
    sc_st_owned: bool | None
    proofs: list[Badge]
    badges: list[Badge]


def find(*, at, words="", state="", district="", least=None, least_unit="kg", women=False, sc_st=False, checked=False):
    """Ids of units that show and make what the words name, checked ones first, then by name.

    Args:
        words: the item, in any language; words that name nothing we know find nobody.
        least: the least amount a month, counted in ``least_unit``.
        checked: only those whose Udyam certificate a verifier compared, and on which she read the owners asked for.
    """
    units = Unit.objects.shown(at).filter(organisation__kind=OrganisationKind.ENTERPRISE)
    if words or least:
        units = units.filter(Exists(_making(words, least, least_unit)))
    if state:
        units = units.filter(state=state)
    if district:
        units = units.filter(district__iexact=district.strip())
    if women:
        units = units.filter(organisation__women_owned=True)
    if sc_st:
        units = units.filter(organisation__sc_st_owned=True)
    udyam = Identifier.objects.verified(at).filter(organisation=OuterRef("organisation"), kind=IdentifierKind.UDYAM)
    units = units.annotate(is_checked=Exists(udyam))
    if checked:
        shown = {"shows_women_owned": women, "shows_sc_st_owned": sc_st}
        units = units.filter(Exists(udyam.filter(**{name: True for name, wanted in shown.items() if wanted})))
    return units.order_by(F("is_checked").desc(), "organisation__name", "pk").values_list("pk", flat=True)


def _making(words, least, least_unit):
    made = UnitConcept.objects.filter(unit=OuterRef("pk"), role__in=MAKES)
    if words:
        named = {one.concept_id for one in reading.read(words).named}
        made = made.filter(Q(concept__in=named) | Q(concept__group__in=named))
    if least:
        enough = Q(capacity_unit=least_unit, capacity_a_month__gte=least)
        if least_unit in IN_ONE_UNIT:
            other, times = IN_ONE_UNIT[least_unit]
            enough |= Q(capacity_unit=other, capacity_a_month__gte=Decimal(str(least)) * times)
        made = made.filter(enough)
    return made


def vendors_of(unit_ids, chosen, *, at, language) -> list[Vendor]:
    """These units in their order. Eight queries however many."""
    cards = unit_cards(unit_ids, language=language)
    ids = {card.organisation_id for card in cards}
    organisations = Organisation.objects.in_bulk(ids)
    badges, proofs, figures = badges_of(ids), owner_badges_of(ids), latest_check_ins(ids)
    return [
        Vendor(
            card=card,
            capacity=_capacity(card),
            size=str(size_class_of(figures.get(card.organisation_id), at=at) or ""),
            women_owned=organisations[card.organisation_id].women_owned,
            sc_st_owned=organisations[card.organisation_id].sc_st_owned,
            proofs=proofs[card.organisation_id],
            badges=badges[card.organisation_id],
        )
        for card in cards
    ]


def _capacity(card):
    chips = [chip for role in MAKES for chip in card.chips.get(role, []) if chip.capacity]
    return [
        _("%(name)s: %(amount)s a month") % {"name": chip.name, "amount": quantity(chip.capacity, chip.capacity_unit)}
        for chip in chips
    ]


def table_of(vendors) -> list[list]:
    """A row a maker, with every check in its own words."""
    head = [
        "name",
        "district",
        "state",
        "makes",
        "a_month",
        "size_own_word",
        "women_owned_own_word",
        "sc_st_owned_own_word",
        "checked",
    ]
    return [head, *([guarded(str(cell)) for cell in _cells(one)] for one in vendors)]


def _cells(vendor):
    card = vendor.card
    checks = [
        f"{one.what}: {one.by}, {day_in_india(one.at)}" for one in [*vendor.proofs, *vendor.badges] if one.verified
    ]
    own = [vendor.size, vendor.women_owned, vendor.sc_st_owned]
    return [
        card.name,
        card.district,
        card.state,
        "; ".join(card.makes),
        "; ".join(vendor.capacity),
        *own,
        "; ".join(checks),
    ]
