"""Open packages in order for one unit and one wish: thousands looked at, none read whole.

What decides the order is read as plain columns in three queries, however many packages there are: the terms, the fees for the
amount, the rules. Equal rules are asked once. Costs are reckoned only for what nothing ends: the others stand last, those with
fewest noes first, for they are the nearest to a yes.
"""

from collections import defaultdict
from math import isnan

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, OuterRef, Q

from virtualclusters.areas.finance.costs import Fee
from virtualclusters.areas.finance.costs_of_many import near_costs
from virtualclusters.areas.finance.models import PackageDetail, PackageFee
from virtualclusters.areas.finance.packages.terms import fits_amount, fits_time, lends, rates_of, terms_of
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.rules.queries import rules_shared_by
from virtualclusters.foundation.among import among
from virtualclusters.matching.rules import Answer, evaluate_all

CHEAPEST, BEST_FIT = "cheapest", "best_fit"
DEARER_THAN_ANY = 10_000.0
_ORDERS = {
    CHEAPEST: lambda pk, nos, unknown, is_named, percent: (nos, percent, unknown, pk),
    BEST_FIT: lambda pk, nos, unknown, is_named, percent: (nos, unknown, not is_named, percent, pk),
}
_COLUMNS = (
    "pk", "facilities", "amount_min", "amount_max", "months_max", "moratorium_months_max", "moratorium_interest", "repayment",
    "season_months", "benchmark_percent", "spread_min", "spread_max", "guarantee_fee_percent", "guarantee_fee_paid_by",
    "gst_percent", "is_named",
)  # fmt: skip


def ranked_ids(rows, borrower, wish, *, order, at) -> list[int]:
    """The ids of these packages, the first to be read first. ``rows``: opportunities that a unit may see; ``borrower`` may be nobody."""
    named = OpportunityConcept.objects.filter(opportunity=OuterRef("pk"))
    terms = PackageDetail.objects.filter(opportunity__in=rows.values("pk")).annotate(is_named=Exists(named))
    terms = list(terms.values_list(*_COLUMNS, named=True))
    ids = [one.pk for one in terms]
    answers = _answers(ids, borrower, at)
    noes = {one.pk: _noes(one, answers.get(one.pk, ()), wish) for one in terms}
    percents = _percents([one for one in terms if not noes[one.pk]], wish, at)
    is_silent = borrower.unit is not None and not borrower.makes
    keys = {}
    for one in terms:
        unknown = answers.get(one.pk, ()).count(Answer.NOT_KNOWN) + (is_silent and one.is_named)
        percent = percents.get(one.pk, DEARER_THAN_ANY)
        keys[one.pk] = _ORDERS[order](one.pk, noes[one.pk], unknown, one.is_named, percent)
    return sorted(keys, key=keys.__getitem__)


def _noes(one, told, wish):
    """How much ends it: rules that say no, an amount or a time for which it does not lend."""
    return told.count(Answer.NO) + (not fits_amount(one, wish)) + (not fits_time(one, wish))


def _answers(ids, borrower, at):
    """What the rules in force say of one unit, by package, each rule asked once however many packages have it; nobody is asked nothing."""
    told = defaultdict(list)
    for rule, having in rules_shared_by(ids) if borrower.unit is not None else ():
        for verdict in evaluate_all((rule,), borrower.facts, at).verdicts:
            for pk in having:
                told[pk].append(verdict.answer)
    return told


def _percents(terms, wish, at):
    """The yearly cost at each package's highest rate, to a hundredth of a per cent; a package that does not lend so has none."""
    lending = [one for one in terms if lends(one, wish)]
    fees = _fees_for(wish.amount, [one.pk for one in lending])
    many = [
        terms_of(one, fees[one.pk], rate_percent=rates_of(one)[1], months=wish.months, wait=wish.wait, at=at)
        for one in lending
    ]
    costs = near_costs(wish.amount, wish.months, many)
    return {one.pk: round(cost, 2) for one, cost in zip(lending, costs, strict=True) if not isnan(cost)}


def _fees_for(amount, ids):
    """The slabs that a loan of this amount pays, by package: each different slab is read once."""
    holds = Q(above__lt=amount) & (Q(up_to=None) | Q(up_to__gte=amount))
    rows = (
        PackageFee.objects.filter(holds, package__in=among(ids))
        .order_by()
        .values_list("what", "percent", "rupees", "cap", "yearly")
    )
    fees = defaultdict(list)
    for what, percent, rupees, cap, yearly, charging in rows.annotate(charging=ArrayAgg("package")):
        for pk in charging:
            fees[pk].append(Fee(what, percent=percent, rupees=rupees, cap=cap, yearly=yearly))
    return fees
