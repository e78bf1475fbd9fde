"""What projects hold of a person, in her export; and what is emptied when she is erased."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.areas.student_projects.models import (
    Deliverable,
    Evaluation,
    FeeReport,
    LogComment,
    ProjectWork,
    WeekLog,
)
from virtualclusters.exchange.engagements.models import Party


def erase_person(*, person, at) -> None:
    """Empty what she wrote as a student, and her name beside what she did; hours and marks stay as figures."""
    unseat(person=person, at=at)
    WeekLog.objects.filter(student__person=person).update(done="")
    Evaluation.objects.filter(student__person=person).update(words="")
    LogComment.objects.filter(person=person).update(person=None)
    Deliverable.objects.filter(handed_by=person).update(handed_by=None)
    FeeReport.objects.filter(reporter=person).update(reporter=None, words="")


def unseat(*, person, at) -> None:
    """A student took her consent back: she takes part in no project any more."""
    works = ProjectWork.objects.filter(team__members__student__person=person).values("pk")
    seats = Party.objects.filter(person=person, role=Party.Role.PARTNER, engagement__in=works, left_at=None)
    seats.update(left_at=at)


def _weeks(person):
    rows = WeekLog.objects.filter(student__person=person).order_by("week", "pk")
    return rows.values("engagement__opportunity__title", "week", "hours", "done")


def _words(person):
    rows = Evaluation.objects.filter(student__person=person).order_by("pk")
    return rows.values("engagement__opportunity__title", "first", "second", "third", "words", "given_at")


def _reports(person):
    rows = FeeReport.objects.filter(reporter=person).order_by("pk")
    return rows.values("opportunity__title", "asker", "words", "reported_at", "settlement")


SECTIONS = (
    Section(
        "project_weeks",
        _("Your weeks in projects"),
        _weeks,
        {
            "engagement__opportunity__title": _("Project"),
            "week": _("Week from"),
            "hours": _("Hours"),
            "done": _("What was done"),
        },
    ),
    Section(
        "project_words",
        _("What you said of projects"),
        _words,
        {
            "engagement__opportunity__title": _("Project"),
            "first": _("First mark"),
            "second": _("Second mark"),
            "third": _("Third mark"),
            "words": _("In your own words"),
            "given_at": _("Said on"),
        },
    ),
    Section(
        "fee_reports",
        _("Where you told us of money"),
        _reports,
        {
            "opportunity__title": _("Project"),
            "asker": _("Who asks for money?"),
            "words": _("What happened?"),
            "reported_at": _("Told on"),
            "settlement": _("What did you find and do?"),
        },
        {"asker": dict(FeeReport.Asker.choices)},
    ),
)
