"""What a need means: its words read once more, or as its unit corrected them."""

from virtualclusters.exchange.kinds.from_need import NeedView, Trouble
from virtualclusters.exchange.needs.models import Need, NeedConcept
from virtualclusters.exchange.needs.numbers import number_in
from virtualclusters.exchange.needs.troubles import HELPED_BY, troubles_in
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.queries import names_of

MOST_CONCEPTS = 8
WANTED, TOUCHED = NeedConcept.Role.WANTED, NeedConcept.Role.TOUCHED


def view_of(need: Need, *, at, language: str) -> NeedView:
    """A need as the kinds are told of it; names in the reader's language. At most two queries."""
    troubles = troubles_in(need.words)
    roles = _corrected(need) if need.corrected_at else concepts_read_in(need, troubles)
    said = number_in(need.words)
    return NeedView(
        need_id=need.pk,
        unit=need.unit,
        words=need.words,
        language=need.language,
        wanted=tuple(pk for pk, role in roles.items() if role == WANTED),
        touched=tuple(pk for pk, role in roles.items() if role == TOUCHED),
        names=names_of(roles, language) if roles else {},
        troubles=troubles,
        number=said.number if said else None,
        number_unit=said.unit if said else "",
        at=at,
    )


def concepts_read_in(need: Need, troubles: frozenset[Trouble]) -> dict[int, str]:
    """Concept ids that a need's words name, and those that help with its troubles, each with its role; best first.

    What stands in a profile under "what we need" is a list of wishes.
    """
    found = reading.read(need.words, language=need.language).found
    only_wishes = need.source == Need.Source.PROFILE
    roles: dict[int, str] = {}
    for one in found:
        if one.kind != Concept.Kind.NEED and not _is_a_trouble_mended(one):
            roles.setdefault(one.concept_id, WANTED if only_wishes or _is_wanted(one, troubles) else TOUCHED)
    helping = [slug for trouble in sorted(troubles) for slug in HELPED_BY.get(trouble, ())]
    for pk in reading.ids_of(helping):
        roles.setdefault(pk, WANTED)
    return dict(list(roles.items())[:MOST_CONCEPTS])


def _is_a_trouble_mended(one):
    """*Break* is no bread with a typing error."""
    return one.weight < 1 and bool(troubles_in(one.words))


def _is_wanted(one, troubles):
    """What she says that she needs, and what she names without more; never the product that is in trouble."""
    if one.kind == Concept.Kind.PRODUCT and troubles & {Trouble.QUALITY, Trouble.LOSS, Trouble.SELL}:
        return False
    if one.role is reading.Role.UNSAID:
        return troubles <= {Trouble.BUY}
    return one.role is reading.Role.NEEDS and Trouble.BUY in troubles


def _corrected(need):
    return dict(NeedConcept.objects.filter(need=need).order_by("pk").values_list("concept", "role"))
