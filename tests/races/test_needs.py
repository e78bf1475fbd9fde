"""One tap that is pressed many times at once publishes one draft."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_owner, make_unit
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.pages.exchange.helping.sending import send

pytestmark = pytest.mark.races
PRESSES = 5


def test_a_draft_that_is_sent_five_times_at_once_is_published_once(committing_database_with_words):
    unit, now = make_unit(), timezone.now()
    owner = make_owner(unit)
    need = state_need(unit_id=unit.pk, words="masala pisne ki machine chahiye", language="hi", actor=owner, at=now)
    view_of(need, at=now, language="hi"), reverse("needs")  # what a server has loaded long ago
    start = threading.Barrier(PRESSES)

    def press(_number):
        start.wait()
        try:
            send(need_id=need.pk, kind="requirement", actor=owner, at=now)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PRESSES) as pool:
        list(pool.map(press, range(PRESSES)))

    assert Opportunity.objects.filter(need=need).count() == 1
