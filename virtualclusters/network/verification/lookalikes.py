"""Organisations that look like another: same number, same paper, same person, or a like name at the same PIN code."""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from virtualclusters.foundation.scripts import roman_key
from virtualclusters.network.organisations.models import Membership, Organisation, Unit
from virtualclusters.network.verification.models import Identifier

LIKE_ENOUGH = 85
"""Of 100, by sorted words of the Roman keys.

"Sharma Honey Farm" and "शर्मा हनी फ़ार्म्स" pass, "Sharma Masala" does not.
"""
MOST_NEIGHBOURS = 2_000
LEGAL_FORM = re.compile(r"\b(private|pvt|limited|ltd|llp|and|company|co|m/s|messrs|प्राइवेट|लिमिटेड)\b\.?", re.IGNORECASE)


class Why(StrEnum):
    """What two organisations share."""

    NUMBER = "number"
    PAPER = "paper"
    PERSON = "person"
    NAME = "name"


SHARED = {
    Why.NUMBER: _("Number"),
    Why.PAPER: _("Paper"),
    Why.PERSON: _("Person"),
    Why.NAME: _("Name and PIN code"),
}


@dataclass(frozen=True)
class Lookalike:
    """Another organisation, with everything the two share."""

    organisation: Organisation
    why: frozenset[Why]

    @property
    def shared(self) -> str:
        """What the two share, in words."""
        return ", ".join(str(SHARED[why]) for why in Why if why in self.why)


def lookalikes_of(cases) -> dict[int, list[Lookalike]]:
    """Per case the organisations that look like its own. Four queries, however many cases."""
    pairs: dict[tuple[int, int], set[Why]] = {}
    for find in (_same_number_or_paper, _same_person, _like_name):
        for case_id, organisation_id, why in find(cases):
            pairs.setdefault((case_id, organisation_id), set()).add(why)
    known = Organisation.objects.in_bulk({organisation_id for _case_id, organisation_id in pairs})
    found: dict[int, list[Lookalike]] = {case.pk: [] for case in cases}
    for (case_id, organisation_id), why in sorted(pairs.items()):
        found[case_id].append(Lookalike(known[organisation_id], frozenset(why)))
    return found


def like_names(one: str, other: str) -> bool:
    """Whether two names, in any script or spelling, may mean the same firm."""
    return fuzz.token_sort_ratio(_name_key(one), _name_key(other)) >= LIKE_ENOUGH


def _name_key(name):
    return roman_key(LEGAL_FORM.sub(" ", name))


def _same_number_or_paper(cases):
    stated = {case.identifier.blind_index for case in cases if case.identifier}
    sent = {case.identifier.evidence.sha256 for case in cases if case.identifier and case.identifier.evidence}
    others = Identifier.objects.live().filter(Q(blind_index__in=stated) | Q(evidence__sha256__in=sent))
    rows = list(others.values_list("organisation", "blind_index", "evidence__sha256"))
    for case in cases:
        for organisation_id, index, digest in rows:
            if case.identifier and organisation_id != case.organisation_id:
                yield from ((case.pk, organisation_id, why) for why in _shared(case.identifier, index, digest))


def _shared(identifier, index, digest):
    if index == identifier.blind_index:
        yield Why.NUMBER
    if identifier.evidence and digest == identifier.evidence.sha256:
        yield Why.PAPER


def _same_person(cases):
    own = {case.organisation_id for case in cases}
    people = Membership.objects.filter(organisation__in=own, ended_at=None).values("person")
    members = Membership.objects.filter(person__in=people, ended_at=None, organisation__closed_at=None)
    organisations_of: dict[int, set[int]] = {}
    for person_id, organisation_id in members.values_list("person", "organisation"):
        organisations_of.setdefault(person_id, set()).add(organisation_id)
    for case in cases:
        for organisations in organisations_of.values():
            if case.organisation_id in organisations:
                yield from ((case.pk, other, Why.PERSON) for other in organisations - {case.organisation_id})


def _like_name(cases):
    own = {case.organisation_id for case in cases}
    pins = Unit.objects.filter(organisation__in=own, closed_at=None).exclude(pin="").values("pin")
    units = Unit.objects.filter(pin__in=pins, closed_at=None, organisation__closed_at=None).order_by("-id")
    neighbours: dict[str, set[tuple[int, str]]] = {}
    for pin, organisation_id, name in units.values_list("pin", "organisation", "organisation__name")[:MOST_NEIGHBOURS]:
        neighbours.setdefault(pin, set()).add((organisation_id, name))
    for case in cases:
        for near in neighbours.values():
            if any(organisation_id == case.organisation_id for organisation_id, _name in near):
                yield from ((case.pk, other, Why.NAME) for other in _alike(case, near))


def _alike(case, near):
    return {
        organisation_id
        for organisation_id, name in near
        if organisation_id != case.organisation_id and like_names(name, case.organisation.name)
    }
