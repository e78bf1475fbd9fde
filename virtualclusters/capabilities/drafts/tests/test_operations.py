from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError

from virtualclusters.accounts.erasure import all_erasers
from virtualclusters.accounts.exporting import everything_about
from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.capabilities.drafts.operations import (
    digest,
    discard,
    discard_session,
    hand_over,
    load,
    save,
    sweep,
)
from virtualclusters.capabilities.drafts.queries import forget
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 21, 12, tzinfo=IST)
LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def asha(db):
    return Person.objects.create_user(phone="+919800000011", name="Sample Asha")


def test_what_was_saved_is_loaded_by_its_holder_alone(asha):
    other = Person.objects.create_user(phone="+919800000012")
    save(form="joining", values={"name": "शहद वाले", "products": ["honey"]}, person=asha, at=NOON)

    assert load(form="joining", person=asha).values == {"name": "शहद वाले", "products": ["honey"]}
    assert (load(form="joining", person=other), load(form="joining", person=asha, subject="unit:2")) == (None, None)


def test_saving_again_replaces_and_counts_the_version(asha):
    save(form="joining", values={"name": "a"}, person=asha, at=NOON)
    draft = save(form="joining", values={"name": "b"}, person=asha, at=LATER)

    assert (draft.values, draft.version, draft.updated_at, Draft.objects.count()) == ({"name": "b"}, 2, LATER, 1)


def test_the_same_page_sent_twice_is_harmless(asha):
    save(form="joining", values={"name": "a"}, person=asha, at=NOON)
    save(form="joining", values={"name": "b"}, person=asha, at=NOON, version=1)

    assert save(form="joining", values={"name": "b"}, person=asha, at=LATER, version=1).version == 2


def test_a_page_older_than_what_is_kept_is_refused(asha):
    save(form="joining", values={"name": "a"}, person=asha, at=NOON)
    save(form="joining", values={"name": "b"}, person=asha, at=NOON, version=1)
    with pytest.raises(Refused) as refused:
        save(form="joining", values={"name": "c"}, person=asha, at=LATER, version=1)

    assert (refused.value.code, load(form="joining", person=asha).values) == ("draft_changed", {"name": "b"})


def test_codes_secrets_and_files_are_never_kept(asha):
    values = {
        "name": "a",
        "code": "123456",
        "csrfmiddlewaretoken": "x",
        "Password": "y",
        "aadhaar_number": "z",
        "file": open,
    }
    save(form="joining", values=values, person=asha, at=NOON)

    assert load(form="joining", person=asha).values == {"name": "a"}


def test_a_draft_of_a_session_is_kept_under_a_digest_and_handed_over_at_sign_in(asha):
    save(form="joining", values={"name": "a"}, session_key="key", at=NOON)
    stored = Draft.objects.get()
    hand_over(session_key="key", person=asha)

    assert (stored.session, stored.person) == (digest("key"), None)
    assert (load(form="joining", person=asha).values, load(form="joining", session_key="key")) == ({"name": "a"}, None)


@pytest.mark.parametrize(("own_at", "left"), [(NOON, "from the session"), (LATER + timedelta(1), "her own")])
def test_at_sign_in_the_newer_words_win(asha, own_at, left):
    save(form="joining", values={"name": "her own"}, person=asha, at=own_at)
    save(form="joining", values={"name": "from the session"}, session_key="key", at=LATER)
    hand_over(session_key="key", person=asha)

    assert [draft.values["name"] for draft in Draft.objects.all()] == [left]


def test_what_was_sent_is_discarded(asha):
    save(form="joining", values={"name": "a"}, person=asha, at=NOON)
    save(form="other", values={"name": "a"}, person=asha, at=NOON)
    discard(form="joining", person=asha)

    assert [draft.form for draft in Draft.objects.all()] == ["other"]


def test_signing_out_on_a_shared_phone_forgets_the_session(db):
    save(form="joining", values={"name": "a"}, session_key="key", at=NOON)
    discard_session(session_key="key")

    assert Draft.objects.count() == 0


def test_old_drafts_are_swept_those_of_sessions_sooner(asha):
    save(form="old", values={"name": "a"}, person=asha, at=NOON - timedelta(days=91))
    save(form="kept", values={"name": "a"}, person=asha, at=NOON - timedelta(days=89))
    save(form="forgotten", values={"name": "a"}, session_key="key", at=NOON - timedelta(days=8))
    save(form="fresh", values={"name": "a"}, session_key="key", at=NOON - timedelta(days=6))

    assert (sweep(at=NOON), sorted(draft.form for draft in Draft.objects.all())) == (2, ["fresh", "kept"])


def test_a_draft_that_is_too_long_is_refused(asha):
    with pytest.raises(Refused) as refused:
        save(form="joining", values={"name": "a" * 50_001}, person=asha, at=NOON)

    assert refused.value.code == "draft_too_long"


def test_a_draft_without_a_holder_cannot_be_written(db):
    with pytest.raises(ValueError, match="needs a person"):
        save(form="joining", values={}, at=NOON)
    with pytest.raises(IntegrityError):
        Draft.objects.create(form="joining", updated_at=NOON)


def test_an_erased_person_leaves_no_drafts_and_an_export_holds_them_all(asha):
    save(form="joining", values={"name": "a"}, person=asha, at=NOON)
    exported = {section.name: rows for section, rows in everything_about(asha)}["drafts"]
    forget(person=asha, at=LATER)

    assert exported == [{"form": "joining", "subject": "", "values": {"name": "a"}, "updated_at": NOON}]
    assert (Draft.objects.count(), forget in all_erasers()) == (0, True)
