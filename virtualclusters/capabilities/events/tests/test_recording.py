from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.events.reactions import REACTIONS, react
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs import job, run_jobs

NOON = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)
HEARD = []


@dataclass(frozen=True)
class Someone:
    person_id: int
    organisation_id: int


@job(name="tests.hear")
def hear(*, event_id) -> None:
    HEARD.append(event_id)


@job(name="tests.hear_subject")
def hear_subject(*, subject_id) -> None:
    HEARD.append(subject_id)


@pytest.fixture
def reaction():
    HEARD.clear()
    react("lamp.lit", hear, hear_subject)
    yield
    del REACTIONS["lamp.lit"]


def lit(**dimensions) -> Event:
    return record("lamp.lit", actor=Someone(3, 4), at=NOON, subject="lamp", subject_id=9, **dimensions)


@pytest.mark.django_db
def test_event_keeps_ids_codes_and_dimensions():
    lit(state="KA", size="micro", clusters=[1, 2])

    row = Event.objects.values(
        "code", "at", "actor_person_id", "actor_organisation_id", "subject", "subject_id", "dimensions", "chain"
    ).get()
    assert row == {
        "code": "lamp.lit",
        "at": NOON,
        "actor_person_id": 3,
        "actor_organisation_id": 4,
        "subject": "lamp",
        "subject_id": 9,
        "dimensions": {"state": "KA", "size": "micro", "clusters": [1, 2]},
        "chain": None,
    }


@pytest.mark.parametrize(
    "words", ["Asha Devi", "asha@example.in", {"name": "Asha"}, 1.5, "x" * 65, ["KA", "Asha Devi"]]
)
@pytest.mark.django_db
def test_event_with_words_in_a_dimension_is_refused(words):
    with pytest.raises(ValueError, match="must be a code"):
        lit(name=words)

    assert Event.objects.count() == 0


@pytest.mark.django_db
def test_event_whose_code_is_not_a_code_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        record("Lamp lit!", at=NOON, subject="lamp", subject_id=9)


@pytest.mark.django_db
def test_event_sets_off_the_jobs_that_react_to_it(reaction):
    event = lit()

    run_jobs()

    assert [event.pk, 9] == HEARD


@pytest.mark.django_db
def test_event_rolled_back_sets_off_nothing(reaction):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lit()
        raise ZeroDivisionError

    assert (run_jobs(), HEARD) == ([], [])


def test_reaction_named_twice_is_refused(reaction):
    with pytest.raises(ValueError, match=r"tests\.hear reacts to lamp\.lit already"):
        react("lamp.lit", hear)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE events_event SET code = 'lamp.out'", "DELETE FROM events_event", "TRUNCATE events_event"],
)
@pytest.mark.django_db
def test_portal_may_not_change_or_remove_an_event(statement):
    lit()

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Event.objects.count() == 1
