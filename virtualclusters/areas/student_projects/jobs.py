"""What happens to projects by themselves. Each job may run twice; how long each waits is a setting."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from virtualclusters.areas.student_projects.college.operations.consenting import ask_again_at_eighteen
from virtualclusters.areas.student_projects.college.operations.forgetting import forget_details
from virtualclusters.areas.student_projects.models import (
    CallItem,
    LogComment,
    MidReview,
    ProjectWork,
    StillInUse,
    WeekLog,
)
from virtualclusters.areas.student_projects.projects import notices, telling
from virtualclusters.areas.student_projects.projects.operations.following import ask_still_in_use, call_for, widen
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.areas.student_projects.projects.operations.seating import seat_team
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED, Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.models import Membership

AT_ONCE = 200
MOVED_ON = "moved_on"


@job(name="projects.begin_together")
def begin_together(*, event_id, subject_id):
    """A team is chosen: its people take part and hear of it; its other answers end."""
    work = _work(subject_id)
    if work is None or not work.held:
        return
    now = timezone.now()
    seat_team(engagement_id=subject_id, at=now)
    engagement = work.engagement
    firm = telling.firm_of(engagement, "publisher")
    people = telling.partners_of(engagement)
    key = f"project-chosen:{subject_id}"
    telling.tell(engagement, notices.CHOSEN, people=people, at=now, dedupe_key=key, firm=firm)
    _end_other_answers(engagement, now)


def _end_other_answers(engagement, at):
    others = Engagement.objects.filter(series=engagement.series, lead=engagement.lead_id, phase__in=BEFORE_AGREED)
    for pk in list(others.exclude(pk=engagement.pk).order_by("pk").values_list("pk", flat=True)):
        try:
            act(engagement_id=pk, verb="close_out", actor=PORTAL, at=at, reason="team_taken")
        except Refused as refusal:
            if refusal.code != MOVED_ON:
                raise


@job(name="projects.seat_anew")
def seat_anew(*, event_id, subject_id):
    """A student said yes, took it back, came into a team or left it, or her age or guardian is another: who takes part in her
    team's project changes with it.
    """
    works = ProjectWork.objects.filter(held=True, team__members__student=subject_id)
    for pk in works.order_by("pk").values_list("pk", flat=True).distinct():
        seat_team(engagement_id=pk, at=timezone.now())


@job(name="projects.seat_teacher")
def seat_teacher(*, event_id, subject_id):
    """A teacher said yes: in the projects on which teams of hers work she takes part from now on."""
    works = ProjectWork.objects.filter(held=True, supervisor=subject_id)
    for pk in works.order_by("pk").values_list("pk", flat=True):
        seat_team(engagement_id=pk, at=timezone.now())


@job(name="projects.tell_of_terms")
def tell_of_terms(*, event_id, subject_id):
    """The other side hears of new terms; both and the team hear when they stand."""
    event, work = Event.objects.get(pk=event_id), _work(subject_id)
    if work is None:
        return
    engagement, now, side = work.engagement, timezone.now(), event.dimensions["side"]
    if event.code == "project.terms_proposed":
        others = people_of(engagement, side=telling.OTHER[side])
        firm, key = telling.firm_of(engagement, side), f"project-terms:{event_id}"
        telling.tell(engagement, notices.TERMS, people=others, at=now, dedupe_key=key, firm=firm)
        return
    everybody = sorted({*people_of(engagement), *telling.partners_of(engagement)})
    key = f"project-terms-stand:{event_id}"
    telling.tell(engagement, notices.TERMS_STAND, people=everybody, at=now, dedupe_key=key)


@job(name="projects.tell_of_work")
def tell_of_work(*, event_id, subject_id):
    """A word on a week goes to the students, a warning to the other side, what was handed over to the unit."""
    event, work = Event.objects.get(pk=event_id), _work(subject_id)
    if work is None:
        return
    engagement, now, side = work.engagement, timezone.now(), event.dimensions["side"]
    key = f"{event.code}:{event_id}"
    if event.code == "project.week_commented":
        people = telling.partners_of(engagement)
        telling.tell(engagement, notices.COMMENTED, people=people, at=now, dedupe_key=key)
    elif event.code == "project.handed_over":
        people = people_of(engagement, side="publisher")
        telling.tell(engagement, notices.HANDED_OVER, people=people, at=now, dedupe_key=key)
    else:
        people, firm = people_of(engagement, side=telling.OTHER[side]), telling.firm_of(engagement, side)
        telling.tell(engagement, notices.OFF_TRACK, people=people, at=now, dedupe_key=key, firm=firm)


@job(name="projects.ask_how_it_was")
def ask_how_it_was(*, event_id, subject_id):
    """The project is finished: everybody who took part is asked how it was."""
    work = _work(subject_id)
    if work is None or work.engagement.phase != Phase.CLOSED:
        return
    engagement, key = work.engagement, f"project-finished:{subject_id}"
    everybody = sorted({*people_of(engagement), *telling.partners_of(engagement)})
    telling.tell(engagement, notices.FINISHED, people=everybody, at=timezone.now(), dedupe_key=key)


@job(name="projects.ask_at_eighteen", cron="20 4 * * *")
def ask_at_eighteen(*, at):
    """Every morning: who said yes below 18 without her guardian's, and is 18 now, is asked again."""
    while ask_again_at_eighteen(at=at):
        continue


