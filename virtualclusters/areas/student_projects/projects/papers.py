"""The papers a college files for a project (AICTE internship policy, its annexed forms), filled from the record.

Letter to the unit, agreement with objectives, diary, attendance sheet, the unit's and the college's evaluation, the students'
feedback, relieving letter. What the record does not know is an empty line to be filled by hand. Names as the reader may see them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.visibility import visible_names
from virtualclusters.areas.student_projects.models import Evaluation, Student, Terms, WeekLog
from virtualclusters.areas.student_projects.projects.operations.certifying import plain_hours
from virtualclusters.areas.student_projects.projects.rules import team_of
from virtualclusters.areas.student_projects.projects.standing import Seat
from virtualclusters.areas.student_projects.projects.work_forms import MARKS, QUESTIONS
from virtualclusters.areas.student_projects.projects.work_page import open_words
from virtualclusters.foundation.errors import NotFound
from virtualclusters.ui.formatters import long_date, number

BLANK_ROWS = 8
"""Empty lines of a table nobody has filled yet."""


@dataclass(frozen=True)
class Section:
    """One part of a paper: a heading with paragraphs, label and value pairs, a table, or lines to sign on."""

    heading: str = ""
    text: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Paper:
    """A paper ready to print."""

    title: str
    college: str
    language: str
    at: object
    is_sample: bool
    sections: list[Section]


@dataclass(frozen=True)
class Record:
    """What is known of a project, as one reader may see it."""

    engagement: object
    team: object
    terms: Terms | None
    students: list[Student]
    names: dict[int, str]
    logs: list[WeekLog]
    words: list[Evaluation]
    at: object

    @property
    def opportunity(self):
        return self.engagement.opportunity

    @property
    def unit(self):
        return self.opportunity.unit.organisation.name

    @property
    def college(self):
        return self.engagement.lead.organisation.name

    def name(self, student_id):
        """A student's name, or a blank."""
        return self.names.get(student_id, "")


def names_for(place):
    """Pairs of the address word and the title of the papers; the relieving letter comes after the end."""
    ended = place.engagement.ended_at is not None
    return [(name, title) for name, (title, _build) in PAPERS.items() if ended or name != "relieving-letter"]


def paper(name, place, *, actor, at) -> Paper:
    """One paper, filled.

    Raises:
        NotFound: there is no paper of that name, or its time has not come.
    """
    if name not in dict(names_for(place)):
        raise NotFound
    title, build = PAPERS[name]
    record = _record(place, actor, at)
    return Paper(
        title=str(title),
        college=record.college,
        language=get_language(),
        at=at,
        is_sample=place.engagement.lead.organisation.is_sample,
        sections=[_head(record), *build(record)],
    )


def _record(place, actor, at):
    engagement = place.engagement
    team = place.work.team if place.work else team_of(engagement)
    in_team = {"team_memberships__team": team, "team_memberships__left_at": None}
    students = list(Student.objects.filter(**in_team).order_by("roll_number")) if team else []
    given = list(Evaluation.objects.filter(engagement=engagement).order_by("pk"))
    return Record(
        engagement=engagement,
        team=team,
        terms=Terms.objects.filter(engagement=engagement).first(),
        students=students,
        names=visible_names(students, actor=actor, at=at),
        logs=list(WeekLog.objects.filter(engagement=engagement).order_by("week", "student")),
        words=open_words(given, place, at=at),
        at=at,
    )


def _head(record):
    return Section(
        rows=[
            (_("Project"), record.opportunity.title),
            (_("Unit"), record.unit),
            (_("College"), record.college),
            (_("Course"), record.team.course.name if record.team else ""),
            (_("Looked after by"), record.team.supervisor.name if record.team and record.team.supervisor else ""),
            (_("Students"), ", ".join(filter(None, (record.name(one.pk) for one in record.students)))),
        ]
    )


def _request(record):
    brief = record.opportunity.project
    text = [
        _("We ask you to let our students work on this project at your unit, and to show them what they need to see."),
        _("The students' help is free. Please ask nothing of them but their work, and let nobody ask you for a fee."),
    ]
    rows = [
        (_("Number of students"), number(len(record.students)) if record.students else ""),
        (_("Visits"), number(brief.visits) if brief.visits is not None else ""),
        (_("Finished by"), str(long_date(brief.ends_on)) if brief.ends_on else ""),
        (_("Hours a student, by our rule"), _hours_owed(record)),
    ]
    return [Section(_("Request"), text=text), Section(rows=rows), _signed(_("For the college"))]


