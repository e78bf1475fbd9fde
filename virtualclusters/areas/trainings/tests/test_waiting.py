"""What waits on a trainer's desk: people to tick, a class to finish; never a turn for every seat."""

from datetime import timedelta

import pytest

from virtualclusters.areas.trainings import waiting
from virtualclusters.areas.trainings.jobs import begin_due
from virtualclusters.areas.trainings.operations import teaching
from virtualclusters.areas.trainings.tests.classes import NOW, make_booking, make_class
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.network.waiting import what_waits_for

pytestmark = pytest.mark.django_db
FIRST, SECOND = NOW + timedelta(days=2, hours=1), NOW + timedelta(days=3, hours=1)
AFTER = NOW + timedelta(days=4)
TICK, FINISH = "Who was there? Tick the people", "The last session is over: finish the class"


@pytest.fixture
def held(settings, tmp_path):
    """A class of two sessions with three people."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    opportunity, trainer = make_class()
    for name in ("Asha Sample", "Bina Sample", "Chand Sample"):
        make_booking(opportunity, name)
    run_jobs()
    return opportunity, trainer


def labels(trainer, at):
    """What waits, but for the lock that every trainer's role needs."""
    return [item.label for item in what_waits_for(trainer, at=at) if "lock" not in item.label]


def test_seats_that_were_given_are_no_turns_and_nothing_waits_before_the_first_session(held):
    assert labels(held[1], NOW) == []


def test_each_session_that_has_begun_waits_until_somebody_is_ticked_then_the_class_to_be_finished(held):
    opportunity, trainer = held
    begin_due(at=FIRST)
    first, second = opportunity.training.sessions.all()
    told = [labels(trainer, FIRST), labels(trainer, SECOND)]

    teaching.mark(session_id=first.pk, present=True, actor=trainer, at=FIRST)
    told.append([item.href for item in waiting.classes(actor=trainer, at=AFTER)])
    teaching.mark(session_id=second.pk, present=True, actor=trainer, at=AFTER)
    told.append(labels(trainer, AFTER))
    teaching.finish(opportunity_id=opportunity.pk, actor=trainer, at=AFTER)

    assert told == [[TICK], [TICK, TICK], [f"/en/trainings/sessions/{second.pk}/attendance/"], [FINISH]]
    assert waiting.classes(actor=trainer, at=AFTER) == []


def test_a_class_to_which_nobody_came_waits_only_to_be_finished(settings):
    _opportunity, trainer = make_class()

    assert (labels(trainer, SECOND), labels(trainer, AFTER)) == ([], [FINISH])


def test_another_trainers_class_waits_for_nobody_else(held):
    _other, trainer = make_class()

    assert labels(trainer, FIRST) == []


@pytest.mark.parametrize("classes", [1, 12])
def test_it_is_asked_once_however_many_classes_wait(held, django_assert_num_queries, classes):
    trainer = held[1]
    for _each in range(classes):
        make_booking(make_class(trainer)[0])

    with django_assert_num_queries(1):
        waiting.classes(actor=trainer, at=AFTER)
