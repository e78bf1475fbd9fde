"""The languages the portal offers: Hindi is whole, and in Urdu nobody falls back into English before being registered."""

import pytest

from virtualclusters.ui import messages

IN_URDU = (
    "ui/",
    "accounts/",
    "pages/home/",
    "pages/joining/",
    "pages/finding/",
    "matching/sentences.py",
    "network/organisations/models.py",
    "network/organisations/operations/",
    "network/organisations/places.py",
)
"""What a person meets on the way in: the shared components, the front page, signing in, registering, the first matches."""
COLLEGE, CLUSTERS = "areas/student_projects/templates/student_projects/college/", "pages/clusters/templates/clusters/"
BY_LINK_IN_URDU = (
    f"{COLLEGE}_notice.html",
    f"{COLLEGE}_sign_in.html",
    f"{COLLEGE}consent.html",
    f"{COLLEGE}guardian.html",
    f"{COLLEGE}my_project.html",
    "areas/student_projects/college/notices.py",
    "areas/student_projects/college/views/consent.py",
    "areas/student_projects/templates/student_projects/projects/in_use.html",
    "capabilities/certificates/queries.py",
    "pages/certificates/",
    f"{CLUSTERS}_join.html",
    f"{CLUSTERS}_public.html",
    f"{CLUSTERS}listed.html",
    f"{CLUSTERS}members.html",
    f"{CLUSTERS}room.html",
    "pages/exchange/helping/",
    "pages/exchange/needs.py",
    "pages/exchange/templates/exchange_pages/_need",
    "pages/exchange/templates/exchange_pages/need",
    "pages/exchange/waiting.py",
    "areas/student_projects/waiting.py",
)
"""What a link leads to without an account: a student's and a guardian's yes, a certificate, a cluster; then a need's page."""


@pytest.fixture(scope="module")
def sentences():
    return [message for message in messages.template() if message.id]


def test_every_sentence_of_the_portal_is_there_in_hindi(sentences):
    assert _lacking("hi", sentences) == []


def test_every_sentence_on_the_way_in_is_there_in_urdu(sentences):
    assert _lacking("ur", [message for message in sentences if _is_met(message, IN_URDU)]) == []


def test_every_sentence_to_which_a_link_leads_is_there_in_urdu(sentences):
    assert _lacking("ur", [message for message in sentences if _is_met(message, BY_LINK_IN_URDU)]) == []


@pytest.mark.parametrize("language", messages.languages())
def test_no_translation_waits_to_be_looked_at(language):
    assert [messages._name(m) for m in messages.read(language) if m.id and m.fuzzy] == []


@pytest.mark.parametrize("language", messages.languages())
def test_every_sentence_with_names_in_braces_keeps_them(language):
    faults = [
        (messages._name(message), form)
        for message in messages.read(language)
        if message.id
        for form in _forms(message)
        if form and _braces(form) != _braces(messages._name(message))
    ]

    assert faults == []


def _lacking(language, sentences):
    catalog = messages.read(language)
    return sorted(messages._name(m) for m in sentences if not messages._translated(catalog.get(m.id, m.context)))


def _is_met(message, folders):
    return any(filename.startswith(folders) for filename, _line in message.locations)


def _forms(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _braces(sentence):
    return sorted(part.split("}")[0] for part in sentence.split("{")[1:])
