"""Who answers for the units of the country, and what they say in their own words: one owner an organisation, most with a yes."""

TABLES = (
    "accounts_person", "accounts_consent", "organisations_membership", "organisations_capabilitywords",
)  # fmt: skip
RARE_WORDS = 20_000
"""Words that name nothing known: each unit says two of them, each opportunity that names nothing asks for three."""
WORD = "translate(lpad(({} % {})::text, 5, '0'), '0123456789', 'bdfgklmnpr') || 'oza'"
"""SQL for one of these words by a number."""

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
SAID = f"""
    INSERT INTO organisations_capabilitywords (unit_id, part, words, language, written_at, not_meant)
    SELECT n, 'products', {WORD.format("n::bigint * 7919", RARE_WORDS)} || ' ' || {WORD.format("n::bigint * 104729", RARE_WORDS)},
        'en', now(), '{{}}'
    FROM generate_series(1, %s) n
""".replace(" % ", " %% ")  # noqa: S608 - numbers of its own
NAMELESS = f"""
    UPDATE opportunities_opportunity SET title = array_to_string(said.words, ' '), unread_words = said.words
    FROM (
        SELECT n, ARRAY[
            {WORD.format("n::bigint * 31", RARE_WORDS)}, {WORD.format("n::bigint * 37", RARE_WORDS)},
            {WORD.format("n::bigint * 41", RARE_WORDS)}
        ] AS words FROM generate_series(10, %s, 10) n
    ) said WHERE id = said.n
""".replace(" % ", " %% ")  # noqa: S608 - numbers of its own
NAMES_GONE = "DELETE FROM opportunities_opportunityconcept WHERE opportunity_id %% 10 = 0 AND opportunity_id <= %s"


def fill_people(connection, units):
    """An owner for every organisation, nine in ten with a yes to messages, and two unknown words for every unit."""
    for statement in (PEOPLE, MEMBERS, CONSENTS, SAID):
        connection.execute(statement, [units])


def fill_nameless(connection, opportunities):
    """Every tenth opportunity names nothing known and is found by its words alone."""
    connection.execute(NAMES_GONE, [opportunities])
    connection.execute(NAMELESS, [opportunities])
