"""Open packages in order for one unit and one wish: thousands looked at, none read whole.

What decides the order is read as plain columns in one query, however many packages there are: the terms, the fees for the amount,
the rules. Equal rules are asked once.
"""

from decimal import Decimal
from math import isnan

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast, JSONObject

from virtualclusters.areas.finance.costs import Fee
from virtualclusters.areas.finance.costs_of_many import near_costs
from virtualclusters.areas.finance.models import PackageDetail, PackageFee
from virtualclusters.areas.finance.packages.terms import fits_amount, fits_time, lends, rates_of, terms_of
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.rules.queries import RULES, rules_in
from virtualclusters.matching.rules import Answer, evaluate_all

_AMOUNTS = ("percent", "rupees", "cap")
CHEAPEST, BEST_FIT = "cheapest", "best_fit"
DEARER_THAN_ANY = 10_000.0
_ORDERS = {
    CHEAPEST: lambda pk, nos, unknown, is_named, percent: (nos > 0, percent, unknown, pk),
    BEST_FIT: lambda pk, nos, unknown, is_named, percent: (nos, unknown, not is_named, percent, pk),
}
_COLUMNS = (
    "pk", "facilities", "amount_min", "amount_max", "months_max", "moratorium_months_max", "moratorium_interest", "repayment",
    "season_months", "benchmark_percent", "spread_min", "spread_max", "guarantee_fee_percent", "guarantee_fee_paid_by",
    "gst_percent", "is_named", "conditions", "charged",
)  # fmt: skip


def ranked_ids(rows, borrower, wish, *, order, at) -> list[int]:
    """The ids of these packages, the first to be read first. ``rows``: opportunities that a unit may see; ``borrower`` may be nobody."""
    named = OpportunityConcept.objects.filter(opportunity=OuterRef("pk"))
    terms = PackageDetail.objects.filter(opportunity__in=rows.values("pk"))
    terms = terms.annotate(is_named=Exists(named), conditions=RULES, charged=_fees_for(wish.amount))
    terms = list(terms.values_list(*_COLUMNS, named=True))
    percents, asked = _percents(terms, wish, at), _Asked(borrower, at)
    is_silent = borrower.unit is not None and not borrower.makes
    keys = {}
    for one in terms:
        told = asked.answers(one.conditions) + [Answer.NOT_KNOWN] * (is_silent and one.is_named)
        nos = told.count(Answer.NO) + (not fits_amount(one, wish)) + (not fits_time(one, wish))
        unknown = told.count(Answer.NOT_KNOWN)
        keys[one.pk] = _ORDERS[order](one.pk, nos, unknown, one.is_named, percents.get(one.pk, DEARER_THAN_ANY))
    return sorted(keys, key=keys.__getitem__)


class _Asked:
    """What rules in force say of one unit, each rule asked once however many packages have it. Nobody is asked nothing."""

    def __init__(self, borrower, at):
        self.borrower, self.at, self.known = borrower, at, {}

    def answers(self, conditions):
        if self.borrower.unit is None:
            return []
        return [answer for one in conditions if (answer := self._answer(one)) is not None]

    def _answer(self, condition):
        key = repr(condition)
        if key not in self.known:
            verdicts = evaluate_all(rules_in([condition]), self.borrower.facts, self.at).verdicts
            self.known[key] = verdicts[0].answer if verdicts else None
        return self.known[key]


def _percents(terms, wish, at):
    """The yearly cost at each package's highest rate, to a hundredth of a per cent; a package that does not lend so has none."""
    lending = [one for one in terms if lends(one, wish)]
    many = [
        terms_of(one, _fees(one.charged), rate_percent=rates_of(one)[1], months=wish.months, wait=wish.wait, at=at)
        for one in lending
    ]
    costs = near_costs(wish.amount, wish.months, many)
    return {one.pk: round(cost, 2) for one, cost in zip(lending, costs, strict=True) if not isnan(cost)}


def _fees_for(amount):
    """The slabs that a loan of this amount pays, read with the package; numbers as text, for they stay exact so."""
    holds = Q(above__lt=amount) & (Q(up_to=None) | Q(up_to__gte=amount))
    told = {name: Cast(name, TextField()) for name in _AMOUNTS}
    rows = PackageFee.objects.filter(holds, package=OuterRef("pk"))
    return ArraySubquery(rows.values(fee=JSONObject(what="what", yearly="yearly", **told)))


def _fees(charged):
    return [Fee(**fee | {name: Decimal(fee[name]) for name in _AMOUNTS if fee[name] is not None}) for fee in charged]
