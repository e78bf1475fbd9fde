"""The work: a student's week, a word on it, the review half way, what is handed over."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import Deliverable, LogComment, MidReview, WeekLog
from virtualclusters.areas.student_projects.projects.standing import TEACHERS, Seat, place_for_change
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

WEEKS_BACK = 4
"""A student may write up to so many weeks late."""


def week_of(day):
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def open_weeks(engagement, at):
    """The Mondays a student may write for now, the newest first: none before the work began."""
    this = week_of(day_in_india(at))
    first = week_of(day_in_india(engagement.agreed_at))
    return [
        this - timedelta(days=7 * back) for back in range(WEEKS_BACK + 1) if this - timedelta(days=7 * back) >= first
    ]


@transaction.atomic
def write_week(*, engagement_id, week, hours, done, actor, at):
    """Write what the actor, a student of the team, did in a week; writing the same week again replaces it.

    Args:
        week: its Monday.
        hours: more than 0, at most 60.

    Raises:
        NotFound: she is no student of the team.
        Refused: the work is not under way; her consent is not whole; the week is not open.
    """
    place = _at_work(engagement_id, actor, {Seat.STUDENT})
    if standing(place.student, on=day_in_india(at)) is not Standing.CONSENTED:
        raise Refused(
            "student_without_consent", _("Your consent is missing or was taken back."), _("Ask your college.")
        )
    if week not in open_weeks(place.engagement, at):
        raise Refused("week_closed", _("This week is not open any more."), _("Choose another week."))
    log, _new = WeekLog.objects.update_or_create(
        engagement=place.engagement,
        student=place.student,
        week=week,
        defaults={"hours": hours, "done": done, "written_at": at},
    )
    record_of("project.week_written", place.engagement, actor=actor, at=at, side=place.side)
    return log


@transaction.atomic
def comment(*, log_id, words, actor, at):
    """Say a word on a student's week, for the unit or as her teacher.

    Raises:
        NotFound: there is no such week in a project of hers, or she is a student herself.
    """
    log = WeekLog.objects.filter(pk=log_id).first()
    if log is None:
        raise NotFound
    place = place_for_change(log.engagement_id, actor=actor)
    if place.seat == Seat.STUDENT:
        raise NotFound
    said = LogComment.objects.create(log=log, person=actor.person, side=place.side, words=words, said_at=at)
    record_of("project.week_commented", place.engagement, actor=actor, at=at, side=place.side)
    return said


@transaction.atomic
def review(*, engagement_id, on_track, words, actor, at):
    """Say half way whether the project is on track, once a side.

    Raises:
        NotFound: she is a student of the team, or takes no part.
        Refused: the work is not under way; it is not on track and no word says why; the side has said it already.
    """
    place = _at_work(engagement_id, actor, {Seat.UNIT, *TEACHERS})
    if not on_track and not words.strip():
        raise Refused("reason_missing", _("Say what is wrong, so that the others can help."))
    try:
        with transaction.atomic():
            given = MidReview.objects.create(
                engagement=place.engagement, side=place.side, on_track=on_track, words=words, given_at=at
            )
    except IntegrityError as twice:
        raise Refused("given_already", _("Your side has said this already.")) from twice
    code = "project.on_track" if on_track else "project.off_track"
    record_of(code, place.engagement, actor=actor, at=at, side=place.side)
    return given


@transaction.atomic
def hand_over(*, engagement_id, title, actor, at, number_after=None, file=None):
    """Hand over what the team made, with the number after it as the team measured it.

    Args:
        file: an upload, or None. It is stored only when all else is in order.

    Raises:
        NotFound: she is not of the team's side.
        Refused: the work is not under way; the file is empty or too large.
    """
    place = _at_work(engagement_id, actor, {Seat.STUDENT, *TEACHERS})
    made = Deliverable.objects.create(
        engagement=place.engagement,
        title=title,
        file=receive(file, person=actor.person, purpose="evidence", at=at) if file else None,
        number_after=number_after,
        handed_by=actor.person,
        handed_at=at,
    )
    record_of("project.handed_over", place.engagement, actor=actor, at=at, side=place.side)
    return made


def _at_work(engagement_id, actor, seats):
    place = place_for_change(engagement_id, actor=actor)
    if place.seat not in seats:
        raise NotFound
    if place.engagement.phase != Phase.UNDER_WAY:
        raise Refused("not_under_way", _("This can be written while the work is under way."))
    return place
