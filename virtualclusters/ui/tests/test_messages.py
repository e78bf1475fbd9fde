import pytest

from virtualclusters.ui import messages

OWN = ("ui/", "pages/home", "django")


@pytest.fixture(scope="module")
def own():
    found = (m for m in messages.template() if m.id)
    return [m for m in found if any(place[0].startswith(OWN) for place in m.locations)]


def test_every_sentence_of_the_interface_is_there_in_hindi(own):
    hindi = messages.read("hi")

    assert [m.id for m in own if not messages._translated(hindi.get(m.id, m.context))] == []


def test_every_translation_keeps_the_places_for_names_and_figures():
    faults = [
        (language, message.id)
        for language in messages.languages()
        for message in messages.read(language)
        if message.id and message.python_format and message.string
        for _error in message.check()
    ]

    assert faults == []


def test_gathering_keeps_every_translation(tmp_path, monkeypatch):
    folder = tmp_path / "hi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text((messages.po_path("hi")).read_text())
    before = {m.id: m.string for m in messages.read("hi") if m.id and messages._translated(m)}
    wanted = {m.id for m in messages.template()}
    monkeypatch.setattr(messages, "LOCALE", tmp_path)

    messages.extract()

    after = {m.id: m.string for m in messages.read("hi") if m.id}
    assert {key: after[key] for key in before if key in wanted} == {k: v for k, v in before.items() if k in wanted}
