"""A sending that dies between two batches, or runs twice at once, tells nobody twice and forgets nobody."""

import os
import subprocess
import sys
import threading
from collections import Counter

import pytest
from django.db import connections

from virtualclusters.areas.targeted_notices.models import Notice, Receiver
from virtualclusters.areas.targeted_notices.operations import sending
from virtualclusters.areas.targeted_notices.operations.telling import tell_some
from virtualclusters.areas.targeted_notices.tests.sending import NOW, make_draft, make_reader, make_sender
from virtualclusters.capabilities.messaging.models import Notification

pytestmark = pytest.mark.races
RECEIVERS, BATCH, WORKERS = 40, 4, 6
TELLER = """
import os, sys, django
django.setup()
from datetime import datetime
from virtualclusters.areas.targeted_notices.operations import telling
telling.A_BATCH = {batch}
written = telling._notify
def dying(notice, people, at):
    written(notice, people, at)
    if os.environ.get("DIE_AT") == str(len(done)):
        os.kill(os.getpid(), 9)
    done.append(1)
done = []
telling._notify = dying
while telling.tell_some(notice_id={notice}, at=datetime.fromisoformat({at!r})):
    pass
"""


@pytest.fixture
def notice(committing_database):
    """A notice to forty, sent and not told yet."""
    sender = make_sender()
    for _number in range(RECEIVERS):
        make_reader()
    return sending.submit(notice_id=make_draft(sender).pk, actor=sender, at=NOW)


def told():
    """(outcomes, how many were written to, and how many different people)."""
    people = list(Notification.objects.values_list("person", flat=True))
    return dict(Counter(Receiver.objects.values_list("outcome", flat=True))), len(people), len(set(people))


def test_two_and_more_workers_at_one_notice_tell_each_once(notice, monkeypatch):
    monkeypatch.setattr("virtualclusters.areas.targeted_notices.operations.telling.A_BATCH", BATCH)
    start = threading.Barrier(WORKERS)

    def run():
        start.wait()
        while tell_some(notice_id=notice.pk, at=NOW):
            pass
        connections.close_all()

    threads = [threading.Thread(target=run) for _number in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert told() == ({"sms": RECEIVERS}, RECEIVERS, RECEIVERS)


def test_a_sending_killed_in_the_middle_of_a_batch_goes_on_and_tells_each_once(
    notice, committing_database, postgres_server
):
    url = postgres_server.url(database=committing_database)
    ended = [_tells(notice, url, die_at=turn) for turn in (0, 2, 1)]

    last = _tells(notice, url)

    notice = Notice.objects.get(pk=notice.pk)
    assert (ended, last, notice.done_at) == ([-9, -9, -9], 0, NOW)
    assert told() == ({"sms": RECEIVERS}, RECEIVERS, RECEIVERS)


def _tells(notice, url, die_at=None):
    """A process that tells until nobody is left, or kills itself inside a batch; how it ended."""
    environment = {**os.environ, "DATABASE_URL": url} | ({"DIE_AT": str(die_at)} if die_at is not None else {})
    script = TELLER.format(batch=BATCH, notice=notice.pk, at=NOW.isoformat())
    return subprocess.run([sys.executable, "-c", script], env=environment, check=False).returncode


def test_two_notices_at_once_do_not_give_a_unit_more_than_its_week(committing_database, settings):
    settings.NOTICES_A_WEEK = 1
    offices = [make_sender() for _number in range(2)]
    for _number in range(8):
        make_reader()
    notices = [sending.submit(notice_id=make_draft(one).pk, actor=one, at=NOW) for one in offices]
    start = threading.Barrier(2)

    def run(notice):
        start.wait()
        tell_some(notice_id=notice.pk, at=NOW)
        connections.close_all()

    threads = [threading.Thread(target=run, args=(one,)) for one in notices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert told() == ({"sms": 8, "enough": 8}, 8, 8)
