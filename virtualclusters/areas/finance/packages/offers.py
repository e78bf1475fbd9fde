"""Packages as one unit reads them: rule by rule yes, no or not known, what they would cost it, cheapest or best fit first.

Nothing here approves anything: there is no score, only answers to rules that everybody can read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from virtualclusters.areas.finance.costs import Cost
from virtualclusters.areas.finance.packages.lines import Line, lines_about
from virtualclusters.areas.finance.packages.ranking import ranked_ids
from virtualclusters.areas.finance.packages.scope import MAKING, answer_about_products
from virtualclusters.areas.finance.packages.terms import Wish, cost_at, rates_of
from virtualclusters.areas.finance.packages.views_of import PARTS, Package, package, packages
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.alerts.values import read_units, vocabulary
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.matching.rules import Answer, both
from virtualclusters.network.organisations.models import OrganisationKind, Unit


@dataclass(frozen=True)
class Borrower:
    """What is known of the unit that looks: ids of concepts by role, and facts. ``unit`` is None for a visitor."""

    unit: Unit | None = None
    held: Mapping = None
    facts: Mapping = None

    @property
    def makes(self) -> set[int]:
        """What the unit makes or can do, as ids of concepts; empty when it told nothing."""
        return {concept for role in MAKING for concept in (self.held or {}).get(str(role), ())}


@dataclass(frozen=True)
class Offer:
    """A package for one unit and one wish. ``low`` and ``high`` are its costs at the lowest and the highest rate, or None.

    Lists are put in order by the dearer one; the other is worked out only for those that are shown.
    """

    package: Package
    lines: tuple[Line, ...]
    wish: Wish
    at: datetime
    high: Cost | None

    @cached_property
    def low(self) -> Cost | None:
        low, high = rates_of(self.package.detail)
        return self.high if low == high else _cost(self.package, low, self.wish, self.at)

    @property
    def answer(self) -> Answer:
        return both(Answer(line.answer) for line in self.lines if line.answer)


OF_A_CARD = ("fees", "words")


class Offers(Sequence):
    """Offers in order, read only where they are looked at: ``offers[10:20]`` reads ten, in one query for each table."""

    def __init__(self, ids, borrower, wish, at):
        self.ids, self.borrower, self.wish, self.at = ids, borrower, wish, at

    def __len__(self):
        return len(self.ids)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self._read(self.ids[place])
        return self._read([self.ids[place]])[0]

    def __iter__(self):
        return iter(self[:])

    def _read(self, ids):
        return offers_among(ids, self.borrower, self.wish, at=self.at, parts=OF_A_CARD)


def borrower_of(actor, *, at) -> Borrower:
    """The first unit of the enterprise she acts for. Three queries; a visitor and an officer of another kind are no borrowers."""
    organisation = actor.organisation
    if organisation is None or organisation.kind != OrganisationKind.ENTERPRISE:
        return Borrower()
    unit = Unit.objects.working().filter(organisation=organisation).order_by("pk").first()
    if unit is None:
        return Borrower()
    rows = read_units([unit.pk])
    held = rows.views()[unit.pk].concepts
    return Borrower(unit, {str(role): tuple(concepts) for role, concepts in held.items()}, rows.facts(at=at)[unit.pk])


def open_packages(*, at):
    """Packages that may be asked for now."""
    return Opportunity.objects.open_at(at).filter(kind=PACKAGE, loan_package__isnull=False)


def offers_for(borrower: Borrower, wish: Wish, *, order, at) -> Offers:
    """The open packages for what the unit makes, those that a rule ends last."""
    rows = open_packages(at=at)
    if borrower.unit is not None:
        rows = rows.filter(_concerns(borrower))
    return Offers(ranked_ids(rows, borrower, wish, order=order, at=at), borrower, wish, at)


def offer_of(pk, borrower: Borrower, wish: Wish, *, rows, at) -> Offer:
    """One package of these rows, open or over. Raises NotFound when there is none."""
    return offer_about(package(rows, pk), borrower, wish, at=at)


def offers_among(ids, borrower: Borrower, wish: Wish, *, at, parts=PARTS) -> list[Offer]:
    """The open ones of these ids, in their order, with those of their parts that are wanted."""
    found = {one.pk: one for one in packages(open_packages(at=at).filter(pk__in=ids), parts)}
    words = vocabulary()
    return [_offer(found[pk], borrower, wish, words, at) for pk in ids if pk in found]


def offer_about(one: Package, borrower: Borrower, wish: Wish, *, at) -> Offer:
    """A package that was read, for one unit and one wish."""
    return _offer(one, borrower, wish, vocabulary(), at)


def _concerns(borrower):
    """Packages for whatever is made, and those that name what the unit makes or something wider; for a unit that told nothing, all."""
    words, made = vocabulary(), borrower.makes
    if not made:
        return Q()
    wider = {int(one) for concept in made for one in (concept, *words.above(concept))}
    named = OpportunityConcept.objects.filter(opportunity=OuterRef("pk"))
    return ~Exists(named) | Exists(named.filter(concept__in=wider))


def _offer(one, borrower, wish, words, at):
    about_products = answer_about_products(one.scope, borrower.held, words) if borrower.unit else None
    facts = borrower.facts if borrower.unit else None
    lines = tuple(lines_about(one, wish, about_products, facts, at))
    return Offer(one, lines, wish, at, _cost(one, rates_of(one.detail)[1], wish, at))


def _cost(one, rate, wish, at):
    return cost_at(one.detail, one.fees, rate, amount=wish.amount, months=wish.months, wait=wish.wait, at=at)
