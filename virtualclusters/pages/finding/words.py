"""Reasons and conditions in the reader's words: concepts, states and kinds by their names, never by their codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from virtualclusters.matching.reasons import Match, Reason
from virtualclusters.matching.rules.facts import Some
from virtualclusters.matching.rules.words import plain
from virtualclusters.matching.sentences import reason_sentence
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.queries import names_by_id_and_slug
from virtualclusters.ui.formatters import km
from virtualclusters.ui.languages import OWN_NAMES

NAMED_BY_SLUG = {"certificates", "products", "machines", "services"}


@dataclass(frozen=True)
class Words:
    """Names for everything that some matches speak of."""

    names: dict[int, str]
    by_slug: dict[str, str]
    states: dict[str, str]

    def name(self, concept) -> str:
        """A concept's name."""
        return self.names.get(concept, "")

    def show(self, fact, value) -> str:
        """A value of a rule."""
        if fact.name in NAMED_BY_SLUG:
            return self.by_slug.get(value, str(value))
        if fact.name == "state":
            return self.states.get(value, str(value))
        if fact.name == "organisation_kind" and value in OrganisationKind.values:
            return str(OrganisationKind(value).label)
        return OWN_NAMES.get(value, str(value)) if fact.name == "languages" else plain(fact, value)

    def sentence(self, reason: Reason) -> str:
        """A reason as a sentence."""
        return reason_sentence(reason, self.name, self.show, km)


def words_for(matches: Iterable[Match], *, more: Iterable[int] = ()) -> Words:
    """Names for these matches and for further concepts. One query; one more when a rule asks for the state."""
    matches = list(matches)
    reasons = [reason for match in matches for reason in (*match.reasons_for, *match.reasons_against)]
    concepts = {one for reason in reasons for one in (*reason.own, reason.asked) if one is not None} | set(more)
    verdicts = [verdict for match in matches for verdict in match.eligibility.verdicts]
    names, by_slug = names_by_id_and_slug(concepts, _slugs(verdicts), get_language())
    asks_for_state = any(verdict.rule.fact == "state" for verdict in verdicts)
    return Words(names, by_slug, state_names() if asks_for_state else {})


def state_names() -> dict[str, str]:
    """The states' names in the reader's language, by code; kept in the process for one edition of the vocabulary. One query at most."""
    edition, name = reading.edition(), "hindi_name" if get_language() == "hi" else "name"
    return _kept_names(edition, name) if edition else _names(name)


@lru_cache(maxsize=4)
def _kept_names(_edition, name):
    return _names(name)


def _names(name):
    return dict(State.objects.values_list("code", name))


def _slugs(verdicts) -> set[str]:
    found: set[str] = set()
    for verdict in verdicts:
        if verdict.rule.fact in NAMED_BY_SLUG:
            for value in (verdict.rule.value, verdict.found):
                found |= _strings(value)
    return found


def _strings(value) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, Some):
        return set(value.items)
    return set(value) if isinstance(value, list | tuple | set | frozenset) else set()
