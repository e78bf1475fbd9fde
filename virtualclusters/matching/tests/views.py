"""A small vocabulary and makers of views for the tests of matching."""

from datetime import UTC, datetime

from virtualclusters.matching.relations import Link, Vocabulary
from virtualclusters.matching.values import OpportunityRole, OpportunityView, Place, Point, UnitRole, UnitView

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
PATNA, MUZAFFARPUR, RAJKOT = Point(25.61, 85.14), Point(26.12, 85.39), Point(22.30, 70.80)

VOCABULARY = Vocabulary(
    {
        "chilli powder": [(Link.BROADER, "spices")],
        "turmeric powder": [(Link.BROADER, "spices")],
        "spices": [(Link.BROADER, "food")],
        "litchi honey": [(Link.BROADER, "honey")],
        "honey": [(Link.BROADER, "food")],
        "spice grinder": [(Link.MACHINE_FOR, "spices"), (Link.RELATED, "packing machine")],
        "papad": [(Link.BROADER, "food")],
        "spice mix": [(Link.BROADER, "spices"), (Link.MATERIAL_FOR, "papad")],
        "honey filter": [(Link.MACHINE_FOR, "honey")],
        "glass jar": [(Link.MATERIAL_FOR, "honey"), (Link.MATERIAL_FOR, "pickle")],
        "honey test": [(Link.SERVICE_FOR, "honey")],
        "pickle": [(Link.BROADER, "food")],
        "cold store": [(Link.RELATED, "refrigerated van")],
    },
    rarity={"food": 0.1},
)


def unit(*, number=1, makes=(), can=(), uses=(), needs=(), **values):
    roles = {UnitRole.MAKES: makes, UnitRole.CAN: can, UnitRole.USES: uses, UnitRole.NEEDS: needs}
    concepts = {role: dict.fromkeys(names, 1.0) for role, names in roles.items() if names}
    return UnitView(id=number, concepts=concepts, **values)


def opportunity(matching, *, number=1, offers=(), asks=(), about=(), at=None, radius_km=None, **values):
    roles = {OpportunityRole.OFFERS: offers, OpportunityRole.ASKS: asks, OpportunityRole.ABOUT: about}
    concepts = {role: dict.fromkeys(names, 1.0) for role, names in roles.items() if names}
    places = (Place(point=at, radius_km=radius_km),) if at else ()
    return OpportunityView(**{"id": number, "matching": matching, "concepts": concepts, "places": places, **values})
