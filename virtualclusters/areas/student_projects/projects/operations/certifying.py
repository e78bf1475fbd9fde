"""A certificate for every student who logged hours, once unit and faculty have both said how it was."""

from django.db import transaction
from django.db.models import Max, Min, Sum
from django.utils import translation
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import Evaluation, ProjectCertificate, Student, Terms, WeekLog
from virtualclusters.areas.student_projects.projects import notices, telling
from virtualclusters.capabilities.certificates.operations import issue
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.formatters import long_date, number

JUDGES = {Evaluation.By.UNIT, Evaluation.By.FACULTY}


@transaction.atomic
def certify_when_due(*, engagement, work, at):
    """Issue what is due and return it; nothing before the end, before both have judged, or twice."""
    given = set(Evaluation.objects.filter(engagement=engagement).values_list("by", flat=True))
    if engagement.phase != Phase.CLOSED or work is None or not given >= JUDGES:
        return []
    have = ProjectCertificate.objects.filter(engagement=engagement).values("student")
    hours = _hours(engagement)
    due = Student.objects.filter(pk__in=hours).exclude(pk__in=have).order_by("pk")
    issued = [_certify(engagement, work, one, hours[one.pk], at) for one in due if _may_have(one, at)]
    people = [one.student.person_id for one in issued if one.student.person_id]
    if people:
        telling.tell(engagement, notices.CERTIFICATE, people=people, at=at, dedupe_key=f"project-cert:{engagement.pk}")
    return issued


def hours_of(engagement, student):
    """Hours that a student logged in a project."""
    return _hours(engagement).get(student.pk, {}).get("hours", 0)


def _hours(engagement):
    logs = WeekLog.objects.filter(engagement=engagement).order_by()
    rows = logs.values("student").annotate(hours=Sum("hours"), first=Min("week"), last=Max("week"))
    return {row["student"]: row for row in rows}


def _may_have(student, at):
    return student.erased_at is None and standing(student, on=day_in_india(at)) is Standing.CONSENTED


def _certify(engagement, work, student, told, at):
    opportunity = engagement.opportunity
    with translation.override(student.language if student.language in ("en", "hi", "ur") else "en"):
        certificate = issue(
            title=opportunity.title[:200],
            statement=_("has worked on the project"),
            holder_name=student.name,
            holder=student.person,
            issuer=engagement.lead.organisation.name,
            language=translation.get_language(),
            facts=_facts(engagement, work, told, at),
            is_sample=engagement.lead.organisation.is_sample,
            at=at,
        )
    return ProjectCertificate.objects.create(engagement=engagement, student=student, certificate=certificate)


def _facts(engagement, work, told, at):
    facts = [
        (_("Hours logged"), plain_hours(told["hours"])),
        (_("When"), _("%(first)s to %(last)s") % {"first": long_date(told["first"]), "last": long_date(engagement.ended_at)}),
        (_("Course"), work.team.course.name),
    ]  # fmt: skip
    terms = Terms.objects.filter(engagement=engagement).first()
    if terms is not None and terms.stand and terms.names_unit:
        facts.append((_("Unit"), engagement.opportunity.unit.organisation.name))
    return facts


def plain_hours(hours) -> str:
    """Hours such as 6 or 7.5."""
    return number(hours) if hours == int(hours) else number(hours, 1)
