"""Which units a package fits, asked of the database: the live count beside the form.

A unit fits when it makes what the package is for and no rule says no; what is not known never says no. The conditions below are
the evaluator's own answers said in SQL, and a test holds the two together over generated units.
"""

from django.db.models import Exists, OuterRef, Q, Subquery

from virtualclusters.areas.finance.packages.scope import MAKING, Scope, reached
from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.audiences import FEWEST_SHOWN
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules import Operator
from virtualclusters.network.organisations.bands import InvestmentBand, SalesBand
from virtualclusters.network.organisations.facts import edges_in_lakh
from virtualclusters.network.organisations.models import OrganisationKind, Unit, UnitConcept, YearlyCheckIn
from virtualclusters.network.organisations.size_class import most_rupees, size_class

OWNERS = {"women": "organisation__women_owned", "sc_st": "organisation__sc_st_owned"}
FIGURES = {"turnover_lakh": ("sales", SalesBand), "investment_lakh": ("investment", InvestmentBand)}


def fitting_units(scope: Scope, *, at):
    """Shown enterprises' units that a package of this scope fits."""
    units = Unit.objects.shown(at).filter(organisation__kind=OrganisationKind.ENTERPRISE)
    if scope.concepts:
        making = UnitConcept.objects.filter(unit=OuterRef("pk"), role__in=[str(role) for role in MAKING])
        units = units.filter(Exists(making.filter(concept__in=reached(scope, vocabulary()))))
    if any(rule.fact in {*FIGURES, "size_class"} for rule in scope.rules):
        units = units.annotate(sales=_latest("sales"), investment=_latest("investment"))
    for rule in scope.rules:
        units = units.filter(_not_no(rule, at))
    return units


def count_fitting(scope: Scope, *, at) -> int:
    """How many units a package of this scope fits."""
    return fitting_units(scope, at=at).count()


def count_told(scope: Scope, *, at) -> int:
    """How many, as a lender is told: rounded down to a step of five, so that no two filters differ by a single unit whose owner shows."""
    return count_fitting(scope, at=at) // FEWEST_SHOWN * FEWEST_SHOWN


def _latest(figure):
    check_ins = YearlyCheckIn.objects.filter(organisation=OuterRef("organisation")).order_by("-year")
    return Subquery(check_ins.values(figure)[:1])


def _not_no(rule, at):
    """The condition under which a rule does not say no."""
    return _CONDITIONS[rule.fact](rule, day_in_india(at))


def _place(rule, day):
    return Q(**{rule.fact: ""}) | Q(**{f"{rule.fact}__in": rule.value})


def _owned(rule, day):
    condition = Q()
    for group in rule.value:
        column = OWNERS[group]
        condition |= Q(**{column: None}) | Q(**{column: True})
    return condition


def _years(rule, day):
    year = day.year - int(rule.value)
    bound = {"lte": year} if rule.operator is Operator.AT_LEAST else {"gte": year}
    return Q(organisation__started_year=None) | Q(
        **{f"organisation__started_year__{name}": limit for name, limit in bound.items()}
    )


def _figure(rule, day):
    column, bands = FIGURES[rule.fact]
    refused = [band for band in bands.values if _refuses(rule, edges_in_lakh(bands, band))]
    return Q(**{f"{column}__isnull": True}) | ~Q(**{f"{column}__in": refused})


def _refuses(rule, edges):
    low, high = edges
    return low > rule.value if rule.operator is Operator.AT_MOST else high is not None and high < rule.value


def _size(rule, day):
    """Sizes follow from both figures; a large firm counts as not known, for rules name none larger than medium."""
    condition = Q(sales__isnull=True) | Q(sales="") | Q(investment="")
    for investment in InvestmentBand.values:
        fits = [sales for sales in SalesBand.values if _size_fits(rule, investment, sales, day)]
        condition |= Q(investment=investment, sales__in=fits)
    return condition


def _size_fits(rule, investment, sales, day):
    size = size_class(investment=most_rupees(investment), turnover=most_rupees(sales), on=day)
    return size in (None, "large") or size in rule.value


def _maker(rule, day):
    return Q(organisation__manufactures=None) | Q(organisation__manufactures=True)


_CONDITIONS = {
    "size_class": _size,
    "ownership": _owned,
    "state": _place,
    "district": _place,
    "years_in_business": _years,
    "turnover_lakh": _figure,
    "investment_lakh": _figure,
    "is_manufacturer": _maker,
}
