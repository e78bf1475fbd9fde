"""Writes the country into a migrated database of its own. Keys between tables are dropped first: it is thrown away afterwards."""

import json

import numpy as np
import psycopg

from benchmarks.crowd import people
from benchmarks.crowd.corpus import (
    A_BATCH,
    ALL_INDIA,
    DISTRICTS,
    NOUNS,
    PRODUCTS,
    ROLES,
    SEED,
    STATES,
    asked,
    centre_of,
    draw,
    group_of,
    state_code,
)

TABLES = (
    "organisations_organisation", "organisations_unit", "organisations_unitconcept", "vocabulary_concept",
    "opportunities_opportunity", "opportunities_opportunityconcept", "rules_rule", *people.TABLES,
)  # fmt: skip
KEYS = """
    SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])
"""
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid), conname FROM pg_index
    LEFT JOIN pg_constraint ON conindid = indexrelid
    WHERE indrelid = 'organisations_unitconcept'::regclass AND NOT indisprimary
"""
ORGANISATIONS = """
    INSERT INTO organisations_organisation (id, name, kind, institution_kind, about, language, website, created_at, claimed_at, is_sample)
    OVERRIDING SYSTEM VALUE
    SELECT n, 'Sample ' || n, CASE WHEN n %% 40 = 0 THEN 'ngo' ELSE 'enterprise' END, '', '', 'en', '', now(), now(), true
    FROM generate_series(1, %s) n
"""
UNITS = """
    COPY organisations_unit (id, organisation_id, name, address, pin, district, state, latitude, longitude, works_remotely,
        languages, may_be_approached, created_at, renewed_at, expires_at) FROM STDIN
"""
HAVE = "COPY organisations_unitconcept (unit_id, concept_id, role, capacity_unit, by_hand) FROM STDIN"
CONCEPTS = "COPY vocabulary_concept (id, slug, kind, group_id, status, decides_compound, from_files) FROM STDIN"
OPPORTUNITIES = """
    COPY opportunities_opportunity (id, kind, unit_id, title, summary, language, created_at, published_at, closes_at, end_reason,
        answers_taken, places_taken, unread_words, remote, state, district, latitude, longitude) FROM STDIN
"""
NAMES = "COPY opportunities_opportunityconcept (opportunity_id, concept_id, role) FROM STDIN"
RULES = "COPY rules_rule (opportunity_id, fact, operator, value, hard, source, version, effective_from) FROM STDIN"
EDITION = "INSERT INTO vocabulary_edition (id, number, files) VALUES (1, gen_random_uuid(), '')"
KINDS = {"requirement": "asks", "offer": "offers"}
SEQUENCES = "SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM {}))"


def fill(address, units, opportunities):
    """Fill a database, reached as its owner, with so many of both."""
    with psycopg.connect(address, autocommit=True) as connection:
        for table, key in connection.execute(KEYS, [list(TABLES)]).fetchall():
            connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}")
        _concepts(connection)
        connection.execute(EDITION)
        _units(connection, units)
        _opportunities(connection, units, opportunities)
        people.fill_people(connection, units)
        people.fill_nameless(connection, opportunities)
        for table in TABLES:
            connection.execute(SEQUENCES.format(table), [table])
        connection.execute(f"ANALYZE {', '.join(TABLES)}")


def _concepts(connection):
    groups = [(n, f"group-{n}", "group", "\\N", "active", "f", "f") for n in range(1, NOUNS + 1)]
    made = range(NOUNS + 1, NOUNS + PRODUCTS + 1)
    _copy(connection, CONCEPTS, groups)
    _copy(connection, CONCEPTS, [(n, f"product-{n}", "product", group_of(n), "active", "f", "f") for n in made])


def _units(connection, count):
    chance = np.random.default_rng(SEED)
    connection.execute(ORGANISATIONS, [count])
    indexes = connection.execute(INDEXES).fetchall()
    for name, _made, constraint in indexes:
        table = "ALTER TABLE organisations_unitconcept DROP CONSTRAINT"
        connection.execute(f"{table} {constraint}" if constraint else f"DROP INDEX {name}")
    for first in range(1, count + 1, A_BATCH):
        some = draw(chance, first, min(A_BATCH, count - first + 1))
        where = zip(
            some.state.tolist(), some.district.tolist(), some.latitude.tolist(), some.longitude.tolist(), strict=True
        )
        _copy(connection, UNITS, (_unit(first + n, *place) for n, place in enumerate(where)))
        have = zip(some.unit.tolist(), some.concept.tolist(), some.role.tolist(), strict=True)
        _copy(connection, HAVE, ((unit, concept, ROLES[role], "", "f") for unit, concept, role in have))
    for _name, made, _constraint in indexes:
        connection.execute(made)


def _unit(number, state, district, latitude, longitude):
    days = 30 + number % 330
    place = f"District {district}", state_code(state), latitude, longitude
    return (
        number,
        number,
        "",
        "",
        "",
        *place,
        "f",
        "{}",
        "t",
        "now",
        "now",
        f"2027-{days // 31 + 1:02}-{days % 28 + 1:02}",
    )


def _opportunities(connection, units, count):
    chance = np.random.default_rng(SEED + 1)
    rows, names, rules = [], [], []
    concepts = asked(chance, count).tolist()
    for number in range(1, count + 1):
        state, district = int(chance.integers(STATES)), int(chance.integers(DISTRICTS))
        kind = list(KINDS)[number % 2]
        north, east = centre_of(state, district)
        place = state_code(state), f"District {district}", round(float(north), 2), round(float(east), 2)
        closes = f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}"
        unit = int(chance.integers(1, units + 1))
        rows.append((number, kind, unit, "Sample", "", "en", "now", "now", closes, "", 0, 0, "{}", "f", *place))
        named = set(concepts[number - 1][: 3 + number % 3])
        names += [(number, concept, KINDS[kind]) for concept in named]
        if chance.random() > ALL_INDIA:
            rules.append((number, "state", "is", json.dumps(state_code(state)), "t", "Clause 4", "1", "2026-04-01"))
    _copy(connection, OPPORTUNITIES, rows)
    _copy(connection, NAMES, names)
    _copy(connection, RULES, rules)


def _copy(connection, statement, rows):
    with connection.cursor().copy(statement) as copy:
        lines = []
        for row in rows:
            lines.append("\t".join(map(str, row)))
            if len(lines) == 10_000:
                copy.write("\n".join(lines) + "\n")
                lines.clear()
        if lines:
            copy.write("\n".join(lines) + "\n")
