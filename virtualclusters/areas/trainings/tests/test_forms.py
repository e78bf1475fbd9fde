from datetime import time, timedelta

import pytest
from django import forms as django_forms
from django.utils import timezone

from virtualclusters.areas.trainings.forms import CalendarFilter, SessionForm, TrainingForm
from virtualclusters.areas.trainings.rules import share_attended
from virtualclusters.areas.trainings.tests.classes import NOW
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.time_field import TimeField

SOON = day_in_india(timezone.now()) + timedelta(days=10)


def _typed(**changes):
    typed = {
        "title": "Safe honey processing",
        "mode": "in_person",
        "venue": "Hall 2, Pune",
        "first_day_day": str(SOON.day),
        "first_day_month": str(SOON.month),
        "first_day_year": str(SOON.year),
        "starts": "10 am",
        "ends": "1 pm",
        "meetings": "3",
        "rhythm": "7",
        "places": "20",
        "languages": ["hi"],
        "level": "first_steps",
        "paid_by": "scheme",
        "attendance_needed": "75",
        "once": "a" * 32,
    }
    return typed | changes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30 am", time(10, 30)),
        ("3 pm", time(15)),
        ("12 am", time(0)),
        ("१५:४५", time(15, 45)),
        ("9", time(9)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, meant):
    assert TimeField().clean(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "13 pm", "10:75", "noon", "0 am"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(django_forms.ValidationError):
        TimeField().clean(typed)


def test_three_weekly_sessions_become_three_days_a_week_apart():
    form = TrainingForm(_typed())

    assert form.is_valid(), form.errors
    days = [day_in_india(session["starts_at"]) for session in form.columns()["sessions"]]
    assert days == [SOON, SOON + timedelta(days=7), SOON + timedelta(days=14)]


def test_a_fee_is_paid_by_the_unit_and_none_by_whom_it_says():
    paid, free = TrainingForm(_typed(fee="500")), TrainingForm(_typed())

    assert (paid.is_valid(), free.is_valid()) == (True, True)
    assert [(one.columns()["fee"], one.columns()["paid_by"]) for one in (paid, free)] == [(500, "unit"), (0, "scheme")]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first_day_year": "2020"}, "first_day"),
        ({"ends": "9 am"}, "ends"),
        ({"venue": ""}, "venue"),
        ({"places": "0"}, "places"),
        ({"pin": "000001"}, "pin"),
        ({"attendance_needed": "101"}, "attendance_needed"),
        ({"link": "not a link"}, "link"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(changes, field):
    form = TrainingForm(_typed(**changes))

    assert (form.is_valid(), list(form.errors)) == (False, [field])


def test_a_session_form_gives_indian_times():
    typed = {
        "day_day": str(SOON.day),
        "day_month": str(SOON.month),
        "day_year": str(SOON.year),
        "starts": "10",
        "ends": "11:30",
    }
    form = SessionForm(typed)

    assert form.is_valid(), form.errors
    assert f"{form.columns()['ends_at']:%H:%M %z}" == "11:30 +0530"


def test_an_unknown_filter_counts_as_not_chosen():
    assert CalendarFilter({"language": "xx", "free": "on"}).chosen() == {"free": True}


def test_attendance_is_counted_in_hours():
    class Meeting:
        def __init__(self, pk, hours):
            self.pk, self.starts_at, self.ends_at = pk, NOW, NOW + timedelta(hours=hours)

    assert share_attended([Meeting(1, 3), Meeting(2, 1)], {1}) == 75
