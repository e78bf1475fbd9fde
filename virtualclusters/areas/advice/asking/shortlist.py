"""Who can help with a request: advisers that fit, best first, each with plain reasons."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import ADVICE
from virtualclusters.areas.advice.models.choices import FeeBand, Pays, Reach
from virtualclusters.areas.advice.profiles.queries import advisers
from virtualclusters.areas.advice.profiles.record import Record, records_of
from virtualclusters.exchange.alerts.concerning import concerning
from virtualclusters.exchange.alerts.values import read_units, vocabulary
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.ranking import ordered
from virtualclusters.matching.reasons import About, Match
from virtualclusters.matching.sentences import reason_sentence
from virtualclusters.matching.values import UnitRole
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui.formatters import km, number
from virtualclusters.ui.languages import OWN_NAMES

LISTED = 5
NEAR_KM, WIDER_KM = 100, 400
COMPARED = 200


@dataclass(frozen=True)
class Candidate:
    """An adviser who can help.

    Attributes:
        match: how she fits what the unit said.
        hours_left: of this month. ``speaks``: the language in which the unit wants to talk. ``comes``: the unit lies in her reach.
    """

    opportunity: Opportunity
    match: Match
    record: Record
    hours_left: Decimal
    speaks: bool
    comes: bool

    @property
    def distance_km(self):
        return self.match.distance_km


def shortlist(found: list[Candidate], request, *, reach, without=(), most=LISTED) -> list[Candidate]:
    """The best of these advisers within a reach, in the order in which the portal would ask them.

    Who speaks the unit's language stands before who does not, then who fits best, then who has more hours left. Left out are
    those who take money when it must be free, have no hours left this month, hear as many as they can, or stand in ``without``.
    """
    kept = [
        one
        for one in found
        if one.hours_left > 0
        and one.opportunity.pk not in without
        and _may_be_asked(one.opportunity, request)
        and _within(one, request, reach)
    ]
    return sorted(kept, key=_order)[:most]


@dataclass(frozen=True)
class Explained:
    """An adviser on the short list as the unit reads of her: sentences, whose first speak of what the unit said."""

    opportunity: Opportunity
    reasons: list[str]
    record: Record
    fee: str


def explained(request, opportunity_ids, *, at) -> dict[int, Explained]:
    """These advisers with their reasons, by the profile's id. As many queries for fifty as for one."""
    found = [one for one in everyone(request, at=at) if one.opportunity.pk in set(opportunity_ids)]
    reasons = reasons_in_words(found, request)
    return {
        one.opportunity.pk: Explained(
            one.opportunity, reasons[one.opportunity.pk], one.record, one.opportunity.adviser.get_fee_band_display()
        )
        for one in found
    }


def reasons_in_words(found: list[Candidate], request) -> dict[int, list[str]]:
    """Why each of these fits, by the opportunity's id. One query."""
    reasons = [reason for one in found for reason in one.match.reasons_for]
    names = names_of({c for reason in reasons for c in (*reason.own, reason.asked) if c is not None}, get_language())
    return {one.opportunity.pk: _reasons(one, request, names) for one in found}


def concepts_of(words, language) -> tuple[dict[int, float], frozenset[str]]:
    """What a unit's words name, with weights, and the words that name nothing."""
    read = reading.read(words, language=language)
    return {found.concept_id: found.weight for found in read.found}, frozenset(read.unknown)


def everyone(request, *, at) -> list[Candidate]:
    """Every open adviser who fits what the unit said, however far away, in no order."""
    unit = request.unit
    matched = _matched(request, at)
    rows = list(advisers(at).filter(pk__in=list(matched)).exclude(unit__organisation=unit.organisation_id))
    units = [row.unit_id for row in rows]
    records = records_of(units, since=day_in_india(at).replace(day=1))
    return [_candidate(row, matched[row.pk], unit, request, records[row.unit_id]) for row in rows]


def _matched(request, at) -> dict[int, Match]:
    view = read_units([request.unit_id]).views()[request.unit_id]
    named, unread = concepts_of(request.words, request.language)
    if named:
        view = replace(view, concepts={**view.concepts, UnitRole.NEEDS: named}, words=unread)
    words = vocabulary()
    views = concerning(view, words, at=at, only_kinds=(ADVICE,))
    ranked = ordered(view, views.values(), vocabulary=words, at=at).explained(0, COMPARED)
    return {int(one.match.opportunity_id): one.match for one in ranked}


def _may_be_asked(row, request):
    paid = row.adviser.fee_band != FeeBand.FREE
    is_full = row.most_answers is not None and row.answers_taken >= row.most_answers
    return not is_full and not (paid and request.pays == Pays.FREE)


def _candidate(row, match, unit, request, record):
    return Candidate(
        opportunity=row,
        match=match,
        record=record,
        hours_left=row.adviser.hours_a_month - record.lately,
        speaks=request.spoken in row.adviser.languages,
        comes=_comes(row, unit),
    )


def _comes(row, unit):
    """Whether the unit lies in a district to which she comes, her own among them."""
    reached = {
        (state, name.casefold()) for state, name in (*row.adviser.districts, (row.unit.state, row.unit.district))
    }
    return bool(unit.district) and (unit.state, unit.district.casefold()) in reached


def _within(one, request, reach):
    """Whether an adviser stands within a reach; every reach holds the ones before it."""
    reaches = list(Reach)
    limit = NEAR_KM if reach == Reach.NEAR else WIDER_KM
    if one.comes or (one.match.distance_km is not None and one.match.distance_km <= limit):
        return True
    from_afar = reaches.index(Reach(reach)) >= reaches.index(Reach.REMOTE)
    return from_afar and one.opportunity.remote and request.remote_fits


def _order(one):
    return (not one.speaks, -round(one.match.score, 2), -one.hours_left, one.opportunity.pk)


def _reasons(one, request, names):
    told = [
        reason_sentence(reason, lambda concept: names.get(concept, ""), show_distance=km)
        for reason in one.match.reasons_for
        if reason.about in (About.CONCEPT, About.WORDS, About.OPEN_TO_ALL)
    ]
    return [*told, *_place(one), *_language(one, request), *_record(one)]


def _place(one):
    if one.comes:
        yield _("Comes to your district.")
    elif one.distance_km is not None and one.distance_km <= WIDER_KM:
        yield _("Is %(distance)s away.") % {"distance": km(one.distance_km)}
    if one.opportunity.remote:
        yield _("Helps by phone or video.")


def _language(one, request):
    if one.speaks:
        yield _("Speaks %(language)s.") % {"language": OWN_NAMES.get(request.spoken, request.spoken)}


def _record(one):
    yield _("Has %(hours)s hours left this month.") % {"hours": number(int(one.hours_left))}
    if one.record.confirmed:
        words = ngettext("%(n)s change was confirmed.", "%(n)s changes were confirmed.", one.record.confirmed)
        yield words % {"n": number(one.record.confirmed)}
