"""Which roles of a unit answer which roles of an opportunity: a table, one row a way of matching.

A maker of honey answers a request for honey; it does not answer an offer of honey, but one of a honey filter. A caller
may hand `scoring` and `ranking` a table of its own; this one is the default, and an area names its row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from virtualclusters.matching.values import OpportunityRole, UnitRole


class Sort(StrEnum):
    """What an opportunity does: it seeks what the unit makes, offers something for it, or concerns it."""

    SEEKS = "seeks"
    OFFERS = "offers"
    CONCERNS = "concerns"


class Step(StrEnum):
    """How a unit's concept stands to the opportunity's."""

    SAME = "same"
    KIND_OF = "kind_of"  # the unit's is a kind of the opportunity's: chilli powder where spices are asked
    WIDER = "wider"  # the unit's is wider: spices where chilli powder is asked
    SERVES = "serves"  # the opportunity's is *for* the unit's: a spice grinder, for spices
    SERVED = "served"  # the unit's is *for* the opportunity's: cartons, for biscuits
    BESIDE = "beside"  # related in another way


@dataclass(frozen=True, slots=True)
class Answer:
    """One way of answering: a unit's role, the step to the opportunity's concept, and what it is worth (0 to 1)."""

    role: UnitRole
    step: Step
    worth: float


@dataclass(frozen=True, slots=True)
class Answers:
    """One row of the table.

    `sort` names the row of weights (`weights.MODELS`). `open_to_all` says that one of this row can be meant for everybody
    (`OpportunityView.for_everybody`) who meets its conditions: a course on hygiene can, a tender never is.
    """

    by_role: Mapping[OpportunityRole, tuple[Answer, ...]]
    sort: Sort
    open_to_all: bool = False


def _all_steps(role: UnitRole, worth: float) -> tuple[Answer, ...]:
    return (
        Answer(role, Step.SAME, worth),
        Answer(role, Step.KIND_OF, worth * 0.9),
        Answer(role, Step.WIDER, worth * 0.6),
    )


SUPPLIES: Final = (*_all_steps(UnitRole.MAKES, 1.0), *_all_steps(UnitRole.CAN, 0.95))
"""What is sought, the unit makes or can do."""

WANTS: Final = (
    *_all_steps(UnitRole.NEEDS, 1.0),
    Answer(UnitRole.MAKES, Step.SERVES, 0.7),
    Answer(UnitRole.USES, Step.SAME, 0.5),
    Answer(UnitRole.USES, Step.SERVES, 0.4),
)
"""What is offered, the unit needs, or it is for what the unit makes or works with.

What only stands beside a thing that is needed is no answer: who needs a packing machine asks for no grinder, though both stand in
one workshop.
"""

CONCERNS: Final = (
    *_all_steps(UnitRole.NEEDS, 1.0),
    *_all_steps(UnitRole.MAKES, 0.9),
    *_all_steps(UnitRole.CAN, 0.7),
    Answer(UnitRole.USES, Step.SAME, 0.7),
    Answer(UnitRole.MAKES, Step.SERVES, 0.6),
    Answer(UnitRole.MAKES, Step.SERVED, 0.4),
)
"""What is spoken of, the unit makes, can do, works with or wants."""

HELPS: Final = (
    *_all_steps(UnitRole.CAN, 1.0),
    Answer(UnitRole.CAN, Step.SERVED, 0.7),
    Answer(UnitRole.CAN, Step.SERVES, 0.7),
    Answer(UnitRole.CAN, Step.BESIDE, 0.5),
)
"""What is spoken of, the college teaches or can test: a subject is mostly *for* a product, or stands beside it."""

_OFFER: Final = Answers({OpportunityRole.OFFERS: WANTS, OpportunityRole.ABOUT: WANTS}, Sort.OFFERS)
_REQUEST: Final = Answers({OpportunityRole.ASKS: SUPPLIES, OpportunityRole.ABOUT: SUPPLIES}, Sort.SEEKS)
_CONCERN: Final = Answers(dict.fromkeys(OpportunityRole, CONCERNS), Sort.CONCERNS, open_to_all=True)
_HELP: Final = Answers(dict.fromkeys(OpportunityRole, HELPS), Sort.CONCERNS, open_to_all=True)

ANSWERS: Final[Mapping[str, Answers]] = {
    "offer": _OFFER,
    "requirement": _REQUEST,
    "tender": _REQUEST,
    "export_lead": _REQUEST,
    "purchase_plan": _REQUEST,
    "training": _CONCERN,
    "advice": _CONCERN,
    "student_project": _HELP,
    "college_offer": _CONCERN,
    "scheme": _CONCERN,
    "loan": _CONCERN,
    "software": _CONCERN,
    "meet": _CONCERN,
    "machine_hours": _OFFER,
    "pooled_purchase": _OFFER,
}
"""The default table. Its worths are measured on a judged set (docs/decisions/matching-second-edition.md)."""
