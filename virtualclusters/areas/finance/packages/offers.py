"""Packages as one unit reads them: rule by rule yes, no or not known, what they would cost it, cheapest or best fit first.

Nothing here approves anything: there is no score, only answers to rules that everybody can read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from virtualclusters.areas.finance.costs import Cost
from virtualclusters.areas.finance.packages.lines import Line, lines_about
from virtualclusters.areas.finance.packages.scope import MAKING, answer_about_products
from virtualclusters.areas.finance.packages.terms import cost_at, rates_of
from virtualclusters.areas.finance.packages.views_of import Package, package, packages
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.alerts.values import read_units, vocabulary
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.matching.rules import Answer, both
from virtualclusters.network.organisations.models import OrganisationKind, Unit

MOST_PACKAGES = 200
CHEAPEST, BEST_FIT = "cheapest", "best_fit"


@dataclass(frozen=True)
class Wish:
    """What an owner looks for: rupees, months in all, months of them before the first instalment."""

    amount: Decimal
    months: int
    wait: int = 0


@dataclass(frozen=True)
class Borrower:
    """What is known of the unit that looks: ids of concepts by role, and facts. ``unit`` is None for a visitor."""

    unit: Unit | None = None
    held: Mapping = None
    facts: Mapping = None


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

    @property
    def not_known(self) -> int:
        return sum(line.answer == Answer.NOT_KNOWN for line in self.lines)

    @property
    def nos(self) -> int:
        return sum(line.answer == Answer.NO for line in self.lines)


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


def offers_for(borrower: Borrower, wish: Wish, *, order, at) -> list[Offer]:
    """The open packages for what the unit makes, those that a rule ends last. At most 200 are looked at, the newest first."""
    rows = open_packages(at=at)
    if borrower.unit is not None:
        rows = rows.filter(_concerns(borrower))
    newest = rows.order_by("-published_at", "-pk").values("pk")[:MOST_PACKAGES]
    found = packages(Opportunity.objects.filter(pk__in=newest).order_by("-published_at", "-pk"))
    words = vocabulary()
    return sorted((_offer(one, borrower, wish, words, at) for one in found), key=_ORDERS[order])


def offer_of(pk, borrower: Borrower, wish: Wish, *, rows, at) -> Offer:
    """One package of these rows, open or over. Raises NotFound when there is none."""
    return offer_about(package(rows, pk), borrower, wish, at=at)


def offers_among(ids, borrower: Borrower, wish: Wish, *, at) -> list[Offer]:
    """The open ones of these ids, in their order."""
    found = {one.pk: one for one in packages(open_packages(at=at).filter(pk__in=ids))}
    words = vocabulary()
    return [_offer(found[pk], borrower, wish, words, at) for pk in ids if pk in found]


def offer_about(one: Package, borrower: Borrower, wish: Wish, *, at) -> Offer:
    """A package that was read, for one unit and one wish."""
    return _offer(one, borrower, wish, vocabulary(), at)


def _concerns(borrower):
    """Packages for whatever is made, and those that name what the unit makes or something wider; for a unit that told nothing, all."""
    words = vocabulary()
    made = {concept for role in MAKING for concept in borrower.held.get(str(role), ())}
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


def _percent(offer):
    return offer.high.yearly_percent if offer.high and offer.high.yearly_percent is not None else Decimal(10_000)


_ORDERS = {
    CHEAPEST: lambda offer: (offer.answer is Answer.NO, _percent(offer), offer.not_known, offer.package.pk),
    BEST_FIT: lambda offer: (
        offer.nos,
        offer.not_known,
        not offer.package.scope.concepts,
        _percent(offer),
        offer.package.pk,
    ),
}
