"""What lies there already and fits a need: offers, open trainings, advisers. Each is answered with one tap."""

from dataclasses import dataclass, replace

from django.urls import reverse

from virtualclusters.exchange.alerts.concerning import concerning
from virtualclusters.exchange.alerts.values import read_units
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.ranking import ordered
from virtualclusters.matching.reasons import About
from virtualclusters.matching.values import UnitRole
from virtualclusters.network.vocabulary import reading
from virtualclusters.pages.answering import answer_act
from virtualclusters.pages.finding.cards import match_cards
from virtualclusters.pages.finding.words import words_for
from virtualclusters.ui.cards import MatchCard

SHOWN = 3
EXPLAINED = 12
FITS = {About.CONCEPT, About.WORDS}


@dataclass(frozen=True)
class Here:
    """The best cards, and how many fit in all (at most the number that was looked at)."""

    cards: list[MatchCard]
    total: int


def already_here(view, words) -> Here:
    """The open opportunities of others that fit a need by what it is about; ``words`` is the vocabulary.

    Five queries, and one a kind for its facts.
    """
    offered = [kind.slug for kind in kinds() if _is_offered_to(view, kind)]
    if not view.concepts or not offered:
        return Here([], 0)
    unit = _unit_in_need(view)
    found = concerning(unit, words, at=view.at, only_kinds=offered).values()
    others = [one for one in found if one.publisher != view.unit.organisation_id]
    ranked = ordered(unit, others, vocabulary=words, at=view.at).explained(0, EXPLAINED)
    fitting = [one.match for one in ranked if any(reason.about in FITS for reason in one.match.reasons_for)]
    return Here(_cards(fitting[:SHOWN], view), len(fitting))


def _is_offered_to(view, kind):
    return kind.wants == "offers" and kind.path.opens_contact and view.unit.organisation.kind in kind.answerer_kinds


def _unit_in_need(view):
    """The unit as matching sees it, with nothing but this need: what it wants, and what of its own is in trouble."""
    unit = read_units([view.unit.pk]).views()[view.unit.pk]
    made = unit.concepts.get(UnitRole.MAKES, {})
    concepts = {
        UnitRole.NEEDS: dict.fromkeys(view.wanted, 1.0),
        UnitRole.MAKES: {concept: 1.0 for concept in view.touched if concept in made},
        UnitRole.USES: {concept: 1.0 for concept in view.touched if concept not in made},
    }
    unread = reading.read(view.words, language=view.language).unknown
    return replace(unit, concepts=concepts, words=frozenset(unread))


def _cards(matches, view):
    found = Opportunity.objects.select_related("unit__organisation")
    rows = found.in_bulk([match.opportunity_id for match in matches])
    cards = match_cards(matches, rows, unit_id=view.unit.pk, words=words_for(matches), at=view.at)
    told = zip(cards, matches, strict=True)
    return [replace(card, act=_act(rows[match.opportunity_id], view), dismiss=None, key="") for card, match in told]


def _act(opportunity, view):
    """One tap, or the kind's own page where it has to ask more."""
    return answer_act(opportunity, tap=reverse("need_answer", args=[view.need_id, opportunity.pk]))