def _hours_owed(record):
    hours = record.team.course.hours if record.team else None
    return plain_hours(hours) if hours is not None else ""


def _agreement(record):
    terms = record.terms
    objectives = [terms.objectives] if terms and terms.objectives else [""]
    words = (terms.words.get(get_language()) or terms.words["en"]) if terms else [""]
    said = [
        (_("The unit said yes on"), _day(terms and terms.unit_agreed_at)),
        (_("The college said yes on"), _day(terms and terms.college_agreed_at)),
        (_("Version"), number(terms.version) if terms else ""),
    ]
    return [
        Section(_("Objectives"), text=objectives),
        Section(_("Terms"), text=words),
        Section(rows=said),
        _signed(_("For the unit"), _("For the college")),
    ]


def _diary(record):
    columns = [_("Week from"), _("Student"), _("Hours"), _("What was done")]
    rows = [[_day(log.week), record.name(log.student_id), plain_hours(log.hours), log.done] for log in record.logs]
    return [Section(columns=columns, table=rows or _blank(columns)), _signed(_("Teacher"))]


def _attendance(record):
    columns = [_("Student"), _("Day of the visit"), _("Came at"), _("Left at"), _("Signed for the unit")]
    visits = (record.terms.visits if record.terms else 0) or 4
    rows = [[record.name(one.pk), "", "", "", ""] for one in record.students for _visit in range(visits)]
    return [Section(columns=columns, table=rows or _blank(columns)), _signed(_("For the unit"))]


def _unit_evaluation(record):
    return [_marks(record, Evaluation.By.UNIT, Seat.UNIT), _signed(_("For the unit"))]


def _college_evaluation(record):
    logged = {one.pk: sum(log.hours for log in record.logs if log.student_id == one.pk) for one in record.students}
    rows = [[record.name(one.pk), plain_hours(logged[one.pk]), _hours_owed(record)] for one in record.students]
    columns = [_("Student"), _("Hours logged"), _("Hours by the rule")]
    hours = Section(_("Hours"), columns=columns, table=rows or _blank(columns))
    return [_marks(record, Evaluation.By.FACULTY, Seat.COLLEGE), hours, _signed(_("Teacher"), _("For the college"))]


def _student_feedback(record):
    given = [one for one in record.words if one.by == Evaluation.By.STUDENT]
    columns = [*(str(question) for question in QUESTIONS[Seat.STUDENT]), _("In their own words")]
    rows = [[_mark(one.first), _mark(one.second), _mark(one.third), one.words] for one in given]
    return [Section(columns=columns, table=rows or _blank(columns))]


def _relieving(record):
    text = [
        _("The students named above have worked on this project and have left it on %(day)s.")
        % {"day": _day(record.engagement.ended_at)},
        _("They have given back what was lent to them."),
    ]
    return [Section(_("Relieving letter"), text=text), _signed(_("For the unit"))]


def _marks(record, by, seat):
    given = next((one for one in record.words if one.by == by), None)
    marks = [given.first, given.second, given.third] if given else [None] * 3
    rows = [(str(question), _mark(mark)) for question, mark in zip(QUESTIONS[seat], marks, strict=True)]
    return Section(_("Evaluation"), rows=[*rows, (_("In their own words"), given.words if given else "")])


def _mark(mark):
    return "" if mark is None else f"{number(mark)} – {dict(MARKS)[mark]}"


def _day(value):
    return str(long_date(value)) if value else ""


def _blank(columns):
    return [[""] * len(columns) for _row in range(BLANK_ROWS)]


def _signed(*who):
    return Section(signatures=list(who))


PAPERS: dict[str, tuple[object, Callable]] = {
    "request-letter": (gettext_lazy("Request letter to the unit"), _request),
    "agreement": (gettext_lazy("Agreement with objectives"), _agreement),
    "diary": (gettext_lazy("Diary of the weeks"), _diary),
    "attendance": (gettext_lazy("Attendance sheet"), _attendance),
    "unit-evaluation": (gettext_lazy("The unit's evaluation"), _unit_evaluation),
    "student-feedback": (gettext_lazy("The students' feedback"), _student_feedback),
    "college-evaluation": (gettext_lazy("The college's evaluation"), _college_evaluation),
    "relieving-letter": (gettext_lazy("Relieving letter"), _relieving),
}
