"""What is known of units, as plain values that rules compare. Amounts in lakh rupees; a band is its two edges."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import BigIntegerField

from virtualclusters.foundation.built_once import BuiltOnce, OneOf
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.bands import InvestmentBand, SalesBand
from virtualclusters.network.organisations.models import Unit, UnitConcept, YearlyCheckIn
from virtualclusters.network.organisations.size_class import most_rupees, size_class

LAKH = Decimal(100_000)
_PEOPLE = {"1": (1, 1), "to_5": (2, 5), "to_10": (6, 10), "to_20": (11, 20), "to_50": (21, 50), "over_50": (51, None)}
_LISTS = {
    ("holds", "certificate"): "certificates",
    ("makes", "product"): "products",
    ("makes", "machine"): "products",
    ("uses", "machine"): "machines",
    ("can", "service"): "services",
}


def facts_of(unit_ids, *, at) -> dict[int, dict]:
    """Facts of units by unit id, in three queries however many there are. A fact that nobody told is missing.

    - ``organisation_kind``, ``state``, ``district``, ``size_class``: codes and names
    - ``women_owned``, ``sc_st_owned``, ``is_manufacturer``: True or False
    - ``years_in_business``: whole years
    - ``turnover_lakh``, ``investment_lakh``, ``people``: (low, high), high None when open
    - ``certificates``, ``products``, ``machines``, ``services``, ``languages``: frozensets of slugs or language codes; there may be
      more that nobody told
    """
    units = list(Unit.objects.filter(pk__in=unit_ids).select_related("organisation"))
    held = UnitConcept.objects.filter(unit__in=unit_ids)
    return facts_from(units, held.values_list("unit", "role", "concept__kind", "concept__slug"), at=at)


def facts_from(units, held, *, at) -> dict[int, dict]:
    """The same of units that the caller has read, with their organisations; ``held`` are (unit id, role, kind, slug). One query."""
    figures = latest_check_ins({unit.organisation_id for unit in units})
    lists = _lists_of(held)
    return {unit.pk: _known(_facts(unit, figures.get(unit.organisation_id), lists[unit.pk], at)) for unit in units}


def size_class_of(check_in, *, at):
    """Micro, small, medium or large by what was said of a year, on a day; None when it was not said."""
    if check_in is None:
        return None
    amounts = {"investment": most_rupees(check_in.investment), "turnover": most_rupees(check_in.sales)}
    return size_class(**amounts, on=day_in_india(at))


def _facts(unit, check_in, lists, at):
    organisation = unit.organisation
    started = organisation.started_year
    return {
        "organisation_kind": organisation.kind,
        "state": unit.state,
        "district": unit.district,
        "women_owned": organisation.women_owned,
        "sc_st_owned": organisation.sc_st_owned,
        "is_manufacturer": organisation.manufactures,
        "years_in_business": day_in_india(at).year - started if started else None,
        "languages": frozenset(unit.languages),
        **_figures(check_in, at),
        **lists,
    }


def _figures(check_in, at):
    if check_in is None:
        return {}
    size = size_class_of(check_in, at=at)
    return {
        "size_class": str(size) if size else None,
        "turnover_lakh": edges_in_lakh(SalesBand, check_in.sales),
        "investment_lakh": edges_in_lakh(InvestmentBand, check_in.investment),
        "people": _PEOPLE.get(check_in.jobs),
    }


def edges_in_lakh(bands, band):
    """The two edges of a band in lakh rupees, the upper one None for the open last band; None when it was not said."""
    if not band:
        return None
    order = list(bands.values)
    place = order.index(band)
    low = most_rupees(order[place - 1]) / LAKH if place else Decimal(0)
    return low, (None if band.startswith("over_") else most_rupees(band) / LAKH)


def latest_check_ins(organisation_ids):
    asked = list(organisation_ids)
    return {row.organisation_id: row for row in _LATEST.ask(organisations=asked)} if asked else {}


def _latest():
    rows = YearlyCheckIn.objects.filter(organisation=OneOf("organisations", BigIntegerField()))
    return rows.order_by("organisation", "-year").distinct("organisation")


_LATEST = BuiltOnce(_latest)


def _lists_of(held):
    found = defaultdict(lambda: defaultdict(set))
    for unit, role, kind, slug in held:
        if name := _LISTS.get((role, kind)):
            found[unit][name].add(slug)
    return defaultdict(
        dict, {unit: {name: frozenset(slugs) for name, slugs in lists.items()} for unit, lists in found.items()}
    )


def _known(facts):
    return {name: value for name, value in facts.items() if value not in (None, "", frozenset())}
