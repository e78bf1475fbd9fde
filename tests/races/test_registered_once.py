"""One form of registration, sent four times at once: one firm, and everybody is told that it is hers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.utils import timezone

from tests.factories import make_person
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.operations.registering import Firm, register_enterprise

pytestmark = pytest.mark.races
AT_ONCE = 4


def test_a_form_sent_four_times_at_once_registers_one_firm(committing_database_with_words):
    now, person = timezone.now(), make_person()
    firm = Firm(name="Sample Pickles", pin="422001", language="en")

    def send(_number):
        try:
            return register_enterprise(
                firm=firm,
                said={},
                owner_name="Asha",
                consents={"register", "show_profile"},
                notice="joining 2026-11",
                actor=actor_for(person),
                at=now,
                once="f" * 32,
            ).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        made = list(pool.map(send, range(AT_ONCE)))

    assert (made, Organisation.objects.count()) == ([Organisation.objects.get().pk] * AT_ONCE, 1)
