"""All that a project's page shows to one of those who take part."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, Sum

from virtualclusters.areas.student_projects.college.visibility import visible_names
from virtualclusters.areas.student_projects.models import (
    Deliverable,
    Evaluation,
    MidReview,
    ProjectCertificate,
    Student,
    Terms,
    WeekLog,
)
from virtualclusters.areas.student_projects.projects.operations.closing import BY
from virtualclusters.areas.student_projects.projects.operations.working import week_of
from virtualclusters.areas.student_projects.projects.rules import team_of
from virtualclusters.areas.student_projects.projects.standing import Place, Seat, place_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.outcomes.queries import BLIND_FOR
from virtualclusters.foundation.time import day_in_india


class Next(StrEnum):
    """The one thing to do now."""

    NOTHING = "nothing"
    CHOOSE_TERMS = "choose_terms"
    READ_TERMS = "read_terms"
    WAIT_FOR_YES = "wait_for_yes"
    BEGIN = "begin"
    WRITE_WEEK = "write_week"
    WEEK_WRITTEN = "week_written"
    READ_WEEKS = "read_weeks"
    SAY_HOW_IT_WAS = "say_how_it_was"


@dataclass(frozen=True)
class Mate:
    """A student of the team: the name, or empty when the reader may not see it; hours logged; the certificate's id."""

    student: Student
    name: str
    hours: object
    certificate: ProjectCertificate | None


@dataclass(frozen=True)
class WorkPage:
    """What the page shows; ``words`` are the last words that are open to the reader."""

    place: Place
    team: object
    mates: list[Mate]
    terms: Terms | None
    reviews: dict
    deliverables: list[Deliverable]
    evaluations: list[Evaluation]
    gave_word: bool
    next: Next

    @property
    def engagement(self):
        return self.place.engagement

    @property
    def seat(self):
        return self.place.seat

    @property
    def under_way(self):
        return self.engagement.phase == Phase.UNDER_WAY

    @property
    def may_review(self):
        return self.under_way and self.seat != Seat.STUDENT and self.place.side not in self.reviews

    @property
    def may_hand_over(self):
        return self.under_way and self.seat != Seat.UNIT


def work_page(pk, *, actor, at) -> WorkPage:
    """Gather the page.

    Raises:
        NotFound: the actor takes no part, or there is none.
    """
    place = place_of(pk, actor=actor)
    engagement = place.engagement
    team = place.work.team if place.work else team_of(engagement)
    terms = Terms.objects.filter(engagement=engagement).first()
    given = list(Evaluation.objects.filter(engagement=engagement).order_by("pk"))
    gave = any(_is_own(one, place) for one in given)
    return WorkPage(
        place=place,
        team=team,
        mates=_mates(place, team, actor, at) if engagement.agreed_at else [],
        terms=terms,
        reviews={one.side: one for one in MidReview.objects.filter(engagement=engagement)},
        deliverables=list(Deliverable.objects.filter(engagement=engagement).select_related("file")),
        evaluations=open_words(given, place, at=at),
        gave_word=gave,
        next=_next(place, terms, gave, at=at),
    )


def open_words(given, place, *, at):
    """The last words that a reader may see: her own, and all once unit and faculty gave theirs, or 14 days after the end.

    What a student said is shown to nobody before every student said it, and then without a name.
    """
    if not given:
        return []
    ended = place.engagement.ended_at
    over = ended is not None and at - ended >= BLIND_FOR
    both = {Evaluation.By.UNIT, Evaluation.By.FACULTY} <= {one.by for one in given}
    shown = [one for one in given if over or both or _is_own(one, place)]
    if over or _all_students_gave(given, place):
        return shown
    return [one for one in shown if one.by != Evaluation.By.STUDENT or _is_own(one, place)]


def _all_students_gave(given, place):
    if place.work is None:
        return False
    gave = {one.student_id for one in given if one.student_id}
    team = Student.objects.filter(team_memberships__team=place.work.team_id, team_memberships__left_at=None)
    return not team.exclude(pk__in=gave).exists()


def _is_own(evaluation, place):
    own_student = place.student.pk if place.student else None
    return (evaluation.by, evaluation.student_id) == (BY[place.seat], own_student)


def _mates(place, team, actor, at):
    if team is None:
        return []
    engagement = place.engagement
    logged = Sum("logs__hours", filter=Q(logs__engagement=engagement))
    in_team = Q(team_memberships__team=team, team_memberships__left_at=None)
    ids = Student.objects.filter(in_team | Q(logs__engagement=engagement)).values("pk")
    students = list(Student.objects.filter(pk__in=ids).annotate(hours=logged).order_by("pk"))
    names = visible_names(students, actor=actor, at=at)
    certificates = _certificates(engagement) if engagement.ended_at else {}
    return [Mate(one, names.get(one.pk, ""), one.hours or 0, certificates.get(one.pk)) for one in students]


def _certificates(engagement):
    return {one.student_id: one for one in ProjectCertificate.objects.filter(engagement=engagement)}


def _next(place, terms, gave, *, at):
    phase = place.engagement.phase
    if phase == Phase.AGREED and place.seat in (Seat.UNIT, Seat.COLLEGE):
        return _next_before_work(place, terms)
    if phase == Phase.UNDER_WAY:
        return _next_at_work(place, at)
    if phase == Phase.CLOSED and not gave:
        return Next.SAY_HOW_IT_WAS
    return Next.NOTHING


def _next_at_work(place, at):
    if place.seat != Seat.STUDENT:
        return Next.READ_WEEKS
    this_week = WeekLog.objects.filter(
        engagement=place.engagement, student=place.student, week=week_of(day_in_india(at))
    )
    return Next.WEEK_WRITTEN if this_week.exists() else Next.WRITE_WEEK


def _next_before_work(place, terms):
    if terms is None:
        return Next.CHOOSE_TERMS
    if terms.stand:
        return Next.BEGIN
    said = terms.unit_agreed_at if place.seat == Seat.UNIT else terms.college_agreed_at
    return Next.READ_TERMS if said is None else Next.WAIT_FOR_YES
