"""Units and what they have, from PostgreSQL: all of them in streams of numbers, or a few by their rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from django.db import connection

from virtualclusters.matching.postings import Builder, Postings, UnitRow
from virtualclusters.matching.postings.building import CODES_A_CONCEPT, ROLES, UnitColumns
from virtualclusters.matching.values import UnitRole
from virtualclusters.network.organisations.bands import InvestmentBand, SalesBand
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import OrganisationKind, Unit, UnitConcept, YearlyCheckIn
from virtualclusters.network.organisations.size_class import SizeClass

UNITS_AT_ONCE = 200_000
"""So many units are read by one statement; with what they have that takes some two seconds."""
KINDS = [str(kind) for kind in OrganisationKind]
SIZES = ["", *(str(size) for size in SizeClass if size is not SizeClass.LARGE)]
BANDS = [[""] + [str(band) for band in bands] for bands in (InvestmentBand, SalesBand)]

PLACES = """
    SELECT DISTINCT state, district FROM organisations_unit ORDER BY state, district
"""
UNITS = """
    COPY (
        SELECT unit.id, extract(epoch FROM organisation.claimed_at), extract(epoch FROM unit.expires_at),
            coalesce(unit.latitude, 'NaN'), coalesce(unit.longitude, 'NaN'), place.code - 1,
            array_position(%(kinds)s::text[], organisation.kind::text) - 1,
            coalesce(array_position(%(investments)s::text[], said.investment::text), 1) - 1,
            coalesce(array_position(%(sales)s::text[], said.sales::text), 1) - 1
        FROM organisations_unit unit
        JOIN organisations_organisation organisation ON organisation.id = unit.organisation_id
        JOIN unnest(%(states)s::text[], %(districts)s::text[]) WITH ORDINALITY AS place (state, district, code)
            ON place.state = unit.state AND place.district = unit.district
        LEFT JOIN LATERAL (
            SELECT investment, sales FROM organisations_yearlycheckin check_in
            WHERE check_in.organisation_id = organisation.id ORDER BY check_in.year DESC LIMIT 1
        ) said ON true
        WHERE unit.id >= %(first)s AND unit.id < %(end)s AND unit.closed_at IS NULL
            AND organisation.closed_at IS NULL AND organisation.claimed_at IS NOT NULL
    ) TO STDOUT
"""
HAVE = """
    COPY (
        SELECT unit_id, concept_id * %(a_concept)s + array_position(%(roles)s::text[], role::text) - 1
        FROM organisations_unitconcept WHERE unit_id >= %(first)s AND unit_id < %(end)s
    ) TO STDOUT
"""
FURTHEST = "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM organisations_unit"


def all_postings(*, at) -> Postings:
    """Every unit that was claimed and not closed. Sizes are those of the day."""
    places = _rows(PLACES)
    builder = Builder(places, KINDS, SIZES)
    ranges = list(_ranges())
    for some in ranges:
        builder.add_units(_units(some, places, _sizes(at)))
    builder.number()
    for some in ranges:
        numbers = _copied(HAVE, 2, {**some, "a_concept": CODES_A_CONCEPT, "roles": [str(role) for role in ROLES]})
        builder.add_pairs(numbers[:, 0].astype(np.int64), numbers[:, 1].astype(np.int64))
    return builder.finish()


def rows_of(unit_ids: Iterable[int], *, at) -> dict[int, UnitRow | None]:
    """The same of a few units; None for those that do not show. Three queries."""
    wanted = list(unit_ids)
    shown = Unit.objects.working().filter(pk__in=wanted, organisation__claimed_at__isnull=False)
    units = {unit.pk: unit for unit in shown.select_related("organisation")}
    said = latest_check_ins({unit.organisation_id for unit in units.values()})
    have: defaultdict[int, set] = defaultdict(set)
    for unit, role, concept in UnitConcept.objects.filter(unit__in=units).values_list("unit", "role", "concept"):
        have[unit].add((UnitRole(role), concept))
    return {
        pk: _row(units[pk], size_class_of(said.get(units[pk].organisation_id), at=at), have[pk])
        if pk in units
        else None
        for pk in wanted
    }


def _row(unit, size, pairs) -> UnitRow:
    return UnitRow(
        id=unit.pk,
        begins=unit.organisation.claimed_at.timestamp(),
        ends=unit.expires_at.timestamp(),
        latitude=float("nan") if unit.latitude is None else unit.latitude,
        longitude=float("nan") if unit.longitude is None else unit.longitude,
        state=unit.state,
        district=unit.district,
        organisation_kind=unit.organisation.kind,
        size_class=str(size) if size in SIZES else "",
        pairs=frozenset(pairs),
    )


def _ranges() -> Iterator[dict[str, int]]:
    [(first, last)] = _rows(FURTHEST)
    for begin in range(first, last + 1, UNITS_AT_ONCE):
        yield {"first": begin, "end": begin + UNITS_AT_ONCE}


def _units(some, places, sizes) -> UnitColumns:
    names = {"states": [state for state, _ in places], "districts": [district for _, district in places]}
    codes = {"kinds": KINDS, "investments": BANDS[0], "sales": BANDS[1]}
    columns = _copied(UNITS, 9, {**some, **names, **codes}).T
    return UnitColumns(
        ids=columns[0].astype(np.int64),
        begins=columns[1],
        ends=columns[2],
        latitude=columns[3],
        longitude=columns[4],
        place=columns[5].astype(np.int32),
        kind=columns[6].astype(np.int8),
        size=sizes[columns[7].astype(np.int8), columns[8].astype(np.int8)],
    )


def _sizes(at):
    """The place in ``SIZES`` for every pair of bands, by the table of the day."""
    of_bands = [
        [size_class_of(YearlyCheckIn(investment=one, sales=other), at=at) for other in BANDS[1]] for one in BANDS[0]
    ]
    return np.array([[SIZES.index(str(size)) if size in SIZES else 0 for size in row] for row in of_bands], np.int8)


def _copied(statement, width, given):
    """The numbers that a COPY gives, one row a line."""
    with connection.cursor() as cursor, cursor.copy(statement, given) as copy:
        text = b"".join(copy)
    return np.fromstring(text, sep=" ").reshape(-1, width) if text else np.zeros((0, width))


def _rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()
