"""The night, on an Indian clock."""

from datetime import datetime

import pytest

from virtualclusters.capabilities.messaging.quiet_hours import is_quiet, last_morning, next_hour_to_send
from virtualclusters.foundation.time import IST


def indian(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=IST)


@pytest.mark.parametrize(
    ("moment", "quiet", "next_hour", "morning"),
    [
        (indian(20, 9), False, indian(20, 9), indian(20, 9)),
        (indian(20, 20, 59), False, indian(20, 20, 59), indian(20, 9)),
        (indian(20, 21), True, indian(21, 9), indian(20, 9)),
        (indian(21, 0, 30), True, indian(21, 9), indian(20, 9)),
        (indian(21, 8, 59), True, indian(21, 9), indian(20, 9)),
    ],
)
def test_the_night_when_the_clock_shows_a_time_begins_at_nine_and_ends_at_nine(moment, quiet, next_hour, morning):
    assert (is_quiet(moment), next_hour_to_send(moment), last_morning(moment)) == (quiet, next_hour, morning)


def test_is_quiet_when_the_night_is_turned_off_never_is(settings):
    settings.QUIET_HOURS = False

    assert is_quiet(indian(20, 23)) is False
