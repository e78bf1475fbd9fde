"""What waits in student projects: a yes that is asked for, a week to write, a look half way, and the turns of unit and college."""

from datetime import timedelta

from django.db.models import BigIntegerField, DateField, DateTimeField, Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.college.rules import has_consented_and, latest_birth_of_adults
from virtualclusters.areas.student_projects.models import (
    FacultyMember,
    MidReview,
    ProjectWork,
    StillInUse,
    Student,
    WeekLog,
)
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.areas.student_projects.projects.operations.working import week_of
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.kinds.turns import TurnWords, tell_turns
from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.foundation.time import IST, day_in_india, end_of_day_in_india
from virtualclusters.network.waiting import Waiting, waits
from virtualclusters.ui.formatters import long_date

MOST = 10
FRIDAY = 4
"""From the Friday of a week on it is asked for, until the Thursday after."""
WORK = "project_work"
TITLE = "engagement__opportunity__title"
TURNS = {
    (PUBLISHER, Phase.ASKED): TurnWords(gettext_lazy("A team of %(firm)s waits for your answer")),
    (PUBLISHER, Phase.SHORTLISTED): TurnWords(gettext_lazy("Choose, or say no: a team of %(firm)s")),
    (ANSWERER, Phase.ASKED): TurnWords(gettext_lazy("%(firm)s asks for a team of yours")),
    (ANSWERER, Phase.AGREED): TurnWords(gettext_lazy("Agree on the terms with %(firm)s"), WORK),
    (PUBLISHER, Phase.AGREED): TurnWords(gettext_lazy("Agree on the terms with %(firm)s"), WORK),
    (PUBLISHER, Phase.UNDER_WAY): TurnWords(gettext_lazy("See what the team of %(firm)s has done"), WORK),
}
WORDS = {
    "student_consent": gettext_lazy("Student projects: do you say yes?"),
    "guardian_consent": gettext_lazy("May your child take part? Say yes or no"),
    "my_teams": gettext_lazy("Will you look after teams? Say yes or no"),
    "project_review": gettext_lazy("Half way: is it on track?"),
    "project_in_use": gettext_lazy("Is it still in use? Say yes or no"),
}


def register_waiting():
    """Put what is asked of students, guardians, teachers, units and colleges on their desks; called from ``ready()``."""
    tell_turns(PROJECT, TURNS)
    waits(in_projects)


def in_projects(*, actor, at):
    """What a student, a guardian, a teacher, a unit or a college has to say or write. One query, however many she is."""
    today, week = day_in_india(at), _week_asked(day_in_india(at))
    rows = _ASKED.ask(
        person=actor.person_id,
        own=actor.organisation_id if ExchangePermission.ENGAGEMENT_ANSWER in actor.permissions else None,
        today=today,
        adults_born_by=latest_birth_of_adults(today),
        week=week,
        week_is_over=end_of_day_in_india(week + timedelta(days=6)),
        written_until=week + timedelta(days=7 + FRIDAY - 1),
    )
    return [_item(*row, today) for row in rows]


def _item(page, key, about, due_on, today):
    words = WORDS.get(page) or _("Write what you did in the week from %(day)s") % {"day": long_date(_week_asked(today))}
    due_at = due_on and end_of_day_in_india(due_on)
    return Waiting(str(words), reverse(page, args=[key] if key else []), about, due_at)


def _week_asked(today):
    return week_of(today - timedelta(days=FRIDAY))


def _asked():
    """All sources as one query; no row comes twice from one, and they differ by their page."""
    first, *others = *_asked_of_persons(), _weeks(), _reviews(), _in_use()
    return first.union(*others, all=True).order_by("due_on", "page", "named")[:MOST]


_ASKED = BuiltOnce(_asked)
PERSON, OWN = Given("person", BigIntegerField()), Given("own", BigIntegerField())
TODAY, ADULTS_BORN_BY, WEEK = (Given(name, DateField()) for name in ("today", "adults_born_by", "week"))


def _asked_of_persons():
    """Colleges asked her as a student, as a guardian, as a teacher, and she has answered neither yes nor no.

    A guardian is asked no more when the student has come of age.
    """
    here = Student.objects.filter(left_at=None, erased_at=None)
    students = here.filter(person=PERSON, asked_at__isnull=False, consented_at=None, refused_at=None)
    silent = here.filter(guardian=PERSON, guardian_consented_at=None, guardian_refused_at=None)
    wards = silent.filter(consented_at__isnull=False, born_on__gt=ADULTS_BORN_BY)
    teachers = FacultyMember.objects.filter(person=PERSON, asked_at__isnull=False, joined_at=None, left_at=None)
    return [
        _rows(students, "student_consent", F("consent_key"), "organisation__name"),
        _rows(wards, "guardian_consent", F("guardian_key"), "organisation__name"),
        _rows(teachers, "my_teams", Value(""), "department__unit__organisation__name").distinct(),
    ]


def _weeks():
    """Projects of which she, a student of the team, has not written the week that is asked for now."""
    me = Student.objects.filter(has_consented_and(adults_born_by=ADULTS_BORN_BY), person=PERSON)
    mine = me.filter(team_memberships__team=OuterRef("team"), team_memberships__left_at=None)
    written = WeekLog.objects.filter(engagement=OuterRef("pk"), student__person=PERSON, week=WEEK)
    begun = _under_way().filter(engagement__agreed_at__lt=Given("week_is_over", DateTimeField()))
    until = Given("written_until", DateField())
    return _rows(begun.filter(Exists(mine), ~Exists(written)), "project_week", F("pk"), TITLE, until)


def _reviews():
    """Projects that are half way and of which her side has not said whether they are on track.

    The college is asked where no teacher looks after the team.
    """
    given = MidReview.objects.filter(engagement=OuterRef("pk"))
    alone = Q(supervisor__person=None) | Q(supervisor__joined_at=None) | Q(supervisor__left_at__isnull=False)
    teaches = Q(supervisor__person=PERSON, supervisor__left_at=None)
    of_college = teaches | alone & Q(engagement__lead__organisation=OWN)
    of_unit = Q(engagement__opportunity__unit__organisation=OWN)
    asked = of_unit & ~Exists(given.filter(side=PUBLISHER)) | of_college & ~Exists(given.filter(side=ANSWERER))
    last_day = Coalesce("engagement__opportunity__project__ends_on", "team__course__ends_on")
    passed = TODAY - TruncDate("engagement__agreed_at", tzinfo=IST)
    half_way = _under_way().filter(asked).annotate(passed=passed, left=last_day - TODAY).filter(passed__gte=F("left"))
    return _rows(half_way, "project_review", F("pk"), TITLE, last_day)


def _in_use():
    """Projects of her unit of which it was asked, some time after the end, whether what was made is still in use."""
    asked = StillInUse.objects.filter(engagement__opportunity__unit__organisation=OWN)
    return _rows(asked.filter(answered_at=None), "project_in_use", F("key"), TITLE)


def _under_way():
    return ProjectWork.objects.filter(engagement__phase=Phase.UNDER_WAY)


def _rows(rows, page, key, about, ends_on=None):
    """(page, what its address names, about what, last day or None)"""
    last_day = Cast(ends_on or Value(None), DateField())
    told = rows.annotate(
        page=Value(page), named=Cast(key, TextField()), about=Cast(about, TextField()), due_on=last_day
    )
    return told.values_list("page", "named", "about", "due_on")