@job(name="projects.forget_details", cron="30 21 * * *")
def forget_old_details(*, at):
    """Every night: what lists told of students who left or said no long ago is emptied."""
    while forget_details(at=at):
        continue


@job(name="projects.widen", cron="40 3 * * *")
def widen_unanswered(*, at):
    """Every morning: projects that no college has answered for 21 days reach the next band; again every seven days."""
    waited = at - timedelta(days=settings.STUDENT_PROJECT_UNANSWERED_DAYS)
    again = at - timedelta(days=settings.STUDENT_PROJECT_WIDEN_EVERY_DAYS)
    answered = Engagement.objects.filter(opportunity=OuterRef("pk"), opened_by="answerer")
    rows = Opportunity.objects.open_at(at).filter(kind=PROJECT, published_at__lte=waited).exclude(Exists(answered))
    due = rows.annotate(last=Max("widenings__widened_at")).filter(Q(last=None) | Q(last__lte=again))
    for opportunity in due.select_related("unit").order_by("pk")[:AT_ONCE]:
        widen(opportunity=opportunity, at=at)


@job(name="projects.nudge_mentors", cron="50 3 * * *")
def nudge_mentors(*, at):
    """Every morning: where no student has written for 14 days the teacher is asked to look, once in that time."""
    days = settings.STUDENT_PROJECT_NO_LOG_DAYS
    last = _newest(WeekLog.objects.filter(engagement=OuterRef("pk")), "written_at")
    quiet = _under_way().annotate(heard=Coalesce(Subquery(last), F("agreed_at")))
    for engagement in quiet.filter(heard__lte=at - timedelta(days=days)).order_by("pk")[:AT_ONCE]:
        key = f"project-no-log:{engagement.pk}:{(at - engagement.heard).days // days}:{engagement.heard:%Y%m%d}"
        people = telling.mentor_or_college(engagement)
        telling.tell(engagement, notices.NO_LOG, people=people, at=at, dedupe_key=key)


@job(name="projects.call_silent_units", cron="0 4 * * *")
def call_silent_units(*, at):
    """Every morning: where the unit has said nothing for 14 days somebody is asked to call."""
    quiet_since = at - timedelta(days=settings.STUDENT_PROJECT_SILENT_UNIT_DAYS)
    for engagement in _under_way().filter(agreed_at__lte=quiet_since).order_by("pk")[:AT_ONCE]:
        if _heard_from_unit(engagement) <= quiet_since:
            call_for(opportunity=engagement.opportunity, engagement=engagement, why=CallItem.Why.UNIT_SILENT, at=at)


@job(name="projects.ask_still_in_use", cron="10 5 * * *")
def ask_after_the_end(*, at):
    """At half past ten in India: units whose project ended 90 days ago are asked whether it is still in use."""
    ended = at - timedelta(days=settings.STUDENT_PROJECT_IN_USE_AFTER_DAYS)
    rows = Engagement.objects.filter(opportunity__kind=PROJECT, phase=Phase.CLOSED, ended_at__lte=ended)
    not_asked = rows.exclude(pk__in=StillInUse.objects.values("engagement"))
    for engagement in not_asked.select_related("opportunity", "lead").order_by("ended_at", "pk")[:AT_ONCE]:
        ask_still_in_use(engagement=engagement, at=at)


def _under_way():
    rows = Engagement.objects.filter(opportunity__kind=PROJECT, phase=Phase.UNDER_WAY)
    return rows.select_related("opportunity", "lead", "project_work__supervisor")


def _heard_from_unit(engagement):
    """When the unit last did or said something in a project."""
    own = Membership.objects.filter(organisation=engagement.opportunity.unit.organisation_id, ended_at=None)
    people = own.values("person")
    told = [
        LogComment.objects.filter(log__engagement=engagement, side="publisher").aggregate(at=Max("said_at"))["at"],
        MidReview.objects.filter(engagement=engagement, side="publisher").aggregate(at=Max("given_at"))["at"],
        Post.objects.filter(thread=engagement.thread_id, author__in=people).aggregate(at=Max("sent_at"))["at"],
    ]
    return max([engagement.agreed_at, *(one for one in told if one is not None)])


def _newest(rows, column):
    return rows.order_by(f"-{column}").values(column)[:1]


def _work(engagement_id):
    rows = ProjectWork.objects.select_related(
        "supervisor", "engagement__opportunity__unit__organisation", "engagement__lead__organisation"
    )
    return rows.filter(pk=engagement_id).first()
