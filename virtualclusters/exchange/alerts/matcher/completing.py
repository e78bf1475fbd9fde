"""Units as the postings hold them, with what only their rows say: so a thousand are compared without reading them whole."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from virtualclusters.exchange.alerts.phrases import MADE, phrases_of
from virtualclusters.exchange.alerts.values import unit_views, words_of
from virtualclusters.exchange.alerts.wins import wins_of
from virtualclusters.foundation.among import among
from virtualclusters.matching.values import OpportunityView, UnitView
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import CapabilityWords
from virtualclusters.network.organisations.size_class import SizeClass

HELD = frozenset({"organisation_kind", "state", "district", "size_class"})
"""Facts that are known without reading what a unit said of itself; a rule about any other has the rows read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit that may be told: its id, and its organisation's id and kind."""

    unit_id: int
    organisation_id: int
    kind: str


def completed(
    opportunity: OpportunityView, held: Iterable[UnitView], asked: Collection[Asked], *, at
) -> list[UnitView]:
    """Those of the held units that are asked, as far as the opportunity asks. Three queries at most.

    What the postings hold is half a second old at most; which units may be told at all is the caller's to have asked the database.
    """
    ids = [one.unit_id for one in asked]
    if any(rule.fact not in HELD for rule in opportunity.rules):
        return list(unit_views(ids, at=at, about=opportunity).values())
    said, facts, won = _said(ids, opportunity), _facts(opportunity, asked, at), wins_of(ids)
    known = {unit.id: unit for unit in held}
    return [_whole(known[pk], said.get(pk, ()), facts.get(pk, {}), won.get(pk, ()), opportunity) for pk in ids]


def _whole(unit, said, facts, won, opportunity):
    if not (said or facts or won):
        return unit
    places = {"state": unit.state, "district": unit.district} if facts else {}
    return replace(
        unit,
        wins=won,
        words=words_of(said, opportunity.words),
        phrases=phrases_of(said, opportunity),
        facts={name: value for name, value in (facts | places).items() if value},
    )


def _said(ids, opportunity) -> dict[int, list]:
    """What these units wrote where it may have a word in common. One query."""
    rows = CapabilityWords.objects.filter(unit__in=among(ids))
    if not opportunity.words:
        rows = rows.filter(part__in=MADE)
    said = defaultdict(list)
    for unit, part, words, language in rows.values_list("unit", "part", "words", "language"):
        said[unit].append({"part": part, "words": words, "language": language})
    return said


def _facts(opportunity, asked, at) -> dict[int, dict]:
    """Kind and size of those that rules ask about. One query, for the size."""
    if not opportunity.rules:
        return {}
    sized = any(rule.fact == "size_class" for rule in opportunity.rules)
    check_ins = latest_check_ins(one.organisation_id for one in asked) if sized else {}
    sizes = {pk: size_class_of(check_in, at=at) for pk, check_in in check_ins.items()}
    return {one.unit_id: {"organisation_kind": one.kind, "size_class": _small(sizes, one)} for one in asked}


def _small(sizes, one):
    size = sizes.get(one.organisation_id)
    return str(size) if size and size is not SizeClass.LARGE else ""
