"""Rows of advice for a side of the matrix: a profile with times, requests, a case at work, an offer of help."""

from datetime import time, timedelta
from types import SimpleNamespace

from tests.factories import make_opportunity, make_unit
from virtualclusters.areas.advice.asking.link import token_for
from virtualclusters.areas.advice.models import (
    AdviceRequest,
    AdviserDetail,
    Case,
    HelpOfferDetail,
    ScopeNote,
    Session,
    Slot,
    WeeklyTime,
)
from virtualclusters.capabilities.calendars.feeds import open_feed
from virtualclusters.capabilities.threads.operations import open_thread, post
from virtualclusters.exchange.engagements.models import Engagement, Party

PLAN = {"baseline_of": "a number", "tasks": "Tasks", "paid_by": "nobody", "confidential": "closed", "conflict": "none"}


def plant_advice(side, at, *, words):
    """Give a side one row of everything that an address of advice can name. Its own unit is advised in the case."""
    side.rows |= {
        "adviser": (profile := _profile(side.unit, at)),
        "asked_link": _asked(profile, side, at),
        "calendar_feed": SimpleNamespace(key=open_feed(person=side.actor.person, at=at)),
        "slot": _slot(side.unit, at, days=5),
        "weekly": WeeklyTime.objects.create(unit=side.unit, weekday=1, starts=time(10, 30), minutes=60, since=at),
        "help_offer": _offer(side, at),
        "advice_request": _request(side, at, words=words),
        "waiting_request": _request(side, at, words="What a facilitator reads", asked_at=at, passed_on_at=at),
        "case_of_advice": (case := _case(side, at, words=words)),
        "held_session": Session.objects.create(
            engagement=case,
            adviser=side.actor.person,
            held_on=at.date(),
            hours=1,
            way="phone",
            notes=words,
            written_at=at,
        ),
    }


def _profile(unit, at):
    profile = make_opportunity(kind="advice", unit=unit, title="Advice that all may read", at=at)
    AdviserDetail.objects.create(opportunity=profile, unit=unit, languages=["hi"], fee_band="free", hours_a_month=8)
    return profile


def _asked(profile, side, at):
    """A third unit asks the side's adviser, who has the link of the message."""
    asker = make_unit(at=at)
    talk = _talk(profile, asker, at, phase="asked", due_at=at + timedelta(days=3))
    token = token_for(engagement_id=talk.pk, person_id=side.actor.person_id, at=at)
    return SimpleNamespace(token=token, pk=talk.pk)


def _talk(profile, lead, at, **columns):
    """An engagement in which it is the adviser's turn, with its two principals."""
    told = {"opened_by": "answerer", "turn": "publisher", "opened_at": at, "moved_at": at} | columns
    talk = Engagement.objects.create(opportunity=profile, lead=lead, **told)
    for party, unit in (("publisher", profile.unit), ("answerer", lead)):
        agreed_at = columns.get("agreed_at")
        Party.objects.create(engagement=talk, side=party, role="principal", unit=unit, agreed_at=agreed_at)
    return talk


def _slot(unit, at, *, days, **columns):
    starts_at = at + timedelta(days=days)
    return Slot.objects.create(unit=unit, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), **columns)


def _offer(side, at):
    offer = make_opportunity(kind="help_offer", unit=side.unit, title="Help that all may read", at=at)
    HelpOfferDetail.objects.create(opportunity=offer, fee_band="free", languages=["hi"])
    return offer


def _request(side, at, *, words, **columns):
    return AdviceRequest.objects.create(
        unit=side.unit,
        asked_by=side.actor.person,
        words=words,
        language="en",
        spoken="hi",
        urgency="no_hurry",
        pays="free",
        created_at=at,
        **columns,
    )


def _case(side, at, *, words):
    """A case under way in which a third organisation advises the side's unit."""
    profile = _profile(make_unit(at=at), at)
    thread = open_thread(people_ids=[side.actor.person_id], at=at)
    due_at = at + timedelta(days=30)
    case = _talk(profile, side.unit, at, phase="under_way", due_at=due_at, agreed_at=at, thread=thread)
    post(thread_id=case.thread_id, author=side.actor.person, words=words, language="en", at=at)
    Case.objects.create(engagement=case, unit_contact=words, adviser_contact=words)
    ScopeNote.objects.create(engagement=case, goal=words, written_by="answerer", written_at=at, **PLAN)
    _slot(profile.unit, at, days=3, taken_by=case, taken_at=at)
    return case
