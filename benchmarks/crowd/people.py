"""Who answers for the units of the country, and what they say in their own words: one owner an organisation, most with a yes."""

TABLES = (
    "accounts_person", "accounts_consent", "organisations_membership", "organisations_capabilitywords",
)  # fmt: skip
RARE_WORDS = 20_000
"""Words that name nothing known: each unit says two of them, each opportunity that names nothing asks for three."""
A_WORD = """
    CREATE OR REPLACE FUNCTION pg_temp.a_word(number bigint, words int) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT translate(lpad((number % words)::text, 5, '0'), '0123456789', 'bdfgklmnpr') || 'oza' $$
"""
"""One of these words, by a number."""

PEOPLE = """
    INSERT INTO accounts_person (id, password, is_superuser, name, language, joined_at, is_sample, is_active, sign_ins)
    OVERRIDING SYSTEM VALUE
    SELECT n, '', false, 'Sample ' || n, 'en', now(), true, true, 1 FROM generate_series(1, %s) n
"""
MEMBERS = """
    INSERT INTO organisations_membership (person_id, organisation_id, role, since)
    SELECT n, n, 'owner', now() FROM generate_series(1, %s) n
"""
CONSENTS = """
    INSERT INTO accounts_consent (person_id, purpose, given, notice, language, channel, at)
    SELECT n, 'messages', true, 'joining', 'en', 'web', now() FROM generate_series(1, %s) n WHERE n %% 10 <> 0
"""
SAID = """
    INSERT INTO organisations_capabilitywords (unit_id, part, words, language, written_at, not_meant)
    SELECT n, 'products', pg_temp.a_word(n::bigint * 7919, %s) || ' ' || pg_temp.a_word(n::bigint * 104729, %s), 'en', now(), '{}'
    FROM generate_series(1, %s) n
"""
NAMELESS = """
    UPDATE opportunities_opportunity SET title = array_to_string(said.words, ' '), unread_words = said.words
    FROM (
        SELECT n, ARRAY[
            pg_temp.a_word(n::bigint * 31, %s), pg_temp.a_word(n::bigint * 37, %s), pg_temp.a_word(n::bigint * 41, %s)
        ] AS words FROM generate_series(10, %s, 10) n
    ) said WHERE id = said.n
"""
NAMES_GONE = "DELETE FROM opportunities_opportunityconcept WHERE opportunity_id %% 10 = 0 AND opportunity_id <= %s"


def fill_people(connection, units):
    """An owner for every organisation, nine in ten with a yes to messages, and two unknown words for every unit."""
    connection.execute(A_WORD)
    for statement in (PEOPLE, MEMBERS, CONSENTS):
        connection.execute(statement, [units])
    connection.execute(SAID, [RARE_WORDS, RARE_WORDS, units])


def fill_nameless(connection, opportunities):
    """Every tenth opportunity names nothing known and is found by its words alone."""
    connection.execute(NAMES_GONE, [opportunities])
    connection.execute(A_WORD)
    connection.execute(NAMELESS, [RARE_WORDS, RARE_WORDS, RARE_WORDS, opportunities])
