"""A trainer changes her figures while the unit chooses her: what was chosen is what stands."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections, transaction
from django.utils import timezone

from tests.factories import make_organisation, make_owner, make_unit
from virtualclusters.areas.trainings.models import WishAnswer
from virtualclusters.areas.trainings.wishes.operations import answer_wish, publish_wish
from virtualclusters.exchange.engagements.operations.acting import act

pytestmark = pytest.mark.races
WAITS_AT_LEAST = 0.5
TOLD = {"words": "Two mornings", "hours": 6, "fee": 0, "first_day": date(2030, 1, 10)}


def _wish(at):
    unit = make_unit(at=at)
    told = {"title": "Clean work", "summary": "", "language": "en", "concept_ids": [], "languages": ["hi"]}
    return publish_wish(actor=make_owner(unit), at=at, unit_id=unit.pk, **told)


def test_figures_sent_while_the_unit_chooses_wait_and_change_nothing(committing_database):
    now = timezone.now()
    wish = _wish(now)
    trainer = make_owner(make_unit(organisation=make_organisation(kind="ngo", at=now), at=now))
    where = {"opportunity_id": wish.pk, "unit_id": trainer.organisation.units.get().pk, "actor": trainer, "at": now}
    engagement = answer_wish(**where, **TOLD)
    done = threading.Event()

    def say_dearer():
        try:
            answer_wish(**where, **TOLD | {"fee": 9_000})
        finally:
            done.set()
            connections.close_all()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        act(engagement_id=engagement.pk, verb="choose", actor=make_owner(wish.unit), at=now)
        pool.submit(say_dearer)
        waited = not done.wait(WAITS_AT_LEAST)
    assert (waited, done.wait(30), WishAnswer.objects.get().fee) == (True, True, 0)
