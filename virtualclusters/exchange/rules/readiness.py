"""Which papers an opportunity asks for, which of them a unit has and by what that is known, and how long the missing ones take.

Nothing here decides: the buyer does. "Asked" are the papers without which a unit cannot sell to a public buyer at all, and those that
the opportunity itself names; "usual" are certificates that the vocabulary knows for such goods.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.queries import current_papers
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.rules.models import PaperDays
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept, Relation
from virtualclusters.network.vocabulary.queries import names_by_id_and_slug

UDYAM, FSSAI, IMPORT_EXPORT_CODE = "udyam-registration", "fssai", "iec"
GST, PAN, DIGITAL_SIGNATURE = "gst", "pan", "dsc"
PAPERS = {
    UDYAM: _("Udyam registration"),
    GST: _("GST registration"),
    PAN: _("PAN"),
    DIGITAL_SIGNATURE: _("Digital signature, class 3"),
}
"""Papers that are no certificate of the vocabulary, or are asked whatever is sold; with their names."""
TO_SELL = (UDYAM, GST, PAN)
TO_BID_ONLINE = (*TO_SELL, DIGITAL_SIGNATURE)
"""Government tender portals take a bid only with a digital signature of class 3 (domain notes §4.2)."""
NUMBERS = {
    UDYAM: IdentifierKind.UDYAM,
    GST: IdentifierKind.GSTIN,
    PAN: IdentifierKind.PAN,
    FSSAI: IdentifierKind.FSSAI,
    IMPORT_EXPORT_CODE: IdentifierKind.IEC,
}
KEPT = {UDYAM: PaperKind.UDYAM, GST: PaperKind.GST_REGISTRATION, FSSAI: PaperKind.FSSAI}


class State(StrEnum):
    """Whether a unit has a paper, and by what that is known. The first that is true counts."""

    VERIFIED = "verified"
    KEPT = "kept"
    STATED = "stated"
    SAID = "said"
    EXPIRED = "expired"
    MISSING = "missing"


HAS = frozenset({State.VERIFIED, State.KEPT, State.STATED, State.SAID})


@dataclass(frozen=True)
class Asked:
    """One paper. ``days`` is how long it usually takes, None when nobody knows; ``until`` the days that are left, None for no end."""

    code: str
    name: str
    state: State
    days: int | None = None
    source: str = ""
    address: str = ""
    is_checked: bool = False
    until: int | None = None

    @property
    def is_missing(self) -> bool:
        return self.state not in HAS

    @property
    def comes_too_late(self) -> bool:
        """It is missing, and usually takes longer than there are days left."""
        if self.days is None or self.until is None:
            return False
        return self.is_missing and self.days > self.until


@dataclass(frozen=True)
class Readiness:
    """What is asked, and what is usual for such goods; of each what is there and what is missing."""

    asked: tuple[Asked, ...]
    usual: tuple[Asked, ...]
    days_left: int | None

    @property
    def missing(self) -> tuple[Asked, ...]:
        return tuple(one for one in self.asked if one.is_missing)

    @property
    def too_late(self) -> tuple[Asked, ...]:
        return tuple(one for one in self.asked if one.comes_too_late)

    @property
    def longest(self) -> int | None:
        """The days of the slowest missing paper, when all are known: they can be asked for side by side."""
        days = [one.days for one in self.missing if one.days is not None]
        return max(days) if days and len(days) == len(self.missing) else None


def readiness_of(opportunity, unit, *, always: Iterable[str], days_left: int | None, at: datetime) -> Readiness:
    """What a unit has of the papers for an opportunity.

    Args:
        always: codes that are asked whatever is sold, ``TO_SELL`` or ``TO_BID_ONLINE``.
        days_left: until the papers must be there; None when there is no last day.
    """
    named, usual = _certificates(opportunity)
    codes = {**dict.fromkeys(always), **dict.fromkeys(named), **dict.fromkeys(usual)}
    names = names_of_papers(codes, get_language())
    states = _states(unit, codes, at)
    days = {row.paper: row for row in PaperDays.objects.filter(paper__in=codes)}
    rows = {code: _asked(code, names, states, days.get(code), days_left) for code in codes}
    must = dict.fromkeys([*always, *named])
    return Readiness(
        asked=tuple(rows[code] for code in must),
        usual=tuple(rows[code] for code in codes if code not in must),
        days_left=days_left,
    )


def _certificates(opportunity):
    """Slugs of the certificates that the text names and FSSAI for food; and of those usual for such goods. One query."""
    text = f"{opportunity.title}\n{opportunity.summary}"
    found = reading.read(text, language=opportunity.language, kinds=(Concept.Kind.CERTIFICATE,)).named
    items = OpportunityConcept.objects.filter(opportunity=opportunity)
    goods = [items.values(path) for path in ("concept", "concept__group", "concept__group__group")]
    belongs = reduce(or_, (Q(other__in=one) for one in goods))
    related = Relation.objects.filter(belongs, relation=Relation.Name.CERTIFICATE_FOR)
    usual = sorted(set(related.values_list("concept__slug", flat=True)))
    named = [one.slug for one in found]
    return [*named, *([FSSAI] if FSSAI in usual and FSSAI not in named else [])], usual


def names_of_papers(codes: Iterable[str], language: str) -> dict[str, str]:
    """The papers that are no certificate, and these certificates, by name in a language. One query."""
    _ids, names = names_by_id_and_slug((), codes, language)
    told = {code: names.get(code, code.replace("-", " ").capitalize()) for code in codes}
    return told | {code: str(name) for code, name in PAPERS.items()}


def _states(unit, codes, at):
    """The state of each paper. Three queries."""
    held = UnitConcept.objects.filter(unit=unit, role=ConceptRole.HOLDS, concept__slug__in=codes)
    said = set(held.values_list("concept__slug", flat=True))
    numbers = Identifier.objects.live().filter(organisation=unit.organisation_id, format_ok=True)
    stated = dict(numbers.order_by("-verified_at").values_list("kind", "verified_at"))
    papers = [one for one in current_papers(unit.organisation.wallet_id) if not one.is_refused]
    today = day_in_india(at)
    kept = {one.kind for one in papers if not one.has_expired_on(today)}
    expired = {one.kind for one in papers} - kept
    return {code: _state(code, said, stated, kept, expired) for code in codes}


def _state(code, said, stated, kept, expired):
    number, paper = NUMBERS.get(code), KEPT.get(code)
    answers = (
        (State.VERIFIED, stated.get(number) is not None),
        (State.KEPT, paper in kept),
        (State.STATED, number in stated),
        (State.SAID, code in said and paper not in expired),
        (State.EXPIRED, paper in expired),
    )
    return next((state for state, is_so in answers if is_so), State.MISSING)


def _asked(code, names, states, row, days_left):
    if row is None:
        return Asked(code, names[code], states[code], until=days_left)
    told = {"days": row.days, "source": row.source, "address": row.address, "is_checked": row.is_checked}
    return Asked(code, names[code], states[code], until=days_left, **told)
